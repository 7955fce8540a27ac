using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;
using SpecialEquipment.Workflow.Server.Tests;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Benchmarks;

/// <summary>
/// A county moves in and out: a ledger of 100,000 rows through the real doors of the whole server, checked and imported with progress, and
/// the whole list exported again. One row in ten is open and starts a flow with its task, as a ledger of several years has it.
/// </summary>
internal static class SheetBenchmarks
{
    private static readonly int Rows = int.Parse(Environment.GetEnvironmentVariable("BENCHMARK_ROWS") ?? "100000", CultureInfo.InvariantCulture);

    public static async Task RunAsync(Floors floors, bool import, bool export)
    {
        await using var host = await ServerHost.StartAsync();
        using var officer = await host.SignInAsync("officer1");
        var file = await LedgerAsync(officer);
        Console.WriteLine($"a ledger of {Rows:N0} rows, {file.Length / 1024.0 / 1024:N1} MB");
        var raw = RawInserts();
        Console.WriteLine($"baseline: SQLite inserts {raw:N0} rows of 1 KiB a second here, 200 per commit");
        var seconds = await ImportAsync(officer, file);
        Console.WriteLine($"import: {seconds:N0} s in all, {Rows / seconds:N0} rows/s ({Rows / seconds / raw:P1} of the baseline)");
        if (import)
            floors.AtMost("seconds for the import", seconds, 300);
        if (export)
            await ExportAsync(host, officer, floors);
    }

