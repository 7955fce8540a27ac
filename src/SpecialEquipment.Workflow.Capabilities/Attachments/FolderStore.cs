using System.Buffers;
using System.Security.Cryptography;

namespace SpecialEquipment.Workflow.Capabilities.Attachments;

/// <summary>Contents as files <c>ab/cd/abcd…</c> below one folder; what is being received lies in <c>incoming/</c> and moves in one step.</summary>
internal sealed class FolderStore(string folder, TimeProvider machine) : IAttachmentStore
{
    private const int BlockSize = 64 * 1024;
    private readonly string incoming = Path.Combine(folder, "incoming");

    public async Task<IncomingFile> ReceiveAsync(Stream content, long limit, CancellationToken cancellation)
    {
        Directory.CreateDirectory(incoming);
        var path = Path.Combine(incoming, Guid.CreateVersion7().ToString("N"));
        var block = ArrayPool<byte>.Shared.Rent(BlockSize);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var head = new byte[FileContent.HeadLength];
        var size = 0L;
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, BlockSize, FileOptions.Asynchronous);
            int read;
            while (size <= limit && (read = await content.ReadAsync(block, cancellation)) > 0)
            {
                if (size < head.Length)
                {
                    block.AsSpan(0, (int)Math.Min(read, head.Length - size)).CopyTo(head.AsSpan((int)size));
                }
                hash.AppendData(block, 0, read);
                await file.WriteAsync(block.AsMemory(0, read), cancellation);
                size += read;
            }
            // the row that names this content must never be committed before the content itself is on the disk
            file.Flush(flushToDisk: true);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
        return new IncomingFile(path, Convert.ToHexStringLower(hash.GetHashAndReset()), size, head[..(int)Math.Min(size, head.Length)], size > limit);
    }

    public void Keep(IncomingFile file)
    {
        var target = PathOf(file.Sha256);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Move(file.Path, target, overwrite: true);
        File.SetLastWriteTimeUtc(target, machine.GetUtcNow().UtcDateTime);
    }

    public Stream? Open(string sha256) => OpenFile(PathOf(sha256));

    public Stream? OpenDerived(string sha256, string name) => OpenFile($"{PathOf(sha256)}.{name}");

    public void KeepDerived(string sha256, string name, ReadOnlySpan<byte> content)
    {
        Directory.CreateDirectory(incoming);
        var path = Path.Combine(incoming, Guid.CreateVersion7().ToString("N"));
        File.WriteAllBytes(path, content);
        File.Move(path, $"{PathOf(sha256)}.{name}", overwrite: true);
    }

    private static FileStream? OpenFile(string path) => File.Exists(path)
        ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BlockSize, FileOptions.Asynchronous)
        : null;

    public bool RemoveUnlessSentSince(string sha256, DateTimeOffset instant)
    {
        var path = PathOf(sha256);
        if (!File.Exists(path) || File.GetLastWriteTimeUtc(path) >= instant.UtcDateTime)
        {
            return false;
        }
        foreach (var derived in Directory.EnumerateFiles(Path.GetDirectoryName(path)!, $"{sha256}.*"))
        {
            File.Delete(derived);
        }
        File.Delete(path);
        return true;
    }

    public void ClearIncoming(DateTimeOffset olderThan)
    {
        if (!Directory.Exists(incoming))
        {
            return;
        }
        foreach (var path in Directory.EnumerateFiles(incoming).Where(p => File.GetLastWriteTimeUtc(p) < olderThan.UtcDateTime).ToList())
        {
            File.Delete(path);
        }
    }

    private string PathOf(string sha256)
    {
        // a hash comes from our own rows, yet a path is only ever built from one that looks like one
        if (sha256.Length != 64 || !sha256.All(char.IsAsciiHexDigitLower))
        {
            throw new ArgumentException("not a SHA-256 in lower-case hex", nameof(sha256));
        }
        return Path.Combine(folder, sha256[..2], sha256[2..4], sha256);
    }
}
