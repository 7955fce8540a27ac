using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Attachments;

/// <summary>
/// A client that sends without asking first reads the answer only when it has finished; cutting it off would show it a broken
/// connection instead of the reason. So the rest is read and thrown away, within bounds. One that asks (<c>Expect: 100-continue</c>) sends nothing.
/// </summary>
public static class RefusedUpload
{
    private const long PatienceLimit = 256 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static async Task LetFinishAsync(HttpContext http, CancellationToken cancellation)
    {
        if (http.Request.Headers.Expect.Count > 0)
        {
            http.Response.Headers.Connection = "close";
            return;
        }
        AllowToFinish(http);
        var machine = http.RequestServices.GetRequiredService<TimeProvider>();
        using var patience = new CancellationTokenSource(Patience, machine);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        var block = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            for (var left = PatienceLimit; left > 0;)
            {
                var read = await http.Request.Body.ReadAsync(block, either.Token);
                if (read == 0)
                {
                    return;
                }
                left -= read;
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // out of patience, or the client left: the answer is tried all the same
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }

    /// <summary>The door counts for itself; the server's own limit would cut the connection instead of answering.</summary>
    public static void AllowToFinish(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = PatienceLimit;
        }
    }
}
