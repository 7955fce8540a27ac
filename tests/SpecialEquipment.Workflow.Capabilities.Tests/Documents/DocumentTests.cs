using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Documents;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;
using SpecialEquipment.Workflow.Capabilities.Shared.Evidence;
using SpecialEquipment.Workflow.Engine.Activities;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Documents;

public class DocumentTests
{
    private readonly SampleFacts facts = new();
    private readonly Guid matter = Guid.CreateVersion7();

    private Task<Bench> BenchAsync() => Bench.WithCountyAsync(services => services.AddSingleton<IDocumentSource>(facts));

    private Task<Result<IssuedDocument>> IssueAsync(Bench bench, string template, bool serve = false, Guid? matterId = null) =>
        bench.ActAsync(Actor.System, (act, token) => act.Services.GetRequiredService<IDocumentIssuer>().IssueAsync(
            new IssueRequest(template, matterId ?? matter, serve), new DocumentReading(act.Db, act.Now, act.Services, new Dictionary<string, object?>()), token));

    private static Task<OfficialDocument> LoadAsync(Bench bench, Guid id) =>
        bench.ReadAsync((_, db) => db.Set<OfficialDocument>().AsNoTracking().SingleAsync(d => d.Id == id));

    [Fact]
    public async Task Numbers_run_per_organ_kind_and_year()
    {
        await using var bench = await BenchAsync();
        Assert.Equal("高市监特令〔2026〕第0001号", (await IssueAsync(bench, DocumentTemplates.SafetySupervisionInstruction)).Value.Number);
        Assert.Equal("高市监特令〔2026〕第0002号", (await IssueAsync(bench, DocumentTemplates.SafetySupervisionInstruction)).Value.Number);
        Assert.Equal("高市监复查〔2026〕第0001号", (await IssueAsync(bench, DocumentTemplates.ReinspectionOpinion)).Value.Number);
        facts.Change = fields => fields with { RegionCode = "140500" };
        Assert.Equal("晋城市监特令〔2026〕第0001号", (await IssueAsync(bench, DocumentTemplates.SafetySupervisionInstruction)).Value.Number);
        facts.Change = fields => fields;
        bench.Time.Advance(TimeSpan.FromDays(305));
        Assert.Equal("高市监特令〔2027〕第0001号", (await IssueAsync(bench, DocumentTemplates.SafetySupervisionInstruction)).Value.Number);
    }

