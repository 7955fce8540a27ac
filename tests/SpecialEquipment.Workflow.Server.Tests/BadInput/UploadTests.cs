using System.Diagnostics;
using System.Text;

namespace SpecialEquipment.Workflow.Server.Tests.BadInput;

/// <summary>Files that are too large, or not what they claim to be.</summary>
[Collection(nameof(BadInputCollection))]
public sealed class UploadTests(County county)
{
    private const long TwoHundredMegabytes = 200L * 1024 * 1024;

    [Fact]
    public async Task A_200_MB_upload_that_says_its_size_is_refused_before_anything_is_read() =>
        await county.RefusesAsync(413, "attachments.too-large", async () =>
        {
            using var sender = await Sender.BeginAsync(county, TwoHundredMegabytes);
            await sender.SendAsync(64 * 1024); // and not one byte more until the answer is here
            return await sender.AnswerAsync();
        });

    [Fact]
    public async Task A_200_MB_upload_that_hides_its_size_is_refused_when_the_limit_is_reached() =>
        await county.RefusesAsync(413, "attachments.too-large", async () =>
        {
            using var sender = await Sender.BeginAsync(county, null);
            await sender.SendAsync(22 * 1024 * 1024);
            return await sender.AnswerAsync();
        });

    [Fact]
    public async Task A_200_MB_upload_that_goes_on_after_the_refusal_fills_no_memory()
    {
        await ThrowAtItAsync(); // what the first such call sets up for good is not the upload's
        var before = Memory();
        await ThrowAtItAsync();
        var grown = (Memory() - before) / (1024.0 * 1024);
        TestContext.Current.TestOutputHelper!.WriteLine($"memory {grown:+0.0;-0.0} MB after a 200 MB upload");
        Assert.True(grown < 60, $"memory grew by {grown:0.0} MB");

        async Task ThrowAtItAsync()
        {
            using var sender = await Sender.BeginAsync(county, TwoHundredMegabytes);
            await sender.SendAsync(TwoHundredMegabytes);
            Assert.Equal(413, (await sender.AnswerAsync()).Status);
        }
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
}
