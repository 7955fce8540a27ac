using System.Buffers.Binary;

namespace SpecialEquipment.Workflow.Capabilities.Attachments.Thumbnails;

/// <summary>How the camera was held (EXIF tag 0x0112): 1 upright … 8. Anything unclear is upright.</summary>
internal static class ExifOrientation
{
    private const int Upright = 1;
    private const int Tag = 0x0112;
    private const int EntryLength = 12;

    public static int Of(ReadOnlySpan<byte> jpeg)
    {
        // segments: FF, marker, length of two bytes that counts itself
        for (var at = 2; at + 4 <= jpeg.Length && jpeg[at] == 0xFF && jpeg[at + 1] is not (0xDA or 0xD9);)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]);
            if (length < 2 || at + 2 + length > jpeg.Length)
            {
                return Upright;
            }
            var segment = jpeg.Slice(at + 4, length - 2);
            if (jpeg[at + 1] == 0xE1 && segment.StartsWith("Exif\0\0"u8))
            {
                return OfTiff(segment[6..]);
            }
            at += 2 + length;
        }
        return Upright;
    }

    private static int OfTiff(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8 || !(tiff.StartsWith("II"u8) || tiff.StartsWith("MM"u8)))
        {
            return Upright;
        }
        var little = tiff[0] == (byte)'I';
        var directory = Number32(tiff[4..], little);
        if (directory > tiff.Length - 2)
        {
            return Upright;
        }
        var entries = tiff[(int)directory..];
        var count = Number16(entries, little);
        for (var i = 0; i < count && 2 + (i + 1) * EntryLength <= entries.Length; i++)
        {
            var entry = entries.Slice(2 + i * EntryLength, EntryLength);
            if (Number16(entry, little) == Tag)
            {
                return Number16(entry[8..], little) is >= 1 and <= 8 and var orientation ? orientation : Upright;
            }
        }
        return Upright;
    }

    private static int Number16(ReadOnlySpan<byte> bytes, bool little) => little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Number32(ReadOnlySpan<byte> bytes, bool little) => little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
