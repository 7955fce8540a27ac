using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Hazards;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;
using SpecialEquipment.Workflow.Capabilities.Spreadsheets;
using SpecialEquipment.Workflow.Capabilities.Tests.Journeys;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Spreadsheets;

/// <summary>The job between its commits: a node that dies, a person who cancels, a mapping done anew.</summary>
public sealed class ImportJobTests
{
    [Fact]
    public async Task A_dead_nodes_work_is_taken_up_where_its_last_commit_ended()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var import = await county.UploadAsync(await ImportHazardsTests.LedgerAsync(county, [.. Enumerable.Range(0, 450).Select(_ => new[] { "已销号", "一般", null })]));
        Importing.Must(await county.TryMapAsync(import.Id, import.Mapping.ToDictionary(m => m.Name, m => m.Column)));

        await DieAsync(county, afterSteps: 1, checking: true);
        Assert.Equal((200, 450), ((await county.ImportAsync(import.Id)).CheckedRows, import.TotalRows));
        var other = county.Node();
        Assert.Null(await other.Work.ClaimAsync(CancellationToken.None)); // the dead one is believed alive until his lease runs out
        county.Time().Advance(ImportWork.Lease);
        await other.Checking.RunAsync((await other.Work.ClaimAsync(CancellationToken.None))!, CancellationToken.None);
        Assert.Equal(("READY", 450, 450), await StandAsync(county, import.Id));
        Assert.Equal(450, (await county.RowsAsync(import.Id)).Select(r => r.Number).Distinct().Count());