    private static async Task<double> ImportAsync(HttpClient officer, byte[] file)
    {
        var clock = Stopwatch.StartNew();
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "台账.xlsx" } };
        var import = await SendAsync(officer.PostAsync("/api/spreadsheets/imports?kind=hazards", form));
        var (id, columns) = (import.GetProperty("id").GetGuid(), import.GetProperty("mapping").EnumerateArray().ToDictionary(m => m.GetProperty("name").GetString()!, m => m.GetProperty("column").GetInt32()));
        Console.WriteLine($"  uploaded and recognised after {clock.Elapsed.TotalSeconds:N1} s");
        await SendAsync(officer.PostAsJsonAsync($"/api/spreadsheets/imports/{id}/map", new { columns }));
        var ready = await UntilAsync(officer, id, "READY");
        Console.WriteLine($"  checked after {clock.Elapsed.TotalSeconds:N1} s: {ready.GetProperty("goodRows")} good, {ready.GetProperty("badRows")} bad");
        await SendAsync(officer.PostAsJsonAsync($"/api/spreadsheets/imports/{id}/start", new { }));
        var done = await UntilAsync(officer, id, "DONE");
        if (done.GetProperty("importedRows").GetInt32() != Rows)
            throw new InvalidOperationException($"imported {done.GetProperty("importedRows")} of {Rows}: {done}");
        return clock.Elapsed.TotalSeconds;
    }

    private static async Task ExportAsync(ServerHost host, HttpClient officer, Floors floors)
    {
        var raw = RawWrite();
        Console.WriteLine($"baseline: the same texts and numbers are formatted and packed at {raw:N0} rows a second here");
        await DrainAsync(officer); // what the first one sets up for good is not the export's
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (rows, bytes, peak, clock) = (Rows, 0L, 0L, Stopwatch.StartNew());
        using (var answer = await officer.GetAsync("/api/hazards/export", HttpCompletionOption.ResponseHeadersRead))
        {
            answer.EnsureSuccessStatusCode();
            await using var body = await answer.Content.ReadAsStreamAsync();
            var block = new byte[64 * 1024];
            for (int read, step = 0; (read = await body.ReadAsync(block)) > 0; bytes += read)
            {
                if (step++ % 40 == 0)
                    peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true));
            }
        }
        var seconds = clock.Elapsed.TotalSeconds;
        Console.WriteLine($"export: {rows:N0} rows, {bytes / 1024.0 / 1024:N1} MB in {seconds:N1} s, {rows / seconds:N0} rows/s ({rows / seconds / raw:P1} of the baseline); "
            + $"{(peak - before) / 1024.0 / 1024:N1} MB more alive at the peak");
        floors.AtMost("MB more alive while exporting", (peak - before) / 1024.0 / 1024, 20);
        await using var db = host.Services.GetRequiredService<WorkflowDatabase>().CreateContext();
        if (await db.Set<Matter>().CountAsync() != rows)
            throw new InvalidOperationException("the export did not cover the whole list");
    }

    private static async Task DrainAsync(HttpClient officer)
    {
        using var answer = await officer.GetAsync("/api/hazards/export?q=999999");
        await answer.Content.ReadAsByteArrayAsync();
    }

    private static async Task<byte[]> LedgerAsync(HttpClient officer)
    {
        var devices = new List<JsonElement>();
        for (string? after = null; ;)
        {
            var page = await SendAsync(officer.GetAsync($"/api/equipment?limit=200&after={after}"));
            devices.AddRange(page.GetProperty("items").EnumerateArray());
            if ((after = page.GetProperty("next").GetString()) is null)
                break;
        }
        var units = (await SendAsync(officer.GetAsync("/api/enterprises?limit=200"))).GetProperty("items").EnumerateArray().ToDictionary(e => e.GetProperty("id").GetGuid(), e => e.GetProperty("creditCode").GetString());
        using var file = new MemoryStream();
        string[] headings = ["序号", "单位", "信用代码", "地址", "设备", "设备代码", "隐患描述", "级别", "发现日期", "来源", "整改时限", "责任人", "状态"];
        await using (var writer = await WorkbookWriter.BeginAsync(file, "台账", [.. headings.Select(h => (h, 15))], CancellationToken.None))
        {
            for (var i = 0; i < Rows; i++)
            {
                var device = devices[i % devices.Count];
                var found = new DateOnly(2022, 1, 1).AddDays(i / 90);
                await writer.WriteAsync(
                [
                    SheetValue.Number(i + 1), SheetValue.Text(device.GetProperty("enterpriseName").GetString()), SheetValue.Text(units[device.GetProperty("enterpriseId").GetGuid()]),
                    SheetValue.Text(device.GetProperty("place").GetString()), SheetValue.Text(device.GetProperty("name").GetString()), SheetValue.Text(device.GetProperty("code").GetString()),
                    SheetValue.Text($"第 {i} 项：限速器未按期校验，门锁触点接触不良"), SheetValue.Text("一般"), SheetValue.Date(found), SheetValue.Text("常规监督检查"),
                    SheetValue.Date(found.AddDays(15)), SheetValue.Text("责任人"), SheetValue.Text(i % 10 == 9 ? "整改中" : "已销号"),
                ], CancellationToken.None);
            }
        }
        return file.ToArray();
    }

    private static double RawInserts()
    {
        var folder = Directory.CreateTempSubdirectory("workflow-benchmark-").FullName;
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "raw.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE r (id INTEGER PRIMARY KEY, v BLOB)";
        command.ExecuteNonQuery();
        command.CommandText = "INSERT INTO r (v) VALUES (@v)";
        command.Parameters.AddWithValue("@v", new byte[1024]);
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < Rows; i += 200)
        {
            using var transaction = connection.BeginTransaction();
            command.Transaction = transaction;
            for (var n = 0; n < 200; n++)
                command.ExecuteNonQuery();
            transaction.Commit();
        }
        return Rows / clock.Elapsed.TotalSeconds;
    }

    private static double RawWrite()
    {
        var clock = Stopwatch.StartNew();
        using (var packed = new System.IO.Compression.DeflateStream(Stream.Null, System.IO.Compression.CompressionLevel.Fastest))
        using (var writer = new StreamWriter(packed))
        {
            for (var i = 0; i < Rows; i++)
                writer.WriteLine($"高平市监档〔2026〕第{i}号,单位{i % 40},3号楼客梯,高平市,电梯,3110{i:0000000000000},第 {i} 项：限速器未按期校验，门锁触点接触不良,一般,已销号,常规监督检查,{44562 + i / 90},{44577 + i / 90},,,,46083.5");
        }
        return Rows / clock.Elapsed.TotalSeconds;
    }

    private static async Task<JsonElement> UntilAsync(HttpClient officer, Guid id, string state)
    {
        var shown = 0;
        while (true)
        {
            var import = await SendAsync(officer.GetAsync($"/api/spreadsheets/imports/{id}"));
            if (import.GetProperty("state").GetString() == state)
                return import;
            if (import.GetProperty("state").GetString() is "FAILED" or "CANCELLED")
                throw new InvalidOperationException(import.ToString());
            var percent = import.GetProperty("percent").GetInt32();
            if (percent >= shown + 20)
                Console.WriteLine($"  {import.GetProperty("stateName")} {shown = percent} %");
            await Task.Delay(500);
        }
    }

    private static async Task<JsonElement> SendAsync(Task<HttpResponseMessage> call)
    {
        using var answer = await call;
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
