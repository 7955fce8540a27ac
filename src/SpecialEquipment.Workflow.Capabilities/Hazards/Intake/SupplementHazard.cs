using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Attachments;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.Shared.Notices;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>
/// A further message about a known case becomes a supplement in its ledger, or in that of the case it was merged into. It fills what was
/// unknown while nobody has judged the report yet, and may raise the danger; it never overwrites and never closes anything.
/// </summary>
internal sealed class SupplementHazard(ActContext act)
{
    /// <param name="newest">The newest message before; null when this one came late.</param>
    public async Task<Rejection?> DoAsync(IntakeForm form, Hazard known, HazardMessage? newest, bool isLate, CancellationToken cancellation)
    {
        var hazard = known.MergedIntoId is { } into ? await act.Db.Set<Hazard>().SingleAsync(h => h.MatterId == into, cancellation) : known;
        var matter = await act.Db.Set<Matter>().SingleAsync(m => m.Id == hazard.MatterId, cancellation);
        if (form.FoundAt?.ToUniversalTime() is { } found && found < hazard.EarliestFoundAt)
            (hazard.EarliestFoundAt, matter.FoundOn) = (found, ShanghaiTime.DateOf(found));
        if (!isLate)
            await FillAsync(form, hazard, matter, cancellation);
        if (await BindNewFilesAsync(form, matter, cancellation) is { } unbound)
            return unbound;

        matter.Version++; // two messages at once: the second sees what the first did
        matter.UpdatedAt = act.Now;
        var changed = Changed(form, newest);
        var what = changed.Count == 0 ? "内容无变化" : string.Join("、", changed.Keys.Select(IntakeForm.NameOf));
        act.Record(new LedgerFact(matter.Id, isLate ? "keep-late-message" : "supplement-report", isLate ? "收到来源系统较早的消息，仅留存" : $"来源系统补充：{what}")
        {
            Kind = "progress", StateAfter = matter.State.Code(),
            Detail = new Dictionary<string, object?> { ["sourceSystem"] = form.SourceSystem, ["sourceId"] = form.SourceId, ["sentAt"] = form.SentAt, ["facts"] = changed },
        });
        if (!isLate && changed.Count > 0)
            await TellAsync(matter, what, cancellation);
        return null;
    }

    private async Task FillAsync(IntakeForm form, Hazard hazard, Matter matter, CancellationToken cancellation)
    {
        hazard.ImmediateDanger |= form.ImmediateDanger == true;
        if (matter.State != HazardState.Reported)
            return;
        var facts = await IntakeHazard.ToReportAsync(form, act, cancellation);
        var directory = act.Services.GetRequiredService<IDirectory>();
        if (matter.EnterpriseId is null && facts.EnterpriseId is { } unitId && await directory.FindEnterpriseAsync(unitId, cancellation) is { } unit)
            (matter.EnterpriseId, matter.PlaceType, hazard.EnterpriseName, hazard.NoUnit) = (unit.Id, unit.PlaceType, unit.Name, false);
        if (hazard.EquipmentId is null && facts.EquipmentId is { } deviceId && await directory.FindEquipmentAsync(deviceId, cancellation) is { } device
            && device.EnterpriseId == matter.EnterpriseId)
            (hazard.EquipmentId, hazard.EquipmentCode, hazard.EquipmentKindName) = (device.Id, device.Code, device.KindName);
        hazard.RefreshSearch(matter);
        matter.Title = Titles.Of(hazard);
    }

    private async Task<Rejection?> BindNewFilesAsync(IntakeForm form, Matter matter, CancellationToken cancellation)
    {
        if (form.Evidence is not { Count: > 0 } files)
            return null;
        var binder = act.Services.GetRequiredService<IAttachmentBinder>();
        var there = (await binder.OfMatterAsync(act.Db, matter.Id, cancellation)).Select(a => a.Id).ToHashSet();
        var fresh = files.Where(f => !there.Contains(f.AttachmentId)).ToList();
        return fresh.Count == 0 ? null : (await binder.BindAsync(act, matter.Id, "EVIDENCE", fresh, "evidence", cancellation)).Rejection;
    }

    private static Dictionary<string, string> Changed(IntakeForm form, HazardMessage? newest)
    {
        var before = newest is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(newest.Facts, MatterForm.Json)!;
        return form.ToFacts().Where(f => before.GetValueOrDefault(f.Key) != f.Value).ToDictionary();
    }

    private async Task TellAsync(Matter matter, string what, CancellationToken cancellation)
    {
        if (matter.State.IsClosed())
            return;
        var officer = await act.Services.GetRequiredService<IDirectory>()
            .ResolvePostAsync(PostKinds.CaseOfficer, matter.RegionCode, DepartmentCodes.MarketRegulator, cancellation);
        if (officer is not null)
            await act.Services.GetRequiredService<INotices>().SendAsync(
                new NoticeDraft(NoticeKind.Remind, "隐患来源系统补充了信息", $"{matter.Number ?? matter.Title}：{what}。") { To = [NoticeTarget.Post(officer.Id)], MatterId = matter.Id }, act, cancellation);
    }
}