    [Fact]
    public async Task Many_acts_at_once_leave_no_gap_and_no_repeat_though_some_roll_back()
    {
        await using var bench = await BenchAsync();
        async Task<string?> OneAsync(int i)
        {
            var result = await bench.ActAsync<string>(Actor.System, async (act, token) =>
            {
                var number = await act.Services.GetRequiredService<IOfficialNumbers>().NextAsync(act.Db, "140581", "MARKET_REGULATOR", "隐", 2026, token);
                return i % 3 == 0 ? Rejection.Form("test", "given back") : number;
            });
            return result.IsRejected ? null : result.Value;
        }
        var numbers = (await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(() => OneAsync(i))))).OfType<string>().Order().ToList();
        Assert.Equal(Enumerable.Range(1, 40).Select(serial => $"高市监隐〔2026〕第{serial:0000}号"), numbers);
    }

    [Fact]
    public async Task What_is_missing_stops_the_issue_and_takes_no_number()
    {
        await using var bench = await BenchAsync();
        facts.Change = fields => fields with { DueDate = null, Signers = [fields.Signers[0]] };
        var refused = await IssueAsync(bench, DocumentTemplates.SafetySupervisionInstruction);
        Assert.Equal("documents.field-missing", refused.Rejection!.Code);
        Assert.Equal(["dueDate", "signers"], refused.Rejection.Errors.Select(e => e.Field));
        facts.Change = fields => fields;
        Assert.EndsWith("第0001号", (await IssueAsync(bench, DocumentTemplates.SafetySupervisionInstruction)).Value.Number);
    }

    [Fact]
    public async Task The_page_stays_as_it_was_issued_whatever_changes_later()
    {
        await using var bench = await BenchAsync();
        var issued = (await IssueAsync(bench, DocumentTemplates.SafetySupervisionInstruction)).Value;
        var page = bench.Services.GetRequiredService<DocumentPage>();
        var before = page.Render(await LoadAsync(bench, issued.Id));
        facts.Change = fields => fields with { Addressees = ["改名后的单位"] };
        Assert.Equal(before, page.Render(await LoadAsync(bench, issued.Id)));
        Assert.Contains("高平市市场监督管理局", before);
        Assert.Contains("2026年3月20日", before);
        Assert.Contains("晋E特监0003", before);
        Assert.Contains("停止使用", before);
    }

    [Fact]
    public async Task Issue_serve_and_void_are_in_the_ledger_with_a_whole_chain()
    {
        await using var bench = await BenchAsync();
        var inspector = await bench.ActorAsync("inspector1");
        var approver = await bench.ActorAsync("approver1");
        bench.Matters.Show(matter, inspector, approver);
        var issued = (await IssueAsync(bench, DocumentTemplates.SafetySupervisionInstruction)).Value;
        bench.Time.Advance(TimeSpan.FromHours(2));
        var service = new ServiceForm { Mode = "DIRECT", Receiver = "示例安全员", ServedAt = bench.Clock.GetUtcNow().AddMinutes(-5) };
        var served = await bench.ActAsync(inspector, (act, token) => ServeDocument.DoAsync(issued.Id, new ServeDocument.Form(1, service), act, token));
        Assert.Equal(("SERVED", 2), (served.Value.State, served.Value.Version));
        var voided = await bench.ActAsync(approver, (act, token) => VoidDocument.DoAsync(issued.Id, new VoidDocument.Form(2, "单位名称写错"), act, token));
        Assert.Equal("VOID", voided.Value.State);

        var entries = await bench.ReadAsync((_, db) => db.Set<LedgerEntry>().Where(e => e.MatterId == matter).OrderBy(e => e.Sequence).ToListAsync());
        Assert.Equal(["issue-document", "serve-document", "void-document"], entries.Select(e => e.Act));
        Assert.All(entries, e => Assert.Equal(issued.Id, e.DocumentId));
        Assert.True((await bench.ReadAsync((_, db) => VerifyLedger.RunAsync(db, matter, default))).IsIntact);

        var page = bench.Services.GetRequiredService<DocumentPage>().Render(await LoadAsync(bench, issued.Id));
        Assert.Contains("作　废", page);
        Assert.Contains("单位名称写错", page);
        Assert.Contains("直接送达", page);
        Assert.EndsWith("第0002号", (await IssueAsync(bench, DocumentTemplates.SafetySupervisionInstruction)).Value.Number);
    }

    [Fact]
    public async Task Only_an_approver_with_a_reason_voids_and_only_once()
    {
        await using var bench = await BenchAsync();
        var inspector = await bench.ActorAsync("inspector1");
        var approver = await bench.ActorAsync("approver1");
        var stranger = await bench.ActorAsync("enterprise1");
        bench.Matters.Show(matter, inspector, approver);
        var id = (await IssueAsync(bench, DocumentTemplates.SignOffSheet)).Value.Id;
        async Task<string?> TryAsync(Actor actor, long version, string? reason) =>
            (await bench.ActAsync(actor, (act, token) => VoidDocument.DoAsync(id, new VoidDocument.Form(version, reason), act, token))).Rejection?.Code;
        Assert.Equal("documents.no-such-document", await TryAsync(stranger, 1, "x"));
        Assert.Equal("documents.only-approvers", await TryAsync(inspector, 1, "写错"));
        Assert.Equal("documents.reason-missing", await TryAsync(approver, 1, " "));
        Assert.Equal("documents.stale-version", await TryAsync(approver, 7, "写错"));
        Assert.Null(await TryAsync(approver, 1, "写错"));
        Assert.Equal("documents.wrong-state", await TryAsync(approver, 2, "再次"));
    }

    [Theory]
    [InlineData("COURIER", "示例安全员", -1, null, "service.mode")]
    [InlineData("DIRECT", " ", -1, null, "service.receiver")]
    [InlineData("DIRECT", "示例安全员", 60, null, "service.servedAt")]
    [InlineData("DIRECT", "示例安全员", -60 * 48, null, "service.servedAt")]
    [InlineData("LEFT", "示例安全员", -1, "放在门卫处", "service.witnesses")]
    [InlineData("ELECTRONIC", "示例安全员", -1, "", "service.consent")]
    [InlineData("MAIL", "示例安全员", -1, null, "service.receiptDate")]
    [InlineData("ENTRUSTED", "示例安全员", -1, null, "service.entrustedTo")]
    [InlineData("PUBLIC_NOTICE", null, -1, "下落不明", "service.noticedOn")]
    public async Task A_wrong_service_record_is_refused(string mode, string? receiver, int minutes, string? note, string field)
    {
        await using var bench = await BenchAsync();
        var inspector = await bench.ActorAsync("inspector1");
        bench.Matters.Show(matter, inspector);
        var id = (await IssueAsync(bench, DocumentTemplates.SafetySupervisionInstruction)).Value.Id;
        bench.Time.Advance(TimeSpan.FromMinutes(10));
        var service = new ServiceForm { Mode = mode, Receiver = receiver, ServedAt = bench.Clock.GetUtcNow().AddMinutes(minutes), Note = note };
        var refused = await bench.ActAsync(inspector, (act, token) => ServeDocument.DoAsync(id, new ServeDocument.Form(1, service), act, token));
        Assert.Equal([field], refused.Rejection!.Errors.Select(e => e.Field));
        Assert.Equal(DocumentState.Issued, (await LoadAsync(bench, id)).State);
    }

    [Fact]
    public async Task A_paper_served_at_the_scene_carries_the_day_of_its_service()
    {
        await using var bench = await BenchAsync();
        var yesterday = bench.Clock.GetUtcNow().AddDays(-1);
        facts.Change = fields => fields with { Service = new DocumentService("LEFT", "示例门卫", yesterday, Refused: true, Note: "拒绝签收，见证人两名，全程录像。") };
        var issued = (await IssueAsync(bench, DocumentTemplates.SafetySupervisionInstruction, serve: true)).Value;
        var document = await LoadAsync(bench, issued.Id);
        Assert.Equal((DocumentState.Served, (DateTimeOffset?)yesterday), (document.State, document.ServedAt));
        var page = bench.Services.GetRequiredService<DocumentPage>().Render(document);
        Assert.Contains("2026年3月1日", page);
        Assert.Contains("留置送达", page);
        Assert.Contains("收件人拒绝签收", page);
    }

    [Fact]
    public async Task The_flow_gets_the_id_and_the_number_and_a_document_that_cannot_be_issued_is_a_fault()
    {
        await using var bench = await BenchAsync();
        var activity = bench.Services.GetServices<IHostActivity>().Single(a => a.Descriptor.TypeName == "SpecialEquipment.IssueDocument");
        async Task<ActivityOutcome> CallAsync(ActContext act, CancellationToken token) => await activity.StartAsync(new HostCall
        {
            InstanceId = Guid.CreateVersion7(), ActivityInstanceId = "a1", ActivityId = "issue", ActivityName = "制发指令书", DefinitionId = "general-hazard", DefinitionVersion = 1,
            CorrelationId = matter.ToString("D"), State = [], Now = act.Now, Services = act.Services,
            Inputs = new Dictionary<string, object?> { ["Template"] = DocumentTemplates.SafetySupervisionInstruction, ["Serve"] = false },
        }, token);

        var done = await bench.ActAsync<ActivityOutcome>(Actor.System, async (act, token) => await CallAsync(act, token));
        var outputs = Assert.IsType<ActivityOutcome.Completed>(done.Value).Outputs;
        Assert.Equal("高市监特令〔2026〕第0001号", outputs["Number"]);
        Assert.Equal(matter, (await LoadAsync(bench, Guid.Parse((string)outputs["DocumentId"]!))).MatterId);

        facts.Change = fields => fields with { Signers = [] };
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            bench.ActAsync<ActivityOutcome>(Actor.System, async (act, token) => await CallAsync(act, token)));
        Assert.Contains("documents.field-missing", fault.Message);
    }

    [Fact]
    public async Task The_register_lists_the_documents_of_one_matter()
    {
        await using var bench = await BenchAsync();
        await IssueAsync(bench, DocumentTemplates.RectificationPlan);
        await IssueAsync(bench, DocumentTemplates.SignOffSheet, matterId: Guid.CreateVersion7());
        var documents = await bench.ReadAsync((services, db) => services.GetRequiredService<IDocumentRegister>().OfMatterAsync(db, matter, default));
        var only = Assert.Single(documents);
        Assert.Equal(("RECTIFICATION_PLAN", "ISSUED", "特种设备事故隐患“五落实”整改方案"), (only.Kind, only.State, only.KindName));
    }
}