        Importing.Must(await county.TryStartAsync(import.Id));
        county.Time().Advance(ImportWork.Lease);
        await DieAsync(county, afterSteps: 2, checking: false);
        Assert.Equal(400, (await county.ImportAsync(import.Id)).ImportedRows);
        county.Time().Advance(ImportWork.Lease);
        await county.WorkAsync();
        Assert.Equal(("DONE", 450), ((await county.ImportAsync(import.Id)).State, (await county.ImportAsync(import.Id)).ImportedRows));
        Assert.Equal(450, await county.CountAsync<Hazard>());
    }

    [Fact]
    public async Task Cancelling_stops_before_the_next_commit_and_only_once()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var import = await county.CheckedAsync(await county.UploadAsync(await ImportHazardsTests.LedgerAsync(county, [.. Enumerable.Range(0, 250).Select(_ => new[] { "已销号", "一般", null })])));
        Importing.Must(await county.TryStartAsync(import.Id));
        await DieAsync(county, afterSteps: 1, checking: false);
        Importing.Must(await county.TryCancelAsync(import.Id));
        county.Time().Advance(ImportWork.Lease);
        await county.WorkAsync();

        Assert.Equal(("CANCELLED", 200), ((await county.ImportAsync(import.Id)).State, (await county.ImportAsync(import.Id)).ImportedRows));
        Assert.Equal(200, await county.CountAsync<Hazard>()); // what is in stays
        Importing.Refused(await county.TryCancelAsync(import.Id), 409, "spreadsheets.wrong-state");
        Importing.Refused(await county.TryStartAsync(import.Id), 409, "spreadsheets.wrong-state");
    }

    [Fact]
    public async Task A_worker_whose_import_was_cancelled_meanwhile_changes_nothing_more()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var import = await county.CheckedAsync(await county.UploadAsync(await ImportHazardsTests.LedgerAsync(county, ["已销号", "一般", null])));
        Importing.Must(await county.TryStartAsync(import.Id));
        var node = county.Node();
        var claimed = await node.Work.ClaimAsync(CancellationToken.None);
        Importing.Must(await county.TryCancelAsync(import.Id));
        await node.Taking.RunAsync(claimed!, CancellationToken.None);

        Assert.Equal(0, await county.CountAsync<Hazard>());
    }

    [Fact]
    public async Task A_mapping_is_remembered_for_files_of_the_same_shape()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var import = await county.UploadAsync(SheetFile.OfRows(Odd, ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛"]));
        Assert.DoesNotContain(import.Mapping, m => m.Name == "text");
        Dictionary<string, int> columns = new() { ["unit"] = 0, ["equipment"] = 1, ["text"] = 2, ["grade"] = 3, ["foundOn"] = 4, ["source"] = 5, ["rectifyBy"] = 6, ["state"] = 7 };
        Importing.Must(await county.TryMapAsync(import.Id, columns));
        await county.WorkAsync();
        var next = await county.UploadAsync(SheetFile.OfRows(Odd, ["子", "丑", "寅", "卯", "辰", "巳", "午", "未"]));

        Assert.Equal(columns.OrderBy(c => c.Value).Select(c => (c.Key, c.Value)), next.Mapping.Select(m => (m.Name, m.Column)));
    }

    [Fact]
    public async Task A_mapping_that_leaves_something_out_is_refused_with_every_objection()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var import = await county.UploadAsync(await ImportHazardsTests.LedgerAsync(county, ["已销号", "一般", null]));
        var refusal = Importing.Refused(await county.TryMapAsync(import.Id, new Dictionary<string, int> { ["unit"] = 1, ["state"] = 1, ["text"] = 99, ["owner2"] = 3 }), 422, "spreadsheets.mapping");

        Assert.Equal(["columns.text", "columns.owner2", "columns.state", "columns.equipment", "columns.grade", "columns.foundOn", "columns.source", "columns.rectifyBy"], refusal.Errors.Select(e => e.Field));
        Assert.Equal("UPLOADED", (await county.ImportAsync(import.Id)).State);
    }

    [Fact]
    public async Task Mapping_anew_forgets_the_rows_of_the_round_before()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var import = await county.CheckedAsync(await county.UploadAsync(await ImportHazardsTests.LedgerAsync(county, ["已销号", "一般", null], ["已销号", "一般", null])));
        var again = await county.CheckedAsync(import);

        Assert.Equal((2, 2), (again.GoodRows, await county.CountAsync<SheetImportRow>()));
    }

    [Fact]
    public async Task Only_ones_own_imports_are_there_and_only_for_case_officers_and_administrators()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var import = await county.UploadAsync(await ImportHazardsTests.LedgerAsync(county, ["已销号", "一般", null]));

        foreach (var who in new[] { "inspector1", "enterprise1", "auditor1", "approver1" })
        {
            Importing.Refused(await county.TryUploadAsync(SampleLedger.Make().Bytes(), who: who), 403, "spreadsheets.not-yours");
            Importing.Refused(await county.TryCancelAsync(import.Id, who), 403, "spreadsheets.not-yours");
        }
        Importing.Must(await county.TryCancelAsync(import.Id, "admin1"));
        var theirs = Importing.Must(await county.TryUploadAsync(SampleLedger.Make().Bytes(), who: "admin1"));
        Importing.Refused(await county.TryStartAsync(theirs.Id), 404, "spreadsheets.no-such-import");
    }

    [Fact]
    public async Task Rows_that_go_back_carry_their_reasons_and_can_come_again()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var import = await county.CheckedAsync(await county.UploadAsync(await ImportHazardsTests.LedgerAsync(county, ["已销号", "一般", null], ["不知道", "特大", null])));
        using var returned = new MemoryStream();
        await county.ReadAsync(async (services, db) =>
        {
            var kept = await db.Set<SheetImport>().SingleAsync(i => i.Id == import.Id);
            await ReturnBadRows.Answer(kept, services.GetRequiredService<ImportTargets>().Of(kept), ReturnBadRows.Rows(db, kept).AsAsyncEnumerable()).WriteAsync(returned, CancellationToken.None);
            return true;
        });
        using var workbook = Workbook.Open(returned);
        var rows = workbook.Rows(workbook.Sheets[0]).ToList();

        Assert.Equal(["原行号", "退回原因"], rows[0].Cells.TakeLast(2).Select(c => c.Text));
        Assert.Equal("3", rows[1].Cells[^2].Text);
        Assert.Contains("级别：应为“一般”或“重大”，实际为“特大”", rows[1].Cells[^1].Text);
        Assert.Contains("状态：", rows[1].Cells[^1].Text);
        Assert.Equal("2026-01-05", rows[1][8].Text);
        var again = Importing.Must(await county.TryUploadAsync(returned.ToArray()));
        Assert.Equal(14, again.Mapping.Count);
    }

    [Fact]
    public async Task Old_imports_let_go_of_file_and_rows_and_keep_their_record()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var done = await county.ImportedAsync(await ImportHazardsTests.LedgerAsync(county, ["已销号", "一般", null]));
        var forgotten = await county.UploadAsync(await ImportHazardsTests.LedgerAsync(county, ["已销号", "一般", null]));
        county.Time().Advance(TimeSpan.FromDays(80));
        var young = await county.CheckedAsync(await county.UploadAsync(await ImportHazardsTests.LedgerAsync(county, ["未整改", "一般", null])));
        var duty = county.Services.GetServices<IDuty>().OfType<SweepImports>().Single();
        await duty.RunAsync(duty.NextSlot(county.Now.AddDays(20))!.Value, CancellationToken.None);

        Assert.Equal(["DONE", "CANCELLED", "READY"], new[] { await county.ImportAsync(done.Id), await county.ImportAsync(forgotten.Id), await county.ImportAsync(young.Id) }.Select(i => i.State));
        Assert.Equal([young.Id], await county.ReadAsync((_, db) => db.Set<SheetFilePiece>().Select(p => p.ImportId).Distinct().ToListAsync()));
        Assert.Equal([young.Id], await county.ReadAsync((_, db) => db.Set<SheetImportRow>().Select(r => r.ImportId).Distinct().ToListAsync()));
    }

    private static readonly object?[] Odd = ["甲列", "乙列", "丙列", "丁列", "戊列", "己列", "庚列", "辛列"];

    private static async Task<(string, int, int)> StandAsync(County county, Guid id)
    {
        var import = await county.ImportAsync(id);
        return (import.State, import.CheckedRows, import.GoodRows);
    }

    /// <summary>A node that is killed: it stops between two commits and releases nothing.</summary>
    private static async Task DieAsync(County county, int afterSteps, bool checking)
    {
        var node = county.Node(new DyingRing(county.Services.GetRequiredService<IActRing>(), checking ? "spreadsheets/check-rows" : "spreadsheets/take-rows", afterSteps));
        var claimed = (await node.Work.ClaimAsync(CancellationToken.None))!;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => checking ? node.Checking.RunAsync(claimed, CancellationToken.None) : node.Taking.RunAsync(claimed, CancellationToken.None));
    }
}
