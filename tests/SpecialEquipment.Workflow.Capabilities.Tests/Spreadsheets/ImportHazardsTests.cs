using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Hazards;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Evidence;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;
using SpecialEquipment.Workflow.Capabilities.Spreadsheets;
using SpecialEquipment.Workflow.Capabilities.Statistics;
using SpecialEquipment.Workflow.Capabilities.TaskInbox;
using SpecialEquipment.Workflow.Capabilities.Tests.Journeys;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Flows;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Spreadsheets;

public sealed class ImportHazardsTests
{
    [Fact]
    public void The_kept_sample_is_what_its_generator_makes()
    {
        var file = Path.Combine(Path.GetDirectoryName(Here())!, "sample-ledger.xlsx");
        if (Environment.GetEnvironmentVariable("UPDATE_DOCUMENTS") == "1")
            File.WriteAllBytes(file, SampleLedger.Make().Bytes(System.IO.Compression.CompressionLevel.SmallestSize));

        Assert.Equal(Importing.Unpack(SampleLedger.Make().Bytes()), Importing.Unpack(File.ReadAllBytes(file)));
    }

    [Fact]
    public async Task The_sample_ledger_goes_in_with_a_verdict_for_every_ugly_row()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var uploaded = await county.UploadAsync(SampleLedger.Make());

        Assert.Equal(("UPLOADED", 2, 2, SampleLedger.Rows), (uploaded.State, uploaded.HeadingRow, uploaded.HeadingRows, uploaded.TotalRows));
        Assert.Equal(14, uploaded.Mapping.Count);
        var import = await county.CheckedAsync(uploaded);
        var rows = (await county.RowsAsync(import.Id)).ToDictionary(r => r.Number);
        foreach (var ugly in SampleLedger.UglyRows)
        {
            var row = rows[ugly.Row];
            Assert.True(ugly.Refused is null == row.State is ImportRowState.Good, $"{ugly.What}: {row.State} {string.Join("；", row.Remarks.Select(r => r.Text))}");
            if (ugly.Refused is { } column)
                Assert.Contains(row.Remarks, r => r.IsError && r.Column == column);
        }
        Assert.All(rows.Values.Where(r => SampleLedger.UglyRows.All(u => u.Row != r.Number)), r => Assert.True(r.State == ImportRowState.Good, $"{r.Number}: {string.Join("；", r.Remarks.Select(x => x.Text))}"));
        Assert.Equal(("READY", 190, 10), (import.State, import.GoodRows, import.BadRows));

