namespace SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;

/// <summary>
/// One part of the package while it is unpacked. What the package says about sizes is not believed: bytes are counted as they come out,
/// and a part that grows beyond its limit, beyond the total or out of proportion stops the reading.
/// </summary>
internal sealed class CountedStream(Stream inner, long packed, WorkbookLimits limits, Action<int> total) : Stream
{
    private long read;

    public override int Read(byte[] buffer, int offset, int count) => Count(inner.Read(buffer, offset, count));
    public override int Read(Span<byte> buffer) => Count(inner.Read(buffer));

    private int Count(int bytes)
    {
        read += bytes;
        total(bytes);
        if (read > limits.Part || (read > limits.RatioMatters && read > limits.Ratio * Math.Max(packed, 1)))
            throw WorkbookRefusals.Bomb;
        return bytes;
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => read; set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
