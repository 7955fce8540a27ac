using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;
using SpecialEquipment.Workflow.Capabilities.Shared.Holds;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

public sealed record SeizureForm : MatterForm
{
    public SeizureKind? Kind { get; init; }
    public IReadOnlyList<SeizedObject?>? Objects { get; init; }
    public string? Reason { get; init; }
    public string? LegalBasis { get; init; }
    public string? KeptAt { get; init; }
    public Guid? SecondInspectorId { get; init; }

    /// <summary>Handed over on the spot; its time is that of the approval, before which there is no decision.</summary>
    public ServiceForm? Service { get; init; }
}

/// <summary>
/// Two inspectors propose, the head of the organ approves: three persons, three logins. The period runs from the decision; what was fixed
/// on the spot is not seized.
/// </summary>
public sealed class SeizeOrSeal : MatterCommand<SeizureForm>
{
    public override string Name => "seize-or-seal";
    public override string DisplayName => "查封、扣押";
    protected override string Article => Articles.Seizure;
    protected override IReadOnlyList<HazardState> From => MatterStates.Open;
    protected override Who By => Who.Official(PostKinds.Inspector);

    protected override IReadOnlyList<SecondPerson> Others(CommandCall<SeizureForm> call) =>
        [new(PostKinds.Inspector, call.Form.SecondInspectorId, "secondInspectorId"), new(PostKinds.BureauLeader, null, "")];

    protected override async Task<CommandAvailability?> ForbiddenAsync(Matter matter, ActContext act, CancellationToken cancellation)
    {
        if (matter.State == HazardState.FixedOnTheSpot)
            return CommandAvailability.Refused("已当场整改的，应不予查封、扣押，实际已当场整改。", Articles.OnTheSpot);
        return await Seizures.OpenAsync(matter.Id, act.Db, cancellation) is { } open
            ? CommandAvailability.Refused($"应先解除已有的{open.Kind.Name()}，实际仍在执行，至 {ShanghaiTime.Text(open.Until)}。", Articles.SeizurePeriod) : null;
    }

    protected override async Task CheckAsync(CommandCall<SeizureForm> call, Objections objections, CancellationToken cancellation)
    {
        var form = call.Form;
        objections.Required("kind", form.Kind, "查封还是扣押", Articles.Seizure);
        objections.Substance("reason", form.Reason, "查封、扣押的理由", Articles.Seizure);
        objections.Text("legalBasis", form.LegalBasis, "法律依据", Articles.Seizure, 1000);
        objections.Text("keptAt", form.KeptAt, "存放地点和保管人", Articles.Seizure, 300);
        if (call.Matter.EnterpriseId is null)
            objections.Add("enterpriseId", "查封、扣押应有当事人", "实际未明确使用单位", Articles.Seizure);
        if (form.Objects is null or { Count: 0 })
            objections.Add("objects", "应至少列明一项设施或者财物", "实际没有", Articles.Seizure);
        for (var i = 0; i < (form.Objects?.Count ?? 0); i++)
            await CheckObjectAsync(call, form.Objects![i], $"objects[{i}]", objections, cancellation);
        await CheckServiceAsync(call, objections, cancellation);
    }

    private static async Task CheckObjectAsync(CommandCall<SeizureForm> call, SeizedObject? item, string path, Objections objections, CancellationToken cancellation)
    {
        objections.Text($"{path}.name", item?.Name, "名称", Articles.Seizure, 200);
        objections.Text($"{path}.unit", item?.Unit, "计量单位", Articles.Seizure, 20);
        if (objections.Required($"{path}.quantity", item?.Quantity, "数量", Articles.Seizure) && item!.Quantity <= 0)
            objections.Add($"{path}.quantity", "应大于 0", $"实际为 {item.Quantity}", Articles.Seizure);
        if (item?.EquipmentId is not { } device)
            return;
        var found = await call.Directory.FindEquipmentAsync(device, cancellation);
        if (found is null)
            objections.Add($"{path}.equipmentId", "应为在册设备", "实际查无此设备", Articles.Seizure);
        else if (found.EnterpriseId != call.Matter.EnterpriseId)
            objections.Add($"{path}.equipmentId", "应为当事人的设备", "实际属于其他单位", Articles.Seizure);
    }

