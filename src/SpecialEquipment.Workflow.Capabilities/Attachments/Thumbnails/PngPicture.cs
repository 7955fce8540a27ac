using System.Buffers.Binary;
using System.IO.Compression;

namespace SpecialEquipment.Workflow.Capabilities.Attachments.Thumbnails;

/// <summary>PNG (ISO/IEC 15948), row by row: two rows are held, whatever the picture declares. Transparent parts are white.</summary>
internal static class PngPicture
{
    private const int HeaderLength = 8 + 8 + 13 + 4;

    private sealed record Header(int Width, int Height, int Depth, int Colour)
    {
        public int SamplesPerPixel => Colour switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        public int RowLength => (Width * SamplesPerPixel * Depth + 7) / 8;

        /// <summary>Distance to the byte that filters compare with.</summary>
        public int Step => Math.Max(1, SamplesPerPixel * Depth / 8);
    }

    /// <summary>Null when it may not be decoded: too large as declared, or interlaced, which would have to be held whole.</summary>
    public static Picture? Shrink(ReadOnlyMemory<byte> file, int side)
    {
        if (HeaderOf(file.Span) is not { } header || !Thumbnail.MayDecode(header.Width, header.Height, mustBeHeld: false))
        {
            return null;
        }
        var raster = new Raster(header.Width, header.Height, side);
        var (data, palette) = PartsOf(file);
        using var pixels = new ZLibStream(new Joined(data), CompressionMode.Decompress);
        var (row, above) = (new byte[header.RowLength], new byte[header.RowLength]);
        for (var y = 0; y < header.Height; y++)
        {
            var filter = pixels.ReadByte();
            pixels.ReadExactly(row);
            Unfilter(filter, row, above, header.Step);
            Write(raster, row, y, header, palette.Span);
            (row, above) = (above, row);
        }
        return raster.Finish(orientation: 1, isGrey: false);
    }

    private static Header? HeaderOf(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderLength || !file[12..].StartsWith("IHDR"u8))
        {
            return null;
        }
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(file[16..]), BinaryPrimitives.ReadUInt32BigEndian(file[20..]));
        var (depth, colour, isInterlaced) = (file[24], file[25], file[28] != 0);
        var isKnown = (colour, depth) is (0 or 3, 1 or 2 or 4 or 8) or (0 or 2 or 4 or 6, 16) or (2 or 4 or 6, 8);
        return isKnown && !isInterlaced && width is > 0 and <= Thumbnail.LongestSide && height is > 0 and <= Thumbnail.LongestSide
            ? new Header((int)width, (int)height, depth, colour)
            : null;
    }

    private static (List<ReadOnlyMemory<byte>> Data, ReadOnlyMemory<byte> Palette) PartsOf(ReadOnlyMemory<byte> file)
    {
        var (data, palette) = (new List<ReadOnlyMemory<byte>>(), ReadOnlyMemory<byte>.Empty);
        for (var at = 8; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file.Span[at..]);
            if (length > file.Length - at - 12)
            {
                break;
            }
            var name = file.Span.Slice(at + 4, 4);
            var content = file.Slice(at + 8, (int)length);
            if (name.SequenceEqual("IDAT"u8))
            {
                data.Add(content);
            }
            else if (name.SequenceEqual("PLTE"u8))
            {
                palette = content;
            }
            at += 12 + (int)length;
        }
        return (data, palette);
    }

    private static void Unfilter(int filter, byte[] row, byte[] above, int step)
    {
        for (var i = 0; i < row.Length; i++)
        {
            var (left, up, corner) = (i >= step ? row[i - step] : 0, above[i], i >= step ? above[i - step] : 0);
            row[i] += (byte)(filter switch
            {
                0 => 0,
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Paeth(left, up, corner),
                _ => throw new InvalidDataException($"there is no filter {filter}"),
            });
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }

    private static void Write(Raster raster, byte[] row, int y, Header header, ReadOnlySpan<byte> palette)
    {
        for (var x = 0; x < header.Width; x++)
        {
            int Sample(int n) => header.Depth switch
            {
                16 => row[(x * header.SamplesPerPixel + n) * 2],
                8 => row[x * header.SamplesPerPixel + n],
                _ => (row[x * header.Depth / 8] >> (8 - header.Depth - x * header.Depth % 8)) & ((1 << header.Depth) - 1),
            };
            var grey = header.Depth < 8 && header.Colour == 0 ? Sample(0) * 255 / ((1 << header.Depth) - 1) : Sample(0);
            switch (header.Colour)
            {
                case 0:
                    raster.AddRgb(x, y, grey, grey, grey);
                    break;
                case 3:
                    var at = Sample(0) * 3;
                    raster.AddRgb(x, y, palette[at], palette[at + 1], palette[at + 2]);
                    break;
                case 4:
                    var paper = OnWhite(grey, Sample(1));
                    raster.AddRgb(x, y, paper, paper, paper);
                    break;
                default:
                    var alpha = header.Colour == 6 ? Sample(3) : 255;
                    raster.AddRgb(x, y, OnWhite(Sample(0), alpha), OnWhite(Sample(1), alpha), OnWhite(Sample(2), alpha));
                    break;
            }
        }
    }

    private static int OnWhite(int value, int alpha) => (value * alpha + 255 * (255 - alpha)) / 255;

    /// <summary>The compressed pixels lie in several chunks and are one stream.</summary>
    private sealed class Joined(List<ReadOnlyMemory<byte>> parts) : Stream
    {
        private int part;
        private int at;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            while (part < parts.Count && at == parts[part].Length)
            {
                (part, at) = (part + 1, 0);
            }
            if (part == parts.Count)
            {
                return 0;
            }
            var length = Math.Min(buffer.Length, parts[part].Length - at);
            parts[part].Span.Slice(at, length).CopyTo(buffer);
            at += length;
            return length;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
