using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Documents;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;
using SpecialEquipment.Workflow.Capabilities.Shared.Evidence;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.Spreadsheets;
using SpecialEquipment.Workflow.Capabilities.Tests.Journeys;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Documents;

/// <summary>The archive, and the correction of what was wrong in it, over the papers the real flows make.</summary>
public sealed class DocumentArchiveTests
{
    private static Task<Result<ListPage<FindDocuments.DocumentRow>>> FindAsync(County county, string who, DocumentFilter filter) => county.ReadAsync(async (services, db) =>
        await FindDocuments.DoAsync(filter, await county.ActorAsync(who), db, services.GetRequiredService<MatterAccess>(), services.GetRequiredService<IDirectory>(),
            services.GetRequiredService<TemplateCatalogue>(), CancellationToken.None));

    private static async Task<IReadOnlyList<FindDocuments.DocumentRow>> RowsAsync(County county, string who, DocumentFilter filter) => (await FindAsync(county, who, filter)).Value.Items;

    private static Task<OfficialDocument> LoadAsync(County county, Guid id) => county.ReadAsync((_, db) => db.Set<OfficialDocument>().AsNoTracking().SingleAsync(d => d.Id == id));

    [Fact]
    public async Task Papers_are_found_by_number_title_unit_kind_state_day_and_region()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        await county.OrderedAsync("2026-03-20");
        await county.UntilAsync("2026-03-04 09:00");
        var second = await county.OrderedAsync("2026-03-20");
        var all = await RowsAsync(county, "officer1", new DocumentFilter());
        Assert.Equal(4, all.Count);
        Assert.Equal(all.OrderByDescending(r => r.IssuedAt).Select(r => r.Id), all.Select(r => r.Id));
        var order = all.First(r => r.Kind == DocumentTemplates.SafetySupervisionInstruction);
        Assert.Equal((second, "SERVED", "已送达"), (order.MatterId, order.State, order.StateName));
        Assert.Equal((await county.MatterAsync(second)).Number, order.MatterNumber);