    /// <summary>Only into the hand of the party or left at the place; the time is that of the decision.</summary>
    private static async Task<DocumentService?> CheckServiceAsync(CommandCall<SeizureForm> call, Objections objections, CancellationToken cancellation)
    {
        var service = call.Form.Service;
        if (service?.Mode is not (null or "DIRECT" or "LEFT"))
            objections.Add("service.mode", "决定书和清单应当场直接交付或者留置（DIRECT、LEFT）", $"实际为“{service.Mode}”", Articles.Seizure);
        var found = (await HazardRows.OfAsync(call, cancellation)).FoundAt;
        return new ServiceRules(found, "发现隐患的时间", call.Now, call.Rules, call.Matter.RegionCode).Check(service is null ? null : service with { ServedAt = null }, objections);
    }

    protected override async Task<Effect> PerformAsync(CommandCall<SeizureForm> call, CancellationToken cancellation)
    {
        var (matter, act, form) = (call.Matter, call.Act, call.Form);
        var clock = act.StartDeadline(matter, Seizures.PeriodRule, call.Now, call.Rules);
        var seizure = await WriteAsync(call, clock.DueOn!.Value, cancellation);
        var devices = seizure.Objects.Select(o => o.EquipmentId).OfType<Guid>().Distinct().ToList();
        foreach (var device in devices.Count > 0 ? devices.Select(d => (Guid?)d) : [null])
            act.PlaceHold(matter.Id, HoldKind.Seizure, Articles.Seizure, device, DocumentTemplates.SeizureDecision);
        var what = string.Join("、", seizure.Objects.Select(o => $"{o.Name} {o.Quantity:0.##}{o.Unit}"));
        return new Effect(matter.State, $"{seizure.Kind.Name()}{what}，期限至 {ShanghaiTime.Text(seizure.Until)}；{call.Others[^1].Name}批准")
            .Raising(HazardSignals.SeizureDecided, ("seizureId", seizure.Id.ToString("D")), ("kindName", form.Kind!.Value.Name()));
    }

    private static async Task<Seizure> WriteAsync(CommandCall<SeizureForm> call, DateOnly until, CancellationToken cancellation)
    {
        var form = call.Form;
        var service = (await CheckServiceAsync(call, new Objections(), cancellation))!;
        var first = call.First.PersonId is { } one ? await call.Directory.FindPersonAsync(one, cancellation) : null;
        var second = call.Others[0].PersonId is { } two ? await call.Directory.FindPersonAsync(two, cancellation) : null;
        var seizure = new Seizure
        {
            Id = Guid.CreateVersion7(call.Now), MatterId = call.Matter.Id, Kind = form.Kind!.Value, Objects = [.. form.Objects!.Select(o => o! with { Name = o.Name!.Trim(), Unit = o.Unit!.Trim() })],
            Reason = form.Reason!.Trim(), LegalBasis = form.LegalBasis!.Trim(), KeptAt = form.KeptAt!.Trim(), DecidedAt = call.Now, Until = until,
            FirstInspectorId = first?.Id, FirstInspectorName = call.First.Name, FirstCertificate = first?.CertificateNumber,
            SecondInspectorId = second?.Id, SecondInspectorName = call.Others[0].Name, SecondCertificate = second?.CertificateNumber, ApproverName = call.Others[^1].Name,
            ServiceMode = UpperSnake.TryTo<ServiceMode>(service.Mode, out var mode) ? mode : null, Receiver = service.Receiver, Refused = service.Refused,
            ServiceNote = service.Note, Proof = service.Proof,
        };
        call.Db.Set<Seizure>().Add(seizure);
        return seizure;
    }
}
