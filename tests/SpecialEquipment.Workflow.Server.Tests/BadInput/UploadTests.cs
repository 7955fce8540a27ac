using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace SpecialEquipment.Workflow.Server.Tests.BadInput;

/// <summary>Files that are too large, or not what they claim to be.</summary>
[Collection(nameof(BadInputCollection))]
public sealed class UploadTests(County county)
{
    private const long TwoHundredMegabytes = 200L * 1024 * 1024;
    private const string Boundary = "----test-boundary";
    private static readonly byte[] PartHead = Encoding.ASCII.GetBytes(
        $"--{Boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"photo.png\"\r\nContent-Type: image/png\r\n\r\n");

    [Fact]
    public async Task A_200_MB_upload_that_says_its_size_is_refused_before_anything_is_read()
    {
        var sent = 0L;
        await county.RefusesAsync(413, "attachments.too-large", async () =>
        {
            var (answer, bytes) = await SendAsync(lengthKnown: true);
            sent = bytes;
            return answer;
        });
        Assert.InRange(sent, 0, 32 * 1024 * 1024);
    }

    [Fact]
    public async Task A_200_MB_upload_that_hides_its_size_is_cut_off_and_fills_no_memory()
    {
        await SendAsync(lengthKnown: false); // what the first such call sets up for good is not the upload's
        var before = Memory();
        var sent = 0L;
        await county.RefusesAsync(413, "attachments.too-large", async () =>
        {
            var (answer, bytes) = await SendAsync(lengthKnown: false);
            sent = bytes;
            return answer;
        });
        var grown = (Memory() - before) / (1024.0 * 1024);
        TestContext.Current.SendDiagnosticMessage($"200 MB upload: {sent / (1024.0 * 1024):0.0} MB taken from the caller, memory {grown:+0.0;-0.0} MB");
        Assert.InRange(sent, 0, 60 * 1024 * 1024);
        Assert.True(grown < 40, $"memory grew by {grown:0.0} MB");
    }

    [Theory]
    [InlineData("现场照片.png", "image/png", "MZ\u0090 this is a program")]
    [InlineData("现场照片.jpg", "image/jpeg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("报告.pdf", "application/pdf", "<html><script>alert(1)</script></html>")]
    public async Task Content_decides_what_a_file_is(string name, string type, string content)
    {
        var answer = await county.RefusesAsync(422, "attachments.wrong-kind", () => county["inspector1"].UploadAsync(Encoding.Latin1.GetBytes(content), name, type));

        Assert.Equal("file", Assert.Single(answer.Fields));
    }

    [Fact]
    public async Task A_form_without_a_file_and_an_empty_file_are_refused()
    {
        using var form = new MultipartFormDataContent { { new StringContent("2026-03-02T00:00:00Z"), "takenAt" } };
        await county.RefusesAsync(422, "attachments.no-file", () => county["inspector1"].SendAsync(HttpMethod.Post, "/api/attachments", form));
        await county.RefusesAsync(422, "attachments.no-file", () => county["inspector1"].UploadAsync([]));
        await county.RefusesAsync(422, "attachments.no-file", () => county["inspector1"].PostAsync("/api/attachments", new { file = "x" }));
    }

    private static long Memory()
    {
        GC.Collect(2, GCCollectionMode.Forced, blocking: true);
        using var process = Process.GetCurrentProcess();
        return process.PrivateMemorySize64;
    }

    /// <summary>Sends over a bare connection until all is sent or the server has answered; a usual client would hide what was cut off.</summary>
    private async Task<(Answer Answer, long Sent)> SendAsync(bool lengthKnown)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(county.Host.Address.Host, county.Host.Address.Port);
        var stream = connection.GetStream();
        var head = $"POST /api/attachments HTTP/1.1\r\nHost: {county.Host.Address.Authority}\r\nAuthorization: {county["inspector1"].Http.DefaultRequestHeaders.Authorization}\r\n"
            + $"Content-Type: multipart/form-data; boundary={Boundary}\r\n"
            + (lengthKnown ? $"Content-Length: {TwoHundredMegabytes}\r\n" : "Transfer-Encoding: chunked\r\n") + "\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));

        var answer = AnswerAsync(stream);
        var sent = 0L;
        var block = new byte[64 * 1024];
        PartHead.CopyTo(block, 0);
        Caller.Png.CopyTo(block, PartHead.Length);
        try
        {
            while (sent < TwoHundredMegabytes && !answer.IsCompleted)
            {
                if (!lengthKnown)
                {
                    await stream.WriteAsync(Encoding.ASCII.GetBytes(block.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n"));
                }
                await stream.WriteAsync(block);
                if (!lengthKnown)
                {
                    await stream.WriteAsync("\r\n"u8.ToArray());
                }
                sent += block.Length;
                Array.Clear(block);
            }
        }
        catch (IOException)
        {
            // cut off, which is what the test is about
        }
        return (await answer, sent);
    }

    private static async Task<Answer> AnswerAsync(NetworkStream stream)
    {
        var received = new MemoryStream();
        var block = new byte[8192];
        while (Whole(received) is null)
        {
            var read = await stream.ReadAsync(block);
            if (read == 0)
            {
                break;
            }
            received.Write(block, 0, read);
        }
        return Whole(received) ?? throw new InvalidOperationException("the server closed without an answer: " + Encoding.UTF8.GetString(received.ToArray()));
    }

    private static Answer? Whole(MemoryStream received)
    {
        var text = Encoding.UTF8.GetString(received.ToArray());
        var (begin, end) = (text.IndexOf('{', StringComparison.Ordinal), text.LastIndexOf('}'));
        try
        {
            return begin < 0 || end < begin ? null
                : new Answer(int.Parse(text.AsSpan(9, 3), CultureInfo.InvariantCulture), System.Text.Json.JsonDocument.Parse(text[begin..(end + 1)]).RootElement);
        }
        catch (System.Text.Json.JsonException)
        {
            return null; // not all of it has come yet
        }
    }
}
