using System.Buffers.Binary;
using System.IO.Compression;

namespace SpecialEquipment.Workflow.Capabilities.Demo;

/// <summary>Draws a small picture that stands for a photo: a machine in a room, grey before, green after the repair.</summary>
internal static class DemoPicture
{
    private const int Width = 320;
    private const int Height = 240;
    private static readonly uint[] Crc = MakeTable();

    public static byte[] Png(int variant, bool repaired)
    {
        var rows = new byte[Height * (Width * 3 + 1)];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var (r, g, b) = Pixel(x, y, variant, repaired);
                var at = y * (Width * 3 + 1) + 1 + x * 3;
                (rows[at], rows[at + 1], rows[at + 2]) = (r, g, b);
            }
        }
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write(rows);

        using var png = new MemoryStream();
        png.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        (header[8], header[9]) = (8, 2);
        Chunk(png, "IHDR"u8, header);
        Chunk(png, "IDAT"u8, packed.ToArray());
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static (byte, byte, byte) Pixel(int x, int y, int variant, bool repaired)
    {
        var (dx, dy) = (x - 160 - variant * 7 % 60, y - 120 + variant * 11 % 40);
        var radius = 40 + variant * 5 % 30;
        if (dx * dx + dy * dy < radius * radius && dx * dx + dy * dy > (radius - 12) * (radius - 12))
            return repaired ? ((byte)60, (byte)150, (byte)90) : ((byte)150, (byte)70, (byte)60);
        if (Math.Abs(dx) < 6 && y < 200)
            return (90, 96, 104);
        var shade = (byte)(200 - y / 4 - (x + variant * 13) / 24 % 2 * 12);
        return (shade, shade, (byte)Math.Min(255, shade + 8));
    }

    private static void Chunk(Stream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(type);
        png.Write(data);
        var crc = Update(Update(uint.MaxValue, type), data) ^ uint.MaxValue;
        BinaryPrimitives.WriteUInt32BigEndian(number, crc);
        png.Write(number);
    }

    private static uint Update(uint crc, ReadOnlySpan<byte> data)
    {
        foreach (var one in data)
            crc = Crc[(crc ^ one) & 0xFF] ^ (crc >> 8);
        return crc;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (var n = 0u; n < 256; n++)
        {
            var c = n;
            for (var k = 0; k < 8; k++)
                c = (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
            table[n] = c;
        }
        return table;
    }
}
