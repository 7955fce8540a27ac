namespace SpecialEquipment.Workflow.Capabilities.Attachments;

/// <summary>What a file is, told from its first bytes. The name and the type a client claims are never believed.</summary>
public static class FileContent
{
    public const int HeadLength = 12;

    /// <summary>Null for anything that is not a JPEG, PNG, WebP or PDF.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => "application/pdf",
        _ => null,
    };

    public static bool IsImage(string contentType) => contentType.StartsWith("image/", StringComparison.Ordinal);

    /// <summary>The last part of a name without what no file name may carry; only for showing, never for a path.</summary>
    public static string CleanName(string? name)
    {
        var last = (name ?? "").Replace('\\', '/').Split('/')[^1];
        var clean = string.Concat(last.Where(c => !char.IsControl(c) && c is not ('"' or '<' or '>' or '|' or '?' or '*' or ':'))).Trim();
        return clean.Length switch { 0 => "附件", > 120 => clean[^120..], _ => clean };
    }
}
