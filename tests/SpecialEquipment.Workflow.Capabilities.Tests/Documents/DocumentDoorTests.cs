using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Documents;

public class DocumentDoorTests
{
    [Fact]
    public async Task A_document_is_read_printed_served_and_found_in_the_ledger_by_those_who_may()
    {
        await using var web = await WebBench.StartAsync(services => services.AddSingleton<IDocumentSource, SampleFacts>());
        var matter = Guid.CreateVersion7();
        web.Bench.Matters.Show(matter, await web.Bench.ActorAsync("inspector1"));
        var issued = (await web.Bench.ActAsync(Actor.System, (act, token) => act.Services.GetRequiredService<IDocumentIssuer>().IssueAsync(
            new IssueRequest(DocumentTemplates.SafetySupervisionInstruction, matter), new DocumentReading(act.Db, act.Now, act.Services, new Dictionary<string, object?>()), token))).Value;

        var document = await web.GetJsonAsync($"/api/documents/{issued.Id}", "inspector1");
        Assert.Equal(("ISSUED", "高市监特令〔2026〕第0001号", "2026-03-20"), (
            document.GetProperty("state").GetString(), document.GetProperty("number").GetString(), document.GetProperty("fields").GetProperty("dueDate").GetString()));

        using var page = await web.Client.SendAsync(web.Call(HttpMethod.Get, $"/api/documents/{issued.Id}/html", "inspector1"));
        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", page.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Contains("特种设备安全监察指令书", await page.Content.ReadAsStringAsync());
        using var word = await web.Client.SendAsync(web.Call(HttpMethod.Get, $"/api/documents/{issued.Id}/docx", "inspector1"));
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", word.Content.Headers.ContentType!.MediaType);
        Assert.Equal("特种设备安全监察指令书 高市监特令〔2026〕第0001号.docx", word.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal("PK"u8.ToArray(), (await word.Content.ReadAsByteArrayAsync())[..2]);
        using var wordHidden = await web.Client.SendAsync(web.Call(HttpMethod.Get, $"/api/documents/{issued.Id}/docx", "enterprise1"));
        Assert.Equal(HttpStatusCode.NotFound, wordHidden.StatusCode);
        using var hidden = await web.Client.SendAsync(web.Call(HttpMethod.Get, $"/api/documents/{issued.Id}/html", "enterprise1"));
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);

        var service = new { mode = "DIRECT", receiver = "示例安全员", servedAt = web.Bench.Clock.GetUtcNow(), refused = false };
        using var served = await web.Client.SendAsync(web.Call(HttpMethod.Post, $"/api/documents/{issued.Id}/serve", "inspector1", JsonContent.Create(new { version = 1, service })));
        Assert.Equal("SERVED", (await served.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("state").GetString());
        using var stale = await web.Client.SendAsync(web.Call(HttpMethod.Post, $"/api/documents/{issued.Id}/serve", "inspector1", JsonContent.Create(new { version = 1, service })));
        var problem = await stale.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((HttpStatusCode.Conflict, "documents.stale-version", "SERVED", 2), (
            stale.StatusCode, problem.GetProperty("code").GetString(), problem.GetProperty("currentState").GetString(), problem.GetProperty("currentVersion").GetInt32()));

        var ledger = await web.GetJsonAsync($"/api/ledger/{matter}", "inspector1");
        Assert.Equal(2, ledger.GetProperty("items").GetArrayLength());
        Assert.True(ledger.GetProperty("verified").GetProperty("ok").GetBoolean());
    }
}
