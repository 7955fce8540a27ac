using System.Buffers.Binary;

namespace SpecialEquipment.Workflow.Capabilities.Attachments.Thumbnails;

/// <summary>What a WebP says its size is (RFC 9649). It is not decoded here: whoever shows it must know that it is harmless.</summary>
internal static class WebpSize
{
    public static (int Width, int Height)? Of(ReadOnlySpan<byte> file)
    {
        if (file.Length < 30)
        {
            return null;
        }
        var content = file[20..];
        return file.Slice(12, 4) switch
        {
            [(byte)'V', (byte)'P', (byte)'8', (byte)'X'] => (1 + Number24(content[4..]), 1 + Number24(content[7..])),
            [(byte)'V', (byte)'P', (byte)'8', (byte)' '] => (BinaryPrimitives.ReadUInt16LittleEndian(content[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(content[8..]) & 0x3FFF),
            [(byte)'V', (byte)'P', (byte)'8', (byte)'L'] => Lossless(BinaryPrimitives.ReadUInt32LittleEndian(content[1..])),
            _ => null,
        };
    }

    private static (int Width, int Height) Lossless(uint bits) => (1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));

    private static int Number24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