        Importing.Must(await county.TryStartAsync(import.Id));
        await county.WorkAsync();
        var done = await county.ImportAsync(import.Id);
        Assert.Equal(("DONE", 190, 10, 0), (done.State, done.ImportedRows, done.BadRows, done.GoodRows));
        Assert.Equal(190, await county.CountAsync<Hazard>());
        await county.NothingFaultedAsync();
        await EveryOpenMatterIsOwedAsync(county);
    }

    [Fact]
    [Walks("general-hazard")]
    public async Task Each_row_becomes_what_can_honestly_be_said_of_it()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        await county.ImportedAsync(await LedgerAsync(county,
            ["待核", "一般", null], ["整改中", "一般", null], ["未整改", null, null], ["整改中", "重大", null], ["已销号", "重大", "2026-01-20"], ["已销号", "一般", null]));
        var matters = await county.ReadAsync((_, db) => db.Set<Matter>().AsNoTracking().OrderBy(m => m.Key).ToListAsync());

        Assert.Equal(["REPORTED", "GRADED", "REGISTERED", "REGISTERED", "SIGNED_OFF", "SIGNED_OFF"], matters.Select(m => m.State.Code()));
        Assert.Equal([null, HazardGrade.General, null, null, HazardGrade.Major, HazardGrade.General], matters.Select(m => m.Grade));
        Assert.Null(matters[0].Number);
        Assert.All(matters[1..4], m => Assert.Matches("隐〔2026〕第[0-9]{4}号", m.Number));
        Assert.All(matters[4..], m => Assert.Matches("市监档〔2026〕第[0-9]{4}号", m.Number));
        Assert.Equal([County.Instant("2026-01-20 00:00"), county.Now], matters[4..].Select(m => m.ClosedAt!.Value));
        Assert.All(matters, m => Assert.Equal(new DateOnly(2026, 1, 5), m.FoundOn));
        Assert.Equal(["研判并登记隐患", "下达监察指令书或当场整改", "判定隐患等级", "判定隐患等级"],
            await Task.WhenAll(matters[..4].Select(async m => (await county.OpenTasksAsync(m.Id)).Single().Title)));
        Assert.All(matters[4..], m => Assert.Empty(county.TasksAsync(m.Id).Result));
        await EveryOpenMatterIsOwedAsync(county);

        var closed = (await county.LedgerAsync(matters[5].Id)).Single();
        Assert.StartsWith("导入的历史记录：据“隐患台账.xlsx”工作表“台账”第 7 行导入", closed.Summary);
        Assert.Contains("未载明销号日期", closed.Summary);
        Assert.Equal((await county.ActorAsync("officer1")).PersonName, closed.PersonName);
        var detail = JsonDocument.Parse(closed.Detail!).RootElement;
        Assert.Equal((7, 64), (detail.GetProperty("row").GetInt32(), detail.GetProperty("sha256").GetString()!.Length));
        Assert.True((await county.ReadAsync((_, db) => VerifyLedger.RunAsync(db, matters[1].Id, CancellationToken.None))).IsIntact);

        // and the case goes on as any other: the instruction of the paper days is entered with its own day of service
        await county.BothAsync("inspector1", "inspector2", matters[1].Id, "issue-instruction", await county.InstructionAsync("2026-03-20"));
        Assert.Equal(HazardState.PlanPending, await county.StateAsync(matters[1].Id));
        await county.NothingFaultedAsync();
    }

    [Fact]
    public async Task The_same_file_again_and_a_longer_edition_bring_nothing_in_twice()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        await county.ImportedAsync(await LedgerAsync(county, ["整改中", "一般", null], ["已销号", "一般", null]));
        var again = await county.ImportedAsync(await LedgerAsync(county, ["整改中", "一般", null], ["已销号", "一般", null]));
        var longer = await county.ImportedAsync(await LedgerAsync(county, ["整改中", "一般", null], ["已销号", "一般", null], ["未整改", null, null]));

        Assert.Equal(("READY", 0, 2), (again.State, again.ImportedRows, again.KnownRows));
        Assert.Equal((1, 2), (longer.ImportedRows, longer.KnownRows));
        Assert.Equal(3, await county.CountAsync<Hazard>());
        Importing.Refused(await county.TryStartAsync(again.Id), 409, "spreadsheets.nothing-to-import");
    }

    [Fact]
    public async Task What_was_entered_by_hand_before_is_known()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var form = await county.ReportFormAsync();
        await county.ReportAsync();
        var import = await county.CheckedAsync(await county.UploadAsync(SheetFile.OfRows(
            Headings, [1, null, await UnitCodeAsync(county), "地址", null, county.Device.Code, form.Text, "一般", "2026-03-02", "常规监督检查", null, null, "整改中", null])));

        Assert.Equal((0, 1), (import.GoodRows, import.KnownRows));
    }

    [Fact]
    public async Task Two_imports_of_one_file_at_once_bring_each_row_in_once()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var file = await LedgerAsync(county, [.. Enumerable.Range(0, 60).Select(i => new[] { i % 2 == 0 ? "整改中" : "已销号", "一般", null })]);
        var imports = new[] { await county.CheckedAsync(await county.UploadAsync(file)), await county.CheckedAsync(await county.UploadAsync(file)) };
        foreach (var import in imports)
            Importing.Must(await county.TryStartAsync(import.Id));
        var (one, other) = (county.Node(), county.Node());
        await Task.WhenAll(RunAsync(one), RunAsync(other));

        var done = new[] { await county.ImportAsync(imports[0].Id), await county.ImportAsync(imports[1].Id) };
        Assert.All(done, d => Assert.Equal(("DONE", 0), (d.State, d.BadRows)));
        Assert.Equal((60, 60), (done.Sum(d => d.ImportedRows), done.Sum(d => d.KnownRows)));
        Assert.Equal(60, await county.CountAsync<Hazard>());
        await EveryOpenMatterIsOwedAsync(county);

        static async Task RunAsync((ImportWork Work, CheckRows Checking, TakeRows Taking) node)
        {
            while (await node.Work.ClaimAsync(CancellationToken.None) is { } import)
                await node.Taking.RunAsync(import, CancellationToken.None);
        }
    }

    /// <summary>“Every imported open matter has an open task or a timer”, and both a limit.</summary>
    private static async Task EveryOpenMatterIsOwedAsync(County county)
    {
        var open = await county.ReadAsync((_, db) => (from h in db.Set<Hazard>() where h.SourceSystem == "EXCEL" join m in db.Set<Matter>() on h.MatterId equals m.Id select m)
            .AsNoTracking().ToListAsync());
        var owed = await county.ReadAsync((_, db) => db.Set<WorkTask>().AsNoTracking().Where(t => t.State == WorkTaskState.Open && t.DueInstant != null).Select(t => t.MatterId).ToListAsync());
        Assert.NotEmpty(open);
        Assert.Empty(open.Where(m => !m.State.IsClosed()).Select(m => m.Id).Except(owed));
        Assert.Empty(open.Where(m => m.State.IsClosed()).Select(m => m.Id).Intersect(owed));
        foreach (var region in open.Select(m => m.RegionCode).Distinct())
            Assert.Empty(await county.ReadAsync((_, db) => RecountTally.DifferencesAsync(db, region, CancellationToken.None)));
        var running = await county.ReadAsync((_, db) => db.Set<FlowInstance>().Where(i => i.Status == "Suspended").Select(i => i.CorrelationId).ToListAsync());
        Assert.Empty(open.Where(m => !m.State.IsClosed()).Select(m => m.Id.ToString("D")).Except(running!));
    }

    internal static readonly object?[] Headings = ["序号", "单位", "信用代码", "地址", "设备", "设备代码", "隐患描述", "级别", "发现日期", "来源", "整改时限", "责任人", "状态", "销号日期"];

    internal static Task<string> UnitCodeAsync(County county) =>
        county.ReadAsync((_, db) => db.Set<Capabilities.Organizations.Enterprise>().Where(e => e.Id == county.UnitId).Select(e => e.CreditCode).SingleAsync());

    /// <summary>Rows of one device, each with state, grade and closing day.</summary>
    internal static async Task<SheetFile> LedgerAsync(County county, params string?[][] rows)
    {
        var code = await UnitCodeAsync(county);
        return SheetFile.OfRows([Headings, .. rows.Select((r, i) => new object?[]
        {
            i + 1, null, code, "厂区", null, county.Device.Code, $"第 {i + 1} 项隐患：门锁触点接触不良", r[1], SheetFile.Day.Of(2026, 1, 5), "常规监督检查", SheetFile.Day.Of(2026, 1, 25), "王工", r[0], r[2],
        })]);
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
