using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace SpecialEquipment.Workflow.Server.Tests.BadInput;

/// <summary>The doors of imports and exports, met with what should not come through them.</summary>
[Collection(nameof(BadInputCollection))]
public sealed class SpreadsheetTests(County county)
{
    private const string Imports = "/api/spreadsheets/imports";
    private const long TwoHundredMegabytes = 200L * 1024 * 1024;

    [Theory]
    [InlineData(TwoHundredMegabytes)]
    [InlineData(null)]
    public async Task A_200_MB_workbook_is_refused_whether_or_not_it_says_its_size(long? says) =>
        await county.RefusesAsync(413, "spreadsheets.too-large", async () =>
        {
            using var sender = await Sender.BeginAsync(county, says, Imports + "?kind=hazards", "officer1");
            await sender.SendAsync(says is null ? 34 * 1024 * 1024 : TwoHundredMegabytes);
            return await sender.AnswerAsync();
        });

    [Fact]
    public async Task What_is_no_upload_or_no_workbook_is_refused_by_name()
    {
        await county.RefusesAsync(422, "spreadsheets.no-file", () => county["officer1"].PostAsync(Imports + "?kind=hazards", new { file = "x" }));
        await county.RefusesAsync(422, "spreadsheets.no-file", () => UploadAsync("officer1", []));
        await county.RefusesAsync(422, "spreadsheets.no-workbook", () => UploadAsync("officer1", Encoding.UTF8.GetBytes("单位,信用代码\n")));
        await county.RefusesAsync(422, "spreadsheets.old-format", () => UploadAsync("officer1", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]]));
        await county.RefusesAsync(422, "spreadsheets.no-such-kind", () => UploadAsync("officer1", Sample(), "ships"));
    }

    [Fact]
    public async Task Nobody_of_a_unit_and_no_inspector_gets_through_any_door()
    {
        var id = (await county["officer1"].MustAsync(UploadAsync("officer1", Sample()))).GetProperty("id").GetGuid();
        foreach (var who in new[] { "enterprise1", "inspector1", "designer1" })
        {
            Assert.Equal(403, (await UploadAsync(who, Sample())).Status);
            foreach (var path in new[] { "/api/spreadsheets/kinds", Imports, $"{Imports}/{id}", $"{Imports}/{id}/rows", $"{Imports}/{id}/bad-rows", "/api/spreadsheets/templates/hazards" })
                Assert.Equal(403, (await county[who].GetAsync(path)).Status);
            foreach (var act in new[] { "map", "start", "cancel" })
                Assert.Equal(403, (await county[who].PostAsync($"{Imports}/{id}/{act}", new { })).Status);
        }
        Assert.Equal(403, (await county["officer1"].GetAsync("/api/spreadsheets/exports")).Status);
        Assert.Equal(401, (await new Caller(county.Host.Anonymous(), "").GetAsync(Imports)).Status);
    }

    [Fact]
    public async Task Somebody_elses_import_is_none()
    {
        var id = (await county["admin1"].MustAsync(UploadAsync("admin1", Sample()))).GetProperty("id").GetGuid();

        foreach (var act in new[] { "map", "start", "cancel" })
            await county.RefusesAsync(404, "spreadsheets.no-such-import", () => county["officer1"].PostAsync($"{Imports}/{id}/{act}", new { }));
        await county.RefusesAsync(404, "spreadsheets.no-such-import", () => county["officer1"].GetAsync($"{Imports}/{id}/bad-rows"));
        await county.RefusesAsync(404, "spreadsheets.no-such-import", () => county["officer1"].GetAsync($"{Imports}/{Guid.CreateVersion7()}"));
    }

    [Fact]
    public async Task Mapping_starting_and_cancelling_out_of_turn_are_refused()
    {
        var id = (await county["officer1"].MustAsync(UploadAsync("officer1", Sample()))).GetProperty("id").GetGuid();
        var missing = await county.RefusesAsync(422, "spreadsheets.mapping", () => county["officer1"].PostAsync($"{Imports}/{id}/map", new { columns = new { unit = 1 } }));
        Assert.Contains("columns.text", missing.Fields);
        await county.RefusesAsync(422, "spreadsheets.no-such-sheet", () => county["officer1"].PostAsync($"{Imports}/{id}/map", new { sheet = 7 }));
        await county.RefusesAsync(409, "spreadsheets.wrong-state", () => county["officer1"].PostAsync($"{Imports}/{id}/start", new { }));
        await county["officer1"].MustAsync(county["officer1"].PostAsync($"{Imports}/{id}/cancel", new { }));
        await county.RefusesAsync(409, "spreadsheets.wrong-state", () => county["officer1"].PostAsync($"{Imports}/{id}/cancel", new { }));
        await county.RefusesAsync(422, "spreadsheets.filter", () => county["officer1"].GetAsync($"{Imports}/{id}/rows?state=PERHAPS"));
    }

    [Fact]
    public async Task A_filter_nobody_knows_exports_nothing()
    {
        await county.RefusesAsync(422, "hazards.filter", () => county["officer1"].GetAsync("/api/hazards/export?state=OPEN"));
        await county.RefusesAsync(422, "tasks.sort", () => county["officer1"].GetAsync("/api/tasks/export?sort=name"));
    }

    [Fact]
    public async Task An_import_goes_through_the_real_doors_and_the_list_comes_out_again_on_record()
    {
        var officer = county["officer1"];
        var import = await officer.MustAsync(UploadAsync("officer1", Sample()));
        var id = import.GetProperty("id").GetGuid();
        var columns = import.GetProperty("mapping").EnumerateArray().ToDictionary(m => m.GetProperty("name").GetString()!, m => m.GetProperty("column").GetInt32());
        await officer.MustAsync(officer.PostAsync($"{Imports}/{id}/map", new { columns }));
        var ready = await StateAsync(id, "READY");
        Assert.Equal((190, 10), (ready.GetProperty("goodRows").GetInt32(), ready.GetProperty("badRows").GetInt32()));
        var bad = await officer.MustAsync(officer.GetAsync($"{Imports}/{id}/rows?state=BAD&limit=3"));
        Assert.Equal((3, 10), (bad.GetProperty("items").GetArrayLength(), bad.GetProperty("total").GetInt32()));
        await officer.MustAsync(officer.PostAsync($"{Imports}/{id}/start", new { }));
        Assert.Equal(190, (await StateAsync(id, "DONE")).GetProperty("importedRows").GetInt32());

        using var export = await officer.Http.GetAsync("/api/hazards/export?state=SIGNED_OFF&sort=foundAt", HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal((HttpStatusCode.OK, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), (export.StatusCode, export.Content.Headers.ContentType!.MediaType));
        Assert.Equal("隐患台账.xlsx", export.Content.Headers.ContentDisposition!.FileNameStar);
        using var zip = new ZipArchive(new MemoryStream(await export.Content.ReadAsByteArrayAsync()));
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var rows = (await sheet.ReadToEndAsync()).Split("<row ").Length - 2;
        Assert.True(rows >= 110, $"{rows} rows");
        var record = (await county["auditor1"].MustAsync(county["auditor1"].GetAsync("/api/spreadsheets/exports"))).GetProperty("items")[0];
        Assert.Equal(("hazards", rows, "officer1", "?state=SIGNED_OFF&sort=foundAt"),
            (record.GetProperty("kind").GetString(), record.GetProperty("rows").GetInt32(), record.GetProperty("userName").GetString(), record.GetProperty("filter").GetString()));

        using var own = await county["enterprise1"].Http.GetAsync("/api/equipment/export");
        using var theirs = await county["officer1"].Http.GetAsync("/api/equipment/export");
        Assert.True((await own.Content.ReadAsByteArrayAsync()).Length < (await theirs.Content.ReadAsByteArrayAsync()).Length, "a unit exports its own devices only");
    }

    private Task<Answer> UploadAsync(string who, byte[] content, string kind = "hazards")
    {
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return county[who].SendAsync(HttpMethod.Post, $"{Imports}?kind={kind}", new MultipartFormDataContent { { file, "file", "隐患台账.xlsx" } });
    }

    private async Task<JsonElement> StateAsync(Guid id, string state)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (true)
        {
            var import = await county["officer1"].MustAsync(county["officer1"].GetAsync($"{Imports}/{id}"));
            if (import.GetProperty("state").GetString() == state)
                return import;
            Assert.False(import.GetProperty("state").GetString() is "FAILED" or "CANCELLED", import.ToString());
            await Task.Delay(200, patience.Token);
        }
    }

    private static byte[] Sample() =>
        File.ReadAllBytes(Repository.Path("tests", "SpecialEquipment.Workflow.Capabilities.Tests", "Spreadsheets", "sample-ledger.xlsx"));
}
