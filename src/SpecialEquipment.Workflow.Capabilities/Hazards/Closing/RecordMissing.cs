using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Attachments;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Holds;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.Shared.Notices;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

public sealed record MissingForm : MatterForm
{
    /// <summary>Where and how the device was looked for.</summary>
    public string? Search { get; init; }

    /// <summary>Whether a sealed or seized device seems to have been taken away; asked for when one is.</summary>
    public bool? RemovalSuspected { get; init; }
    public IReadOnlyList<AttachmentRef>? Evidence { get; init; }
}

/// <summary>
/// Any open state, unchanged: nobody knows where the device is (E5). The case stays open and with its officer. Taking a sealed device away is for public
/// security (SESL 95): a clue, kept from the unit, and told to the bureau leader, who hands it over.
/// </summary>
public sealed class RecordMissing : MatterCommand<MissingForm>
{
    private static readonly HazardState[] Open = [.. Enum.GetValues<HazardState>().Where(s => !s.IsClosed())];

    public override string Name => "record-missing";
    public override string DisplayName => "登记设备下落不明";
    protected override string Article => Articles.UnitGone;
    protected override IReadOnlyList<HazardState> From => Open;
    protected override Who By => Who.Official(PostKinds.CaseOfficer);
    protected override bool MayRunBesideConfirmation => true;

    protected override async Task CheckAsync(CommandCall<MissingForm> call, Objections objections, CancellationToken cancellation)
    {
        objections.Substance("search", call.Form.Search, "查找经过", Article);
        objections.Evidence("evidence", call.Form.Evidence, "查找记录", Article, required: false);
        var isSealed = await IsSealedAsync(call, cancellation);
        if (isSealed && call.Form.RemovalSuspected is null)
            objections.Add("removalSuspected", "设备已查封、扣押或者封存，应说明是否疑似擅自转移", "实际未说明", Articles.SealedMoved);
        if (!isSealed && call.Form.RemovalSuspected == true)
            objections.Add("removalSuspected", "应为已查封、扣押或者封存的设备", "实际没有查封、扣押或者封存", Articles.SealedMoved);
    }

    protected override async Task<Rejection?> BindAsync(CommandCall<MissingForm> call, CancellationToken cancellation) => call.Form.Evidence is not { Count: > 0 } files ? null
        : (await call.Act.Services.GetRequiredService<IAttachmentBinder>().BindAsync(call.Act, call.Matter.Id, "EVIDENCE", files, "evidence", cancellation)).Rejection;

    protected override async Task<Effect> PerformAsync(CommandCall<MissingForm> call, CancellationToken cancellation)
    {
        var suspected = call.Form.RemovalSuspected == true;
        if (suspected)
            await ClueAsync(call, cancellation);
        return new Effect(call.Matter.State, $"设备下落不明，案件不予关闭，继续查找：{call.Form.Search!.Trim()}").Raising(HazardSignals.DeviceMissing);
    }

    private static async Task ClueAsync(CommandCall<MissingForm> call, CancellationToken cancellation)
    {
        var hazard = await HazardRows.OfAsync(call, cancellation);
        var fact = $"{hazard.EquipmentName}（{hazard.EquipmentCode ?? "无代码"}）已查封、扣押或者封存，现下落不明，疑似擅自转移，应移送公安机关（{Articles.SealedMoved}）";
        call.Act.Record(new LedgerFact(call.Matter.Id, "clue-public-security", $"涉嫌违法线索：{fact}") { Kind = AccountabilityClues.Kind });
        var leader = await call.Directory.ResolvePostAsync(PostKinds.BureauLeader, call.Matter.RegionCode, DepartmentCodes.MarketRegulator, cancellation);
        await call.Act.Services.GetRequiredService<INotices>().SendAsync(
            new NoticeDraft(NoticeKind.Escalate, "请阅处", fact) { To = leader is null ? [] : [NoticeTarget.Post(leader.Id)], MatterId = call.Matter.Id }, call.Act, cancellation);
    }

    private static async Task<bool> IsSealedAsync(CommandCall<MissingForm> call, CancellationToken cancellation)
    {
        if ((await call.Db.OpenHoldsAsync(call.Matter.Id, cancellation)).Any(h => h.Kind == HoldKind.Seizure))
            return true;
        var hazard = await HazardRows.OfAsync(call, cancellation);
        return hazard.EquipmentId is { } device && (await call.Directory.FindEquipmentAsync(device, cancellation))?.Status == "SEALED";
    }
}
