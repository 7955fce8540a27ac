using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;
using static SpecialEquipment.Workflow.Capabilities.Hazards.Sheets.HazardSheet;

namespace SpecialEquipment.Workflow.Capabilities.Hazards.Sheets;

/// <summary>
/// Takes rows of an old ledger in, and claims nothing that did not happen here (README, "Imported hazards"): an open hazard is registered
/// under a number of its own and its flow runs on from there with a task and a limit; a closed one is kept as history.
/// </summary>
internal sealed class ImportHazards(DeadlineRules deadlines) : IImportTarget
{
    public string Kind => "hazards";
    public string Name => "隐患台账";
    public IReadOnlyList<ImportColumn> Columns => HazardSheet.Columns;

    public Task CheckAsync(IReadOnlyList<ImportRow> rows, ActContext act, CancellationToken cancellation) => new CheckHazardRows(act).DoAsync(rows, cancellation);

    public async Task<IReadOnlyList<TakenRow>> TakeAsync(IReadOnlyList<ImportRow> rows, ImportOrigin origin, ActContext act, CancellationToken cancellation)
    {
        var (taken, seen) = (new List<TakenRow>(), new HashSet<string>(StringComparer.Ordinal));
        var departments = new Dictionary<string, Guid?>(StringComparer.Ordinal);
        foreach (var one in await new CheckHazardRows(act).DoAsync(rows, cancellation))
        {
            if (one.Row.KnownAs is { } known)
                taken.Add(new TakenRow(one.Row.Number, null, known));
            else if (!seen.Add(one.Row.Key!))
                taken.Add(new TakenRow(one.Row.Number, null, "本文件中已有相同的一行"));
            else
                taken.Add(new TakenRow(one.Row.Number, await TakeAsync(one, origin, departments, act, cancellation)));
        }
        return taken;
    }

    private async Task<Guid> TakeAsync(ReadHazardRow one, ImportOrigin origin, Dictionary<string, Guid?> departments, ActContext act, CancellationToken cancellation)
    {
        var directory = act.Services.GetRequiredService<IDirectory>();
        var region = one.Unit.RegionCode;
        if (!departments.TryGetValue(region, out var department))
            departments[region] = department = (await directory.ResolvePostAsync(PostKinds.CaseOfficer, region, DepartmentCodes.MarketRegulator, cancellation))?.DepartmentId;
        var hazard = HazardOf(one, act, (await directory.FindRegionAsync(region, cancellation))?.Name);
        var matter = MatterOf(one, hazard, department, act);
        if (one.Stage != ImportedStage.Reported)
            matter.Number = await NumberAsync(one, act, cancellation);
        hazard.RefreshSearch(matter);
        act.Db.Set<Matter>().Add(matter);
        act.Db.Set<Hazard>().Add(hazard);
        AddParties(one, matter, act);
        act.Record(new LedgerFact(matter.Id, "import-hazard", Sentence(one, matter, origin))
        {
            EventTime = hazard.FoundAt, StateAfter = matter.State.Code(), Detail = origin.Detail(one.Row),
        });
        RunOn(one, matter, hazard, act);
        return matter.Id;
    }

    /// <summary>An open hazard never stands without somebody who owes the next step: the flow gives a task, and the task has its limit.</summary>
    private void RunOn(ReadHazardRow one, Matter matter, Hazard hazard, ActContext act)
    {
        if (one.Stage == ImportedStage.Closed)
            return;
        if (one.Stage == ImportedStage.Reported)
        {
            act.StartDeadline(matter, "triage", act.Now, deadlines.Now);
            act.Raise(HazardSignals.Reported, matter.Id, new Dictionary<string, object?>
            {
                ["source"] = hazard.Source.Code(), ["immediateDanger"] = false, ["regionCode"] = matter.RegionCode,
            });
            return;
        }
        if (matter.State == HazardState.Registered)
            act.StartDeadline(matter, hazard.Source is HazardSource.InspectionBody or HazardSource.Manufacturer ? "gradeUrgent" : "grade", act.Now, deadlines.Now);
        act.Raise(HazardSignals.Imported, matter.Id, new Dictionary<string, object?> { ["state"] = matter.State.Code(), ["number"] = matter.Number });
    }

