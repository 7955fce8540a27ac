using System.IO.Compression;
using System.Text;
using System.Xml;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;

/// <summary>
/// The zip around a workbook, opened with distrust: old, encrypted and macro formats are named and refused, parts are unpacked only
/// under a count, and XML is read without DTD, entities or resolver.
/// </summary>
internal sealed class WorkbookPackage : IDisposable
{
    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private readonly ZipArchive zip;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly WorkbookLimits limits;
    private long total;

    private WorkbookPackage(ZipArchive zip, WorkbookLimits limits) => (this.zip, this.limits) = (zip, limits);

    /// <param name="file">Seekable; stays the caller's.</param>
    public static WorkbookPackage Open(Stream file, WorkbookLimits limits)
    {
        RefuseOtherFormats(file);
        ZipArchive zip;
        try
        {
            zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            var package = new WorkbookPackage(zip, limits);
            package.Admit();
            return package;
        }
        catch (InvalidDataException)
        {
            throw WorkbookRefusals.NoWorkbook;
        }
    }

    public bool Has(string part) => parts.ContainsKey(part);

    /// <summary>A reader over one part; null when the package has none of that name.</summary>
    public XmlReader? Read(string part)
    {
        if (!parts.TryGetValue(part, out var entry))
            return null;
        try
        {
            var counted = new CountedStream(entry.Open(), entry.CompressedLength, limits, AddToTotal);
            return XmlReader.Create(counted, new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true, IgnoreComments = true, IgnoreProcessingInstructions = true,
                MaxCharactersFromEntities = 1024, MaxCharactersInDocument = limits.Part, CheckCharacters = false,
            });
        }
        catch (InvalidDataException)
        {
            throw WorkbookRefusals.Damaged;
        }
    }

    public void Dispose() => zip.Dispose();

    private void AddToTotal(int bytes)
    {
        total += bytes;
        if (total > limits.Total)
            throw WorkbookRefusals.Bomb;
    }

    private void Admit()
    {
        if (zip.Entries.Count > limits.Parts)
            throw WorkbookRefusals.Bomb;
        foreach (var entry in zip.Entries)
        {
            var name = entry.FullName.Replace('\\', '/').TrimStart('/');
            if (entry.IsEncrypted)
                throw WorkbookRefusals.Encrypted;
            if (entry.Length > limits.Part)
                throw WorkbookRefusals.Bomb;
            if (name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || name.StartsWith("xl/macrosheets/", StringComparison.OrdinalIgnoreCase))
                throw WorkbookRefusals.Macros;
            if (name.StartsWith("xl/externalLinks/", StringComparison.OrdinalIgnoreCase))
                throw WorkbookRefusals.ExternalLinks;
            if (name.Length > 0 && !name.EndsWith('/') && !parts.TryAdd(name, entry))
                throw WorkbookRefusals.Damaged; // two parts of one name: which one is meant nobody can say
        }
        RefuseMacroTypes();
        if (!Has("xl/workbook.xml"))
            throw WorkbookRefusals.NoWorkbook;
    }

    private void RefuseMacroTypes()
    {
        using var types = Read("[Content_Types].xml") ?? throw WorkbookRefusals.NoWorkbook;
        Guarded(types, reader =>
        {
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && reader.GetAttribute("ContentType") is { } type && type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase))
                    throw WorkbookRefusals.Macros;
            }
        });
    }

    /// <summary>Whatever the parser or the unpacker stumbles over is one refusal.</summary>
    public static void Guarded(XmlReader reader, Action<XmlReader> read)
    {
        try
        {
            read(reader);
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or FormatException or OverflowException)
        {
            throw WorkbookRefusals.Damaged;
        }
    }

    private static void RefuseOtherFormats(Stream file)
    {
        var head = new byte[8];
        file.Position = 0;
        var length = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (length == 8 && head.AsSpan().SequenceEqual(CompoundFile))
            throw HoldsEncryptedPackage(file) ? WorkbookRefusals.Encrypted : WorkbookRefusals.OldFormat;
        if (length < 4 || head[0] != 'P' || head[1] != 'K')
            throw WorkbookRefusals.NoWorkbook;
        file.Position = 0;
    }

    /// <summary>A password-protected .xlsx is a compound file with a stream of this name in its directory.</summary>
    private static bool HoldsEncryptedPackage(Stream file)
    {
        var name = Encoding.Unicode.GetBytes("EncryptedPackage");
        var block = new byte[64 * 1024 + name.Length];
        var kept = 0;
        file.Position = 0;
        for (int read; (read = file.Read(block, kept, block.Length - kept)) > 0;)
        {
            var filled = kept + read;
            if (block.AsSpan(0, filled).IndexOf(name) >= 0)
                return true;
            kept = Math.Min(name.Length, filled);
            block.AsSpan(filled - kept, kept).CopyTo(block);
        }
        return false;
    }
}
