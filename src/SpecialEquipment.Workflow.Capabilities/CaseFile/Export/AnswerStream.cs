namespace SpecialEquipment.Workflow.Capabilities.CaseFile.Export;

/// <summary>
/// An answer over the network may only be written asynchronously, and the framework's archive still closes each file synchronously: these
/// last few kilobytes wait here for the next asynchronous write.
/// </summary>
internal sealed class AnswerStream(Stream answer) : Stream
{
    private readonly MemoryStream waiting = new();

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await DrainAsync(cancellationToken);
        await answer.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await DrainAsync(cancellationToken);
        await answer.FlushAsync(cancellationToken);
    }

    public override void Write(byte[] buffer, int offset, int count) => waiting.Write(buffer, offset, count);
    public override void Write(ReadOnlySpan<byte> buffer) => waiting.Write(buffer);
    public override void Flush() { }
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();

    private async Task DrainAsync(CancellationToken cancellation)
    {
        if (waiting.Length > 0)
        {
            await answer.WriteAsync(waiting.GetBuffer().AsMemory(0, (int)waiting.Length), cancellation);
            waiting.SetLength(0);
        }
    }
}
