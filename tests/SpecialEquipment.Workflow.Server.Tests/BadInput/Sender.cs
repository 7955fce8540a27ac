using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace SpecialEquipment.Workflow.Server.Tests.BadInput;

/// <summary>An upload over a bare connection, byte by byte under the test's control; a usual client would hide what was cut off.</summary>
internal sealed class Sender : IDisposable
{
    private const string Boundary = "----test-boundary";
    private readonly TcpClient connection = new();
    private readonly bool isChunked;
    private NetworkStream stream = null!;
    private Task<Answer> answer = null!;
    private bool begun;

    private Sender(bool isChunked) => this.isChunked = isChunked;

    /// <param name="length">What the caller says about the size; null when it says nothing.</param>
    public static async Task<Sender> BeginAsync(County county, long? length, string path = "/api/attachments", string userName = "inspector1")
    {
        var sender = new Sender(length is null);
        await sender.connection.ConnectAsync(county.Host.Address.Host, county.Host.Address.Port);
        sender.stream = sender.connection.GetStream();
        var head = $"POST {path} HTTP/1.1\r\nHost: {county.Host.Address.Authority}\r\nAuthorization: {county[userName].Http.DefaultRequestHeaders.Authorization}\r\n"
            + $"Content-Type: multipart/form-data; boundary={Boundary}\r\n" + (length is null ? "Transfer-Encoding: chunked\r\n\r\n" : $"Content-Length: {length}\r\n\r\n");
        await sender.stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        sender.answer = sender.ReceiveAsync();
        return sender;
    }

    /// <summary>Sends so many bytes of a picture, or fewer when the server hangs up.</summary>
    public async Task SendAsync(long bytes)
    {
        var block = new byte[64 * 1024];
        var chunk = isChunked ? Encoding.ASCII.GetBytes(block.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n") : [];
        if (!begun)
        {
            var part = Encoding.ASCII.GetBytes($"--{Boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"photo.png\"\r\nContent-Type: image/png\r\n\r\n");
            part.CopyTo(block, 0);
            Caller.Png.CopyTo(block, part.Length);
            begun = true;
        }
        var message = isChunked ? [.. chunk, .. block, .. "\r\n"u8] : block;
        try
        {
            for (var sent = 0L; sent < bytes; sent += block.Length)
            {
                await stream.WriteAsync(message);
                Array.Clear(message, chunk.Length, block.Length);
            }
        }
        catch (IOException)
        {
            // cut off, which is what the test is about
        }
    }

    public Task<Answer> AnswerAsync() => answer;

    public void Dispose() => connection.Dispose();

    private async Task<Answer> ReceiveAsync()
    {
        var received = new StringBuilder();
        var block = new byte[8192];
        while (true)
        {
            var read = await stream.ReadAsync(block);
            received.Append(Encoding.UTF8.GetString(block, 0, read));
            if (Whole(received.ToString()) is { } whole)
            {
                return whole;
            }
            if (read == 0)
            {
                throw new InvalidOperationException("the server hung up without an answer: " + received);
            }
        }
    }

    private static Answer? Whole(string text)
    {
        var (begin, end) = (text.IndexOf('{', StringComparison.Ordinal), text.LastIndexOf('}'));
        try
        {
            return begin < 0 || end < begin ? null : new Answer(int.Parse(text.AsSpan(9, 3), CultureInfo.InvariantCulture), JsonDocument.Parse(text[begin..(end + 1)]).RootElement);
        }
        catch (JsonException)
        {
            return null; // not all of it has come yet
        }
    }
}
