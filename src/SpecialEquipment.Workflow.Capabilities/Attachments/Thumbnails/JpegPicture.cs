using System.Buffers;
using JpegLibrary;

namespace SpecialEquipment.Workflow.Capabilities.Attachments.Thumbnails;

/// <summary>JPEG in and out. A baseline picture passes block by block; a progressive one has to be held, so less of it is allowed.</summary>
internal static class JpegPicture
{
    private const int Quality = 80;
    private const int Block = 8;

    /// <summary>Null when it is not one we may decode: too large as declared, or of a colour space or sampling that cameras do not write.</summary>
    public static Picture? Shrink(ReadOnlyMemory<byte> file, int side)
    {
        var decoder = new JpegDecoder();
        decoder.SetInput(file);
        decoder.Identify();
        if (decoder.Precision != 8 || decoder.NumberOfComponents is not (1 or 3) || !Thumbnail.MayDecode(decoder.Width, decoder.Height, mustBeHeld: !IsBaseline(decoder)))
        {
            return null;
        }
        for (var i = 0; i < decoder.NumberOfComponents; i++)
        {
            // the decoder multiplies blocks by these without checking; other factors would read past a block
            if (decoder.GetHorizontalSampling(i) is not (1 or 2 or 4) || decoder.GetVerticalSampling(i) is not (1 or 2 or 4))
            {
                return null;
            }
        }
        var raster = new Raster(decoder.Width, decoder.Height, side);
        decoder.SetOutputWriter(new Shrinking(raster));
        decoder.Decode();
        return raster.Finish(ExifOrientation.Of(file.Span), decoder.NumberOfComponents == 1);
    }

    public static ReadOnlyMemory<byte> Encode(Picture picture)
    {
        var encoder = new JpegEncoder();
        encoder.SetQuantizationTable(JpegStandardQuantizationTable.ScaleByQuality(JpegStandardQuantizationTable.GetLuminanceTable(JpegElementPrecision.Precision8Bit, 0), Quality));
        encoder.SetQuantizationTable(JpegStandardQuantizationTable.ScaleByQuality(JpegStandardQuantizationTable.GetChrominanceTable(JpegElementPrecision.Precision8Bit, 1), Quality));
        encoder.SetHuffmanTable(true, 0, JpegStandardHuffmanEncodingTable.GetLuminanceDCTable());
        encoder.SetHuffmanTable(false, 0, JpegStandardHuffmanEncodingTable.GetLuminanceACTable());
        encoder.SetHuffmanTable(true, 1, JpegStandardHuffmanEncodingTable.GetChrominanceDCTable());
        encoder.SetHuffmanTable(false, 1, JpegStandardHuffmanEncodingTable.GetChrominanceACTable());
        encoder.AddComponent(1, 0, 0, 0, 1, 1);
        encoder.AddComponent(2, 1, 1, 1, 1, 1);
        encoder.AddComponent(3, 1, 1, 1, 1, 1);
        encoder.SetInputReader(new Reading(picture));
        var output = new ArrayBufferWriter<byte>(16 * 1024);
        encoder.SetOutput(output);
        encoder.Encode();
        return output.WrittenMemory;
    }

    private static bool IsBaseline(JpegDecoder decoder) => decoder.StartOfFrame is JpegMarker.StartOfFrame0 or JpegMarker.StartOfFrame1;

    private sealed class Shrinking(Raster raster) : JpegBlockOutputWriter
    {
        public override void WriteBlock(ref short blockRef, int componentIndex, int x, int y)
        {
            var block = System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpan(ref blockRef, Block * Block);
            var (right, bottom) = (Math.Min(Block, raster.SourceWidth - x), Math.Min(Block, raster.SourceHeight - y));
            for (var row = 0; row < bottom; row++)
            {
                for (var column = 0; column < right; column++)
                {
                    raster.Add(componentIndex, x + column, y + row, block[row * Block + column]);
                }
            }
        }
    }

    private sealed class Reading(Picture picture) : JpegBlockInputReader
    {
        public override int Width => picture.Width;
        public override int Height => picture.Height;

        public override void ReadBlock(ref short blockRef, int componentIndex, int x, int y)
        {
            var block = System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref blockRef, Block * Block);
            for (var i = 0; i < block.Length; i++)
            {
                // beyond the edge the last row and column go on, so that no dark border appears
                var (column, row) = (Math.Min(x + i % Block, picture.Width - 1), Math.Min(y + i / Block, picture.Height - 1));
                block[i] = picture.Samples[(row * picture.Width + column) * Raster.Channels + componentIndex];
            }
        }
    }
}