        Assert.Equal(order.Id, Assert.Single(await RowsAsync(county, "officer1", new DocumentFilter { Q = order.Number })).Id);
        Assert.Equal(2, (await RowsAsync(county, "officer1", new DocumentFilter { Q = order.Number![..^4] })).Count);
        Assert.Equal(2, (await RowsAsync(county, "officer1", new DocumentFilter { Q = "监察指令" })).Count);
        Assert.Equal(4, (await RowsAsync(county, "officer1", new DocumentFilter { Q = order.UnitName!.Substring(2, 4) })).Count);
        Assert.Equal(2, (await RowsAsync(county, "officer1", new DocumentFilter { Q = $"检查记录 {order.UnitName[..3]}" })).Count);
        Assert.Empty(await RowsAsync(county, "officer1", new DocumentFilter { Q = "不存在的文书" }));
        Assert.Equal(2, (await RowsAsync(county, "officer1", new DocumentFilter { Kind = "INSPECTION_RECORD" })).Count);
        Assert.Equal(2, (await RowsAsync(county, "officer1", new DocumentFilter { State = "SERVED,VOID" })).Count);
        Assert.Equal(2, (await RowsAsync(county, "officer1", new DocumentFilter { From = "2026-03-04", To = "2026-03-04" })).Count);
        Assert.Empty(await RowsAsync(county, "officer1", new DocumentFilter { From = "2026-03-05" }));
        Assert.Equal(4, (await RowsAsync(county, "officer1", new DocumentFilter { Region = "140581" })).Count);
        Assert.Empty(await RowsAsync(county, "officer1", new DocumentFilter { Region = "140521" }));
        Assert.Equal(2, (await RowsAsync(county, "officer1", new DocumentFilter { MatterId = second })).Count);
    }

    [Fact]
    public async Task Pages_neither_repeat_nor_skip()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        await county.OrderedAsync("2026-03-20");
        await county.OrderedAsync("2026-03-20");
        var (seen, after) = (new List<Guid>(), (string?)null);
        do
        {
            var page = (await FindAsync(county, "officer1", new DocumentFilter { Limit = 1, After = after })).Value;
            Assert.Equal((4, false), (page.Total, page.TotalIsCapped));
            seen.AddRange(page.Items.Select(r => r.Id));
            after = page.Next;
        }
        while (after is not null);
        Assert.Equal(4, seen.Distinct().Count());
        Assert.Equal(4, seen.Count);
    }

    [Fact]
    public async Task A_unit_finds_its_own_papers_and_nobody_elses()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var own = await county.OrderedAsync("2026-03-20");
        var other = await county.OtherUnitsHazardAsync();
        await county.DoAsync("officer1", other, "grade", new { grade = "GENERAL", basis = Array.Empty<string>(), basisText = "可及时消除" });
        await county.BothAsync("inspector1", "inspector2", other, "issue-instruction", await county.InstructionAsync("2026-03-20"));
        Assert.Equal(2, (await RowsAsync(county, "officer1", new DocumentFilter { MatterId = other })).Count);
        Assert.Equal([own], (await RowsAsync(county, "enterprise1", new DocumentFilter())).Select(r => r.MatterId).Distinct());
        Assert.Empty(await RowsAsync(county, "enterprise1", new DocumentFilter { MatterId = other }));
        Assert.Empty(await RowsAsync(county, "enterprise1", new DocumentFilter { Region = "140581", Q = (await RowsAsync(county, "officer1", new DocumentFilter { MatterId = other }))[0].Number }));
    }

    [Fact]
    public async Task The_export_holds_what_the_list_shows_and_is_on_record()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        await county.OrderedAsync("2026-03-20");
        var other = await county.OtherUnitsHazardAsync();
        await county.DoAsync("officer1", other, "grade", new { grade = "GENERAL", basis = Array.Empty<string>(), basisText = "可及时消除" });
        await county.BothAsync("inspector1", "inspector2", other, "issue-instruction", await county.InstructionAsync("2026-03-20"));
        foreach (var (who, count) in new[] { ("officer1", 2), ("enterprise1", 1) })
        {
            var sheet = await ExportAsync(county, who, new DocumentFilter { Kind = "INSPECTION_RECORD" });
            var shown = await RowsAsync(county, who, new DocumentFilter { Kind = "INSPECTION_RECORD" });
            Assert.Equal((count, count + 1), (shown.Count, sheet.Split("<row ").Length - 1)); // and a heading
            Assert.All(shown, row => Assert.Contains(row.Number!, sheet));
            var record = await county.ReadAsync((_, db) => db.Set<SheetExportRecord>().OrderByDescending(e => e.Key).FirstAsync());
            Assert.Equal(("documents", "?kind=INSPECTION_RECORD", count, who), (record.Kind, record.Filter, record.Rows, record.UserName));
        }
    }

    private static Task<string> ExportAsync(County county, string who, DocumentFilter filter) => county.ReadAsync(async (services, db) =>
    {
        var content = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = services };
        (http.Request.QueryString, http.Response.Body) = (new QueryString($"?kind={filter.Kind}"), content);
        var answer = await ExportDocuments.DoAsync(
            filter, await county.ActorAsync(who), http, db, services.GetRequiredService<MatterAccess>(), services.GetRequiredService<IDirectory>(),
            services.GetRequiredService<TemplateCatalogue>(), CancellationToken.None);
        await answer.ExecuteAsync(http);
        using var zip = new ZipArchive(new MemoryStream(content.ToArray()));
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        return await sheet.ReadToEndAsync();
    });

    [Fact]
    public async Task A_filter_nobody_knows_is_refused_by_name()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var refused = await FindAsync(county, "officer1", new DocumentFilter { Kind = "LETTER", State = "OPEN", From = "03/04", To = "0001-01-01" });
        Assert.Equal("documents.filter", refused.Rejection!.Code);
        Assert.Equal(["from", "kind", "state", "to"], refused.Rejection.Errors.Select(e => e.Field).Order());
    }

    private static async Task<Result<ServeDocument.Receipt>> CorrectAsync(County county, string who, OfficialDocument wrong, object? changes = null, string reason = "地址写错")
    {
        var form = new CorrectDocument.Form(wrong.Version, reason, changes as IReadOnlyDictionary<string, string?> ?? new Dictionary<string, string?> { ["unitAddress"] = "高平市正确路1号", ["items.0.measure"] = "更换并重新试验" });
        return await county.ActAsync(who, (act, stop) => CorrectDocument.DoAsync(wrong.Id, form, act, stop));
    }

    private static Task<Result<ServeDocument.Receipt>> IssueAsync(County county, string who, Guid id, long version) =>
        county.ActAsync(who, (act, stop) => IssueCorrection.DoAsync(id, new IssueCorrection.Form(version), act, stop));

    /// <summary>E20: nothing is deleted; the wrong paper is void with its number, the right one has its own, each names the other.</summary>
    [Fact]
    public async Task A_wrong_paper_is_corrected_by_one_person_and_issued_by_another()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.OrderedAsync("2026-03-20");
        var wrong = await LoadAsync(county, (await county.DocumentsAsync(id)).Single(d => d.Kind == DocumentTemplates.SafetySupervisionInstruction).Id);
        await county.UntilAsync("2026-03-03 10:00");
        Assert.Equal("documents.only-officers-correct", (await CorrectAsync(county, "approver1", wrong)).Rejection!.Code);
        var draft = (await CorrectAsync(county, "officer1", wrong)).Value;
        Assert.Equal((null, "DRAFT"), (draft.Number, draft.State));
        Assert.Equal("documents.correction-waits", (await CorrectAsync(county, "inspector1", wrong)).Rejection!.Code);
        Assert.Equal(DocumentState.Served, (await LoadAsync(county, wrong.Id)).State);

        var page = county.Services.GetRequiredService<DocumentPage>();
        Assert.Contains("草　稿", page.Render(await LoadAsync(county, draft.Id)));
        Assert.DoesNotContain(draft.Id, (await county.DocumentsAsync(id)).Select(d => d.Id));
        Assert.Equal(draft.Id, Assert.Single(await RowsAsync(county, "approver1", new DocumentFilter { State = "DRAFT" })).Id);
        Assert.Empty(await RowsAsync(county, "enterprise1", new DocumentFilter { State = "DRAFT" }));

        Assert.Equal("documents.only-approvers-issue", (await IssueAsync(county, "officer1", draft.Id, 1)).Rejection!.Code);
        Assert.Equal("documents.stale-version", (await IssueAsync(county, "approver1", draft.Id, 7)).Rejection!.Code);
        var issued = (await IssueAsync(county, "approver1", draft.Id, 1)).Value;
        Assert.Matches("特令〔2026〕第0002号", issued.Number!);
        Assert.Equal("documents.wrong-state", (await IssueAsync(county, "approver1", draft.Id, issued.Version)).Rejection!.Code);

        var (old, now) = (await LoadAsync(county, wrong.Id), await LoadAsync(county, draft.Id));
        Assert.Equal((DocumentState.Void, wrong.Number, (Guid?)now.Id, (Guid?)old.Id), (old.State, old.Number, old.CorrectedById, now.CorrectsId));
        Assert.Contains($"地址写错（由{now.Number}更正代替）", page.Render(old));
        var paper = page.Render(now);
        Assert.Contains("高平市正确路1号", paper);
        Assert.Contains("更换并重新试验", paper);
        Assert.Contains($"本文书更正并代替{old.Number}", paper);
        Assert.Contains("2026年3月3日", paper);
        Assert.Equal(wrong.Fields, old.Fields);
        Assert.Equal(wrong.DueDate, now.DueDate);
        Assert.Equal(["correct-document", "issue-correction", "void-document"], (await county.LedgerAsync(id)).Where(e => e.EventTime == county.Now && e.Kind == "document").Select(e => e.Act).Order());
        Assert.True((await county.ReadAsync((_, db) => VerifyLedger.RunAsync(db, id, CancellationToken.None))).IsIntact);
        await county.NothingFaultedAsync();
    }

    /// <summary>E20: a deadline can be changed only by its flow's own command, never by editing.</summary>
    [Fact]
    public async Task Dates_numbers_and_decisions_are_no_words_to_correct()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.OrderedAsync("2026-03-20");
        var wrong = await LoadAsync(county, (await county.DocumentsAsync(id)).Single(d => d.Kind == DocumentTemplates.SafetySupervisionInstruction).Id);
        var refused = await CorrectAsync(county, "officer1", wrong, new Dictionary<string, string?>
        {
            ["dueDate"] = "2026-12-31", ["hazardNumber"] = "某号", ["stopUse"] = "是", ["signers.0.signedOn"] = "2026-01-01", ["organName"] = "他局", ["items.9.problem"] = "无", ["place"] = " ",
        });
        Assert.Equal("documents.cannot-correct", refused.Rejection!.Code);
        Assert.Equal(7, refused.Rejection.Errors.Count);
        Assert.Equal("documents.cannot-correct", (await CorrectAsync(county, "officer1", wrong, new Dictionary<string, string?>())).Rejection!.Code);
        Assert.Equal("documents.reason-missing", (await CorrectAsync(county, "officer1", wrong, reason: " ")).Rejection!.Code);
        Assert.Equal("documents.reason-too-long", (await CorrectAsync(county, "officer1", wrong, reason: new string('长', 301))).Rejection!.Code);
        Assert.Empty(await RowsAsync(county, "officer1", new DocumentFilter { State = "DRAFT" }));
    }
}
