using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Attachments;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Attachments;

public class AttachmentDoorTests
{
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[900]];
    private static readonly byte[] Pdf = [.. "%PDF-1.7\n"u8, .. new byte[900]];

    private static MultipartFormDataContent Form(HttpContent file, string name = "机房照片.jpg", string? takenAt = null)
    {
        var form = new MultipartFormDataContent { { file, "file", name } };
        if (takenAt is not null)
        {
            form.Add(new StringContent(takenAt), "takenAt");
        }
        return form;
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(WebBench web, HttpContent content, string user = "inspector1", bool expectContinue = false)
    {
        using var request = web.Call(HttpMethod.Post, "/api/attachments", user, content);
        request.Headers.ExpectContinue = expectContinue;
        using var answer = await web.Client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    [Fact]
    public async Task A_photo_goes_up_and_comes_back_as_it_was_with_safe_headers()
    {
        await using var web = await WebBench.StartAsync();
        var (status, receipt) = await PostAsync(web, Form(new ByteArrayContent(Jpeg), takenAt: "2026-02-09T10:12:00+08:00"));
        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal(("机房照片.jpg", "image/jpeg", Jpeg.Length), (receipt.GetProperty("name").GetString(), receipt.GetProperty("contentType").GetString(), receipt.GetProperty("size").GetInt32()));
        var id = receipt.GetProperty("id").GetGuid();
        Assert.Equal(new DateTimeOffset(2026, 2, 9, 2, 12, 0, TimeSpan.Zero), await web.Bench.ReadAsync((_, db) => db.Set<Attachment>().Where(a => a.Id == id).Select(a => a.TakenAt).SingleAsync()));

        using var answer = await web.Client.SendAsync(web.Call(HttpMethod.Get, $"/api/attachments/{id}", "inspector1"));
        Assert.Equal(Jpeg, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("inline", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("机房照片.jpg", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single());

        using var again = web.Call(HttpMethod.Get, $"/api/attachments/{id}", "inspector1");
        again.Headers.IfNoneMatch.Add(new EntityTagHeaderValue($"\"{receipt.GetProperty("sha256").GetString()}\""));
        using var unchanged = await web.Client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        using var stranger = await web.Client.SendAsync(web.Call(HttpMethod.Get, $"/api/attachments/{id}", "enterprise1"));
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
    }

    [Fact]
    public async Task A_paper_is_downloaded_and_has_no_thumbnail()
    {
        await using var web = await WebBench.StartAsync();
        var (_, receipt) = await PostAsync(web, Form(new ByteArrayContent(Pdf), "报告.pdf"));
        var id = receipt.GetProperty("id").GetGuid();
        using var answer = await web.Client.SendAsync(web.Call(HttpMethod.Get, $"/api/attachments/{id}", "inspector1"));
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        using var thumbnail = await web.Client.SendAsync(web.Call(HttpMethod.Get, $"/api/attachments/{id}/thumbnail", "inspector1"));
        Assert.Equal(HttpStatusCode.NotFound, thumbnail.StatusCode);
    }

    [Fact]
    public async Task Two_hundred_megabytes_are_refused_before_they_are_sent()
    {
        await using var web = await WebBench.StartAsync();
        var endless = new NeverEndingContent(200L * 1024 * 1024);
        var form = Form(endless);
        var (status, problem) = await PostAsync(web, form, expectContinue: true);
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "attachments.too-large"), (status, problem.GetProperty("code").GetString()));
        Assert.Contains("20 MB", problem.GetProperty("detail").GetString());
        Assert.Equal(0, endless.Sent);
    }

    [Fact]
    public async Task Who_sends_without_asking_still_reads_the_reason()
    {
        await using var web = await WebBench.StartAsync();
        var (status, problem) = await PostAsync(web, Form(new NeverEndingContent(40L * 1024 * 1024)));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "attachments.too-large"), (status, problem.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_length_that_was_not_told_is_refused_at_the_first_byte_too_many()
    {
        await using var web = await WebBench.StartAsync();
        var (status, problem) = await PostAsync(web, Form(new NeverEndingContent(length: null, stopAfter: 21 * 1024 * 1024)));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "attachments.too-large"), (status, problem.GetProperty("code").GetString()));
        Assert.Equal(0, await web.Bench.ReadAsync((_, db) => db.Set<Attachment>().CountAsync()));
        Assert.Empty(Directory.GetFiles(Path.Combine(web.Bench.Folder, "attachments"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Wrong_content_an_empty_file_and_no_form_at_all_get_their_refusals()
    {
        await using var web = await WebBench.StartAsync();
        Assert.Equal("attachments.wrong-kind", (await PostAsync(web, Form(new StringContent("<svg onload=alert(1)>"), "a.jpg"))).Body.GetProperty("code").GetString());
        Assert.Equal("attachments.no-file", (await PostAsync(web, Form(new ByteArrayContent([])))).Body.GetProperty("code").GetString());
        Assert.Equal("attachments.no-file", (await PostAsync(web, new MultipartFormDataContent { { new StringContent("x"), "other" } })).Body.GetProperty("code").GetString());
        Assert.Equal("attachments.no-file", (await PostAsync(web, new StringContent("{}"))).Body.GetProperty("code").GetString());
        var cut = new ByteArrayContent("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\nhalf"u8.ToArray());
        cut.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        Assert.Equal("attachments.no-file", (await PostAsync(web, cut)).Body.GetProperty("code").GetString());
    }

    /// <summary>Sends a JPEG head and then zeros; counts what really left.</summary>
    private sealed class NeverEndingContent(long? length, long stopAfter = long.MaxValue) : HttpContent
    {
        public long Sent { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var block = new byte[64 * 1024];
            Jpeg.AsSpan(0, 4).CopyTo(block);
            while (Sent < Math.Min(length ?? long.MaxValue, stopAfter))
            {
                await stream.WriteAsync(block);
                Sent += block.Length;
            }
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = length ?? 0;
            return length is not null;
        }
    }
}
