using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

namespace SpecialEquipment.Workflow.Capabilities.CaseFile.Export;

/// <summary>
/// The .zip as it is written straight into the answer: one file open at a time, nothing kept but the list of what went in. Names are
/// Chinese (the archive marks them as UTF-8).
/// </summary>
internal sealed class CaseFolder(ZipArchive zip, DateTimeOffset now)
{
    /// <param name="Sha256">Lower-case hex; null for what the case itself describes, such as the ledger.</param>
    /// <param name="Missing">Named by the case but lost from the store.</param>
    public sealed record Entry(string Name, long Size, string? Sha256, bool Missing = false);

    private const int NameLength = 120;
    private readonly List<Entry> entries = [];

    public IReadOnlyList<Entry> Entries => entries;

    public Task AddAsync(string name, string text, CancellationToken cancellation) => AddAsync(name, Encoding.UTF8.GetBytes(text), cancellation);

    public async Task AddAsync(string name, byte[] content, CancellationToken cancellation)
    {
        await WriteAsync(name, CompressionLevel.Fastest, (stream, token) => stream.WriteAsync(content, token).AsTask(), cancellation);
        entries.Add(new Entry(name, content.Length, Convert.ToHexStringLower(SHA256.HashData(content))));
    }

    /// <summary>Photos are compressed already.</summary>
    public async Task AddAsync(string name, Stream content, long size, string sha256, CancellationToken cancellation)
    {
        await WriteAsync(name, CompressionLevel.NoCompression, content.CopyToAsync, cancellation);
        entries.Add(new Entry(name, size, sha256));
    }

    public async Task AddAsync(string name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellation)
    {
        await WriteAsync(name, CompressionLevel.Fastest, write, cancellation);
        entries.Add(new Entry(name, 0, null));
    }

    public void Miss(string name, long size, string sha256) => entries.Add(new Entry(name, size, sha256, Missing: true));

    /// <summary>What no file system minds.</summary>
    public static string Safe(string name)
    {
        var safe = string.Concat(name.Select(c => char.IsControl(c) || c is '\\' or '/' or ':' or '*' or '?' or '"' or '<' or '>' or '|' ? '_' : c)).Trim(' ', '.');
        return safe.Length > NameLength ? safe[^NameLength..] : safe;
    }

    private async Task WriteAsync(string name, CompressionLevel level, Func<Stream, CancellationToken, Task> write, CancellationToken cancellation)
    {
        var entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = ShanghaiTime.Local(now);
        await using var stream = await entry.OpenAsync(cancellation);
        await write(stream, cancellation);
    }
}
