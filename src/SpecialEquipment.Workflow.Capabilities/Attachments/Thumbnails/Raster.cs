namespace SpecialEquipment.Workflow.Capabilities.Attachments.Thumbnails;

/// <summary>
/// A picture becoming small while it is read: each sample is added to the pixel of the thumbnail it falls into, so that only the
/// thumbnail is ever held in memory, never the picture. Three channels, Y Cb Cr.
/// </summary>
internal sealed class Raster
{
    public const int Channels = 3;
    private const int Neutral = 128;
    private readonly int[] columnOf;
    private readonly int[] rowOf;
    private readonly int[] sums;

    /// <param name="side">Longest side of the thumbnail; a smaller picture stays as it is.</param>
    public Raster(int sourceWidth, int sourceHeight, int side)
    {
        (SourceWidth, SourceHeight) = (sourceWidth, sourceHeight);
        var longest = Math.Max(sourceWidth, sourceHeight);
        (Width, Height) = longest <= side
            ? (sourceWidth, sourceHeight)
            : (Math.Max(1, (int)((long)sourceWidth * side / longest)), Math.Max(1, (int)((long)sourceHeight * side / longest)));
        columnOf = Map(sourceWidth, Width);
        rowOf = Map(sourceHeight, Height);
        sums = new int[Width * Height * Channels];
    }

    public int SourceWidth { get; }
    public int SourceHeight { get; }
    public int Width { get; }
    public int Height { get; }

    public void Add(int channel, int x, int y, int value) => sums[(rowOf[y] * Width + columnOf[x]) * Channels + channel] += Math.Clamp(value, 0, 255);

    public void AddRgb(int x, int y, int r, int g, int b)
    {
        // JFIF; the constants are of that standard
        Add(0, x, y, (299 * r + 587 * g + 114 * b + 500) / 1000);
        Add(1, x, y, Neutral + (-168736 * r - 331264 * g + 500000 * b) / 1_000_000);
        Add(2, x, y, Neutral + (500000 * r - 418688 * g - 81312 * b) / 1_000_000);
    }

    /// <summary>The thumbnail, turned as the camera said it was held (EXIF 1 … 8).</summary>
    /// <param name="isGrey">The picture has only Y.</param>
    public Picture Finish(int orientation, bool isGrey)
    {
        var turned = orientation is >= 5 and <= 8;
        var picture = new Picture(turned ? Height : Width, turned ? Width : Height);
        var (perColumn, perRow) = (CountsOf(columnOf, Width), CountsOf(rowOf, Height));
        for (var y = 0; y < picture.Height; y++)
        {
            for (var x = 0; x < picture.Width; x++)
            {
                var (sx, sy) = SourceOf(x, y, orientation);
                for (var channel = 0; channel < Channels; channel++)
                {
                    picture.Samples[(y * picture.Width + x) * Channels + channel] = isGrey && channel > 0
                        ? (byte)Neutral
                        : (byte)(sums[(sy * Width + sx) * Channels + channel] / (perColumn[sx] * perRow[sy]));
                }
            }
        }
        return picture;
    }

    private (int X, int Y) SourceOf(int x, int y, int orientation) => orientation switch
    {
        2 => (Width - 1 - x, y),
        3 => (Width - 1 - x, Height - 1 - y),
        4 => (x, Height - 1 - y),
        5 => (y, x),
        6 => (y, Height - 1 - x),
        7 => (Width - 1 - y, Height - 1 - x),
        8 => (Width - 1 - y, x),
        _ => (x, y),
    };

    private static int[] Map(int from, int to)
    {
        var map = new int[from];
        for (var i = 0; i < from; i++)
        {
            map[i] = (int)((long)i * to / from);
        }
        return map;
    }

    private static int[] CountsOf(int[] map, int length)
    {
        var counts = new int[length];
        foreach (var cell in map)
        {
            counts[cell]++;
        }
        return counts;
    }
}

/// <summary>A finished thumbnail: Y Cb Cr, one byte each.</summary>
internal sealed record Picture(int Width, int Height)
{
    public byte[] Samples { get; } = new byte[Width * Height * Raster.Channels];
}
