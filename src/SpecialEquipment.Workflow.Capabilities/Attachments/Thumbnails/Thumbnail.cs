using Microsoft.Extensions.Logging;

namespace SpecialEquipment.Workflow.Capabilities.Attachments.Thumbnails;

/// <summary>
/// Small pictures of the evidence, derived when first asked for and kept beside the original under its hash (DESIGN D10). One at a time:
/// a case with forty photos must not take the node's memory. See docs/decisions for why the decoder is a managed one.
/// </summary>
internal sealed class Thumbnail(IAttachmentStore store, ILogger<Thumbnail> log)
{
    public const string ContentType = "image/jpeg";
    public const int LongestSide = 30_000;
    private const string Name = "320.jpg";
    private const int Side = 320;

    // 64 million pixels are what the largest phone camera writes; a progressive one is held at six bytes a pixel
    private const long MostPixels = 64_000_000;
    private const long MostHeldPixels = 9_000_000;
    private const long MostSentWebp = 2 * 1024 * 1024;
    private readonly SemaphoreSlim oneAtATime = new(1, 1);

    /// <summary>Null when none can be derived.</summary>
    public async Task<Stream?> OpenAsync(Attachment attachment, CancellationToken cancellation)
    {
        if (store.OpenDerived(attachment.Sha256, Name) is { } known)
        {
            return OrNone(known);
        }
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            if (store.OpenDerived(attachment.Sha256, Name) is null)
            {
                // what cannot be derived is kept as empty: a picture that costs much to refuse is refused once
                store.KeepDerived(attachment.Sha256, Name, (await DeriveAsync(attachment, cancellation)).Span);
            }
        }
        finally
        {
            oneAtATime.Release();
        }
        return store.OpenDerived(attachment.Sha256, Name) is { } derived ? OrNone(derived) : null;
    }

    /// <summary>Every browser shows WebP and we decode none: one of a decent size stands for itself.</summary>
    public async Task<bool> MayStandForItselfAsync(Attachment attachment, CancellationToken cancellation)
    {
        if (attachment.ContentType != "image/webp" || attachment.Size > MostSentWebp || store.Open(attachment.Sha256) is not { } content)
        {
            return false;
        }
        await using var file = content;
        var head = new byte[32];
        await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation);
        return WebpSize.Of(head) is var (width, height) && MayDecode(width, height, mustBeHeld: true);
    }

    public static bool MayDecode(int width, int height, bool mustBeHeld) =>
        width is > 0 and <= LongestSide && height is > 0 and <= LongestSide && (long)width * height <= (mustBeHeld ? MostHeldPixels : MostPixels);

    private static Stream? OrNone(Stream derived)
    {
        if (derived.Length > 0)
        {
            return derived;
        }
        derived.Dispose();
        return null;
    }

    private async Task<ReadOnlyMemory<byte>> DeriveAsync(Attachment attachment, CancellationToken cancellation)
    {
        if (attachment.ContentType is not (ContentType or "image/png") || store.Open(attachment.Sha256) is not { } content)
        {
            return ReadOnlyMemory<byte>.Empty;
        }
        await using var original = content;
        var file = new byte[original.Length];
        await original.ReadExactlyAsync(file, cancellation);
        try
        {
            var picture = attachment.ContentType == ContentType ? JpegPicture.Shrink(file, Side) : PngPicture.Shrink(file, Side);
            return picture is null ? ReadOnlyMemory<byte>.Empty : JpegPicture.Encode(picture);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // whatever a decoder makes of a broken or hostile file is the file's fault, never this request's
            log.LogInformation(e, "no thumbnail of {Sha256} ({ContentType})", attachment.Sha256, attachment.ContentType);
            return ReadOnlyMemory<byte>.Empty;
        }
    }
}
