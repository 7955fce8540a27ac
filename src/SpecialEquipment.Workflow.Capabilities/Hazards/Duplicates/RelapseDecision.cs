using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>At registration the officer says whether the hazard is a relapse, and why (E3). Silence on a proposal is no answer.</summary>
internal static class RelapseDecision
{
    public static async Task CheckAsync(CommandCall<RegisterForm> call, Hazard hazard, Objections objections, CancellationToken cancellation)
    {
        var form = call.Form;
        var candidates = await CandidatesAsync(call, hazard, cancellation);
        if (form.RelapseOf is not null && form.RelapseRejected)
            objections.Add("relapseRejected", "应只认定复发或只不认定", "实际两项都填了", Articles.Relapse);
        if (form.RelapseOf is { } old && candidates.All(c => c.MatterId != old))
            objections.Add("relapseOf", "应为同一设备在复发认定窗口内销号的案件", "实际不是", Articles.Relapse);
        if (form.RelapseOf is not null || form.RelapseRejected)
            objections.Substance("relapseReason", form.RelapseReason, "认定或不认定复发的理由", Articles.Relapse);
        else if (candidates.FirstOrDefault(c => c.IsProposed) is { } proposed)
            objections.Add("relapseOf", $"同一设备的同类隐患 {proposed.Number} 于 {ShanghaiTime.Text(ShanghaiTime.DateOf(proposed.SignedOffAt))} 销号，应认定是否复发", "实际未认定", Articles.Relapse);
    }

    /// <summary>Links a confirmed relapse and raises what follows from it; the old sign-off is not touched.</summary>
    public static async Task ApplyAsync(CommandCall<RegisterForm> call, Hazard hazard, CancellationToken cancellation)
    {
        var (matter, act, form) = (call.Matter, call.Act, call.Form);
        if (form.RelapseRejected)
            act.Record(new LedgerFact(matter.Id, "reject-relapse", $"不认定为复发：{form.RelapseReason!.Trim()}"));
        if (form.RelapseOf is not { } oldId)
            return;
        var old = (await CandidatesAsync(call, hazard, cancellation)).Single(c => c.MatterId == oldId);
        (hazard.RelapseOfId, hazard.RelapseReason) = (oldId, form.RelapseReason!.Trim());
        MatterLinks.Tie(act, matter.Id, LinkKinds.RelapseOf, oldId, LinkKinds.RelapsedAs);
        act.Record(new LedgerFact(matter.Id, "confirm-relapse", $"认定为 {old.Number} 的复发：{hazard.RelapseReason}"));
        act.Record(new LedgerFact(oldId, "relapse-found", $"销号后复发，另案 {matter.Number}；原销号不撤销"));
        if (old.ByDocumentsOnly)
            await act.RaiseClueAsync(matter, $"{old.Number} 仅凭书面复查销号，{ShanghaiTime.Text(ShanghaiTime.DateOf(old.SignedOffAt))} 销号后复发为 {matter.Number}", cancellation);
        act.Raise(HazardSignals.Relapsed, matter.Id, new Dictionary<string, object?> { ["of"] = oldId.ToString("D"), ["number"] = old.Number });
    }

    private static Task<IReadOnlyList<RelapseView>> CandidatesAsync(CommandCall<RegisterForm> call, Hazard hazard, CancellationToken cancellation) => FindRelapses.DoAsync(
        call.Matter, hazard, call.Form.EquipmentId ?? hazard.EquipmentId, DefectKeys.Of(hazard.EquipmentKindName, call.Form.Clause), call.Db,
        call.Act.Services.GetRequiredService<ISignOffRecords>(), call.Rules, cancellation);
}