    /// <summary>History gets a series of its own: it takes no place in this year's numbers of registered hazards.</summary>
    private static async Task<string> NumberAsync(ReadHazardRow one, ActContext act, CancellationToken cancellation) =>
        await act.Services.GetRequiredService<IOfficialNumbers>().NextAsync(
            act.Db, one.Unit.RegionCode, DepartmentCodes.MarketRegulator, one.Stage == ImportedStage.Closed ? "档" : "隐", ShanghaiTime.DateOf(act.Now).Year, cancellation);

    private static Hazard HazardOf(ReadHazardRow one, ActContext act, string? regionName) => new()
    {
        MatterId = Guid.CreateVersion7(act.Now), Source = one.Source, SourceSystem = CheckHazardRows.SourceSystem, SourceId = one.Row.Key!,
        ReportedByName = act.Actor.PersonName, FoundAt = ShanghaiTime.StartOf(one.FoundOn), EarliestFoundAt = ShanghaiTime.StartOf(one.FoundOn), ReceivedAt = act.Now, LateReason = "由原台账导入",
        EnterpriseName = one.Unit.Name, EquipmentId = one.Device?.Id, EquipmentCode = one.Device?.Code, EquipmentKindName = one.Device?.KindName, EquipmentKind = one.Device?.Kind,
        EquipmentText = one.Row[Equipment], Place = one.Row[Place] ?? one.Device?.Place ?? one.Unit.Address, RegionName = regionName, Text = one.Row[Text]!,
        RegisteredAt = one.Stage == ImportedStage.Open ? act.Now : null, RegistrationNote = one.Row[Serial] is { } serial ? $"原台账序号 {serial}" : null,
    };

    private static Matter MatterOf(ReadHazardRow one, Hazard hazard, Guid? department, ActContext act)
    {
        // a grade without its grounds and second person is the old ledger's word, not a grading: MAJOR is graded here
        HazardGrade? grade = one.Stage == ImportedStage.Reported || (one.Stage == ImportedStage.Open && one.Grade == HazardGrade.Major) ? null : one.Grade;
        return new Matter
        {
            Id = hazard.MatterId, Kind = Matter.HazardKind, Title = Titles.Of(hazard), Version = 1, RegionCode = one.Unit.RegionCode, EnterpriseId = one.Unit.Id, PlaceType = one.Unit.PlaceType,
            DepartmentId = department, CreatedAt = act.Now, UpdatedAt = act.Now, RectifyBy = one.RectifyBy, Grade = grade,
            FoundOn = one.FoundOn, RegisteredOn = one.Stage == ImportedStage.Reported ? null : ShanghaiTime.DateOf(act.Now),
            ClosedAt = one.Stage != ImportedStage.Closed ? null : one.ClosedOn is { } day ? ShanghaiTime.StartOf(day) : act.Now,
            CloseReason = one.Stage == ImportedStage.Closed ? "导入的历史记录" : null,
            State = one.Stage switch
            {
                ImportedStage.Reported => HazardState.Reported,
                ImportedStage.Closed => HazardState.SignedOff,
                _ => grade is null ? HazardState.Registered : HazardState.Graded,
            },
        };
    }

    private static void AddParties(ReadHazardRow one, Matter matter, ActContext act)
    {
        act.Db.Set<MatterParty>().Add(new MatterParty
        {
            MatterId = matter.Id, Role = PartyRole.Unit, EnterpriseId = one.Unit.Id, EnterpriseName = one.Unit.Name, Since = act.Now,
        });
        if (one.Row[Owner] is { } owner)
            act.Db.Set<MatterParty>().Add(new MatterParty
            {
                MatterId = matter.Id, Role = PartyRole.UnitHandler, PersonName = owner, EnterpriseId = one.Unit.Id, EnterpriseName = one.Unit.Name, Since = act.Now,
            });
    }

    private static string Sentence(ReadHazardRow one, Matter matter, ImportOrigin origin)
    {
        var from = $"据“{origin.FileName}”工作表“{origin.SheetName}”第 {one.Row.Number} 行导入";
        return one.Stage == ImportedStage.Closed
            ? $"导入的历史记录：{from}，原台账载明“{one.Row[State]}”{(one.ClosedOn is null ? "，未载明销号日期" : "")}"
            : $"{from}，原台账载明“{one.Row[State]}”{(one.Row[Grade] is { } grade ? $"、级别“{grade}”" : "")}，按“{matter.State.Name()}”接续办理";
    }
}
