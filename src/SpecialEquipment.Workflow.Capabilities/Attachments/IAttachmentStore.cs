namespace SpecialEquipment.Workflow.Capabilities.Attachments;

/// <summary>
/// Where contents are kept, by their SHA-256: a folder now, a store shared by all nodes when there are several. Outside the web root;
/// originals are never changed.
/// </summary>
public interface IAttachmentStore
{
    /// <summary>Reads to the end or to one byte beyond the limit, without holding the content in memory.</summary>
    Task<IncomingFile> ReceiveAsync(Stream content, long limit, CancellationToken cancellation);

    /// <summary>Makes a received file part of the store; the same content is kept once.</summary>
    void Keep(IncomingFile file);

    Stream? Open(string sha256);

    /// <summary>Something derived from a content, kept beside it and gone with it; null when it has not been derived.</summary>
    Stream? OpenDerived(string sha256, string name);

    void KeepDerived(string sha256, string name, ReadOnlySpan<byte> content);

    /// <summary>Removes a content that nobody has sent since the given instant; a sender in this moment keeps it alive.</summary>
    bool RemoveUnlessSentSince(string sha256, DateTimeOffset instant);

    /// <summary>Clears what broken uploads left behind.</summary>
    void ClearIncoming(DateTimeOffset olderThan);
}

/// <summary>A received, not yet kept file; disposing drops it.</summary>
public sealed record IncomingFile(string Path, string Sha256, long Size, byte[] Head, bool IsOverLimit) : IDisposable
{
    public void Dispose() => File.Delete(Path);
}
