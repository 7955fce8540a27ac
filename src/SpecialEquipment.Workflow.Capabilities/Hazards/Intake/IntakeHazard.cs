using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>What became of a message: OPENED, SUPPLEMENT, LATE or REPEAT.</summary>
public sealed record IntakeReceipt(Guid MatterId, string State, long Version, string Effect, string Message);

/// <summary>
/// Takes a message of another system in. However often and in whatever order messages of one source id arrive, there is one case (E12):
/// the first opens it, a newer one adds to it, an older one is kept and overwrites nothing, a repeat does nothing.
/// </summary>
public sealed class IntakeHazard(ReportHazard report, IntakeSystems systems)
{
    public const string Name = "intake-hazard";
    private const int MostFiles = 50;

    public async Task<Result<IntakeReceipt>> DoAsync(IntakeForm form, ActContext act, CancellationToken cancellation)
    {
        if (CheckEnvelope(form, act) is { } unreadable)
            return unreadable;
        if (await RefuseSenderAsync(form, act, cancellation) is { } stranger)
            return stranger;
        var (system, id) = (form.SourceSystem!.Trim(), form.SourceId!.Trim());
        var known = await act.Db.Set<Hazard>().FirstOrDefaultAsync(h => h.SourceSystem == system && h.SourceId == id, cancellation);
        return known is null ? await OpenAsync(form, act, cancellation) : await AddAsync(form, known, act, cancellation);
    }

    /// <summary>Without these nothing can be told about the message at all.</summary>
    private static Rejection? CheckEnvelope(IntakeForm form, ActContext act)
    {
        var objections = new Objections();
        objections.Text("sourceSystem", form.SourceSystem, "来源系统", max: 60);
        objections.Text("sourceId", form.SourceId, "来源编号", max: 120);
        objections.Required("source", form.Source, "隐患来源");
        if (objections.Required("sentAt", form.SentAt, "消息发送时间") && form.SentAt > act.Now + ReportHazard.ClockSkew)
            objections.Add("sentAt", $"应不晚于 {ShanghaiTime.Text(act.Now)}", $"实际为 {ShanghaiTime.Text(form.SentAt!.Value)}");
        if (form.Sequence < 0)
            objections.Add("sequence", "应为不小于 0 的整数", $"实际为 {form.Sequence}");
        if (form.Evidence?.Count > MostFiles)
            objections.Add("evidence", $"应不超过 {MostFiles} 件", $"实际为 {form.Evidence.Count} 件");
        foreach (var (field, value, max) in new[] { ("creditCode", form.CreditCode, 18), ("unitName", form.UnitName, 200), ("equipmentCode", form.EquipmentCode, 40) })
        {
            if (value?.Trim().Length > max)
                objections.Add(field, $"应不超过 {max} 字", $"实际为 {value.Trim().Length} 字");
        }
        return objections.Any ? MatterRefusals.Form("接收隐患数据", objections) : null;
    }

    private async Task<Rejection?> RefuseSenderAsync(IntakeForm form, ActContext act, CancellationToken cancellation)
    {
        var own = systems.Of(act.Actor.UserName);
        if (own.FirstOrDefault(s => s.SourceSystem == form.SourceSystem!.Trim()) is not { } system)
            return Rejection.Forbidden("hazards.unknown-source-system", $"来源系统应为本账号登记的系统（{(own.Count == 0 ? "未登记" : string.Join("、", own.Select(s => s.SourceSystem)))}），实际为“{form.SourceSystem}”。");
        if (!system.Sources.Contains(form.Source!.Value.Code()))
            return Rejection.Forbidden("hazards.source-not-allowed", $"该系统可报送的隐患来源应为 {string.Join("、", system.Sources)}，实际为 {form.Source.Value.Code()}。");
        var subtree = await act.Services.GetRequiredService<IDirectory>().SubtreeAsync(system.RegionCode, cancellation);
        return form.RegionCode is { Length: > 0 } region && !subtree.Contains(region.Trim())
            ? Rejection.Forbidden("hazards.outside-source-region", $"该系统可报送的地区应在 {system.RegionCode} 内，实际为“{region}”。") : null;
    }

    private async Task<Result<IntakeReceipt>> OpenAsync(IntakeForm form, ActContext act, CancellationToken cancellation)
    {
        var taken = await report.TakeAsync(await ToReportAsync(form, act, cancellation), act, cancellation);
        if (taken.IsRejected)
            return taken.Rejection!;
        Keep(form, taken.Value.MatterId, MessageEffect.Opened, act);
        return new IntakeReceipt(taken.Value.MatterId, taken.Value.State, taken.Value.Version, "OPENED", "已接收，待承办人研判。");
    }

    private async Task<Result<IntakeReceipt>> AddAsync(IntakeForm form, Hazard known, ActContext act, CancellationToken cancellation)
    {
        var before = await act.Db.Set<HazardMessage>().Where(m => m.SourceSystem == known.SourceSystem && m.SourceId == known.SourceId).ToListAsync(cancellation);
        var facts = JsonSerializer.Serialize(form.ToFacts(), MatterForm.Json);
        var (sent, sequence) = (SentAt(form), form.Sequence ?? 0);
        if (before.Find(m => m.SentAt == sent && m.Sequence == sequence) is { } same)
            return same.Facts == facts
                ? await ReceiptAsync(known, "REPEAT", "该消息已接收过，未作改动。", act, cancellation)
                : Rejection.Conflict("hazards.message-differs", "同一来源编号、发送时间和序号的消息内容应相同，实际不同；有新内容应以新的发送时间报送。");

        var check = await report.CheckAsync(await ToReportAsync(form, act, cancellation), act, isFirst: false, cancellation);
        if (check.Any)
            return MatterRefusals.Form("接收隐患数据", check);
        var newest = before.OrderBy(m => m.SentAt).ThenBy(m => m.Sequence).LastOrDefault();
        var isLate = newest is not null && (newest.SentAt > sent || (newest.SentAt == sent && newest.Sequence > sequence));
        if (await new SupplementHazard(act).DoAsync(form, known, isLate ? null : newest, isLate, cancellation) is { } refused)
            return refused;
        Keep(form, known.MatterId, isLate ? MessageEffect.Late : MessageEffect.Supplement, act);
        return isLate
            ? await ReceiptAsync(known, "LATE", "已有更新的消息，本消息仅留存，未覆盖。", act, cancellation)
            : await ReceiptAsync(known, "SUPPLEMENT", "已作为补充记入原案件。", act, cancellation);
    }

    private static void Keep(IntakeForm form, Guid matterId, MessageEffect effect, ActContext act) => act.Db.Set<HazardMessage>().Add(new HazardMessage
    {
        MatterId = matterId, SourceSystem = form.SourceSystem!.Trim(), SourceId = form.SourceId!.Trim(), SentAt = SentAt(form), Sequence = form.Sequence ?? 0,
        ReceivedAt = act.Now, Effect = effect, Facts = JsonSerializer.Serialize(form.ToFacts(), MatterForm.Json),
    });

    private static async Task<IntakeReceipt> ReceiptAsync(Hazard known, string effect, string message, ActContext act, CancellationToken cancellation)
    {
        var matter = await act.Db.Set<Matter>().SingleAsync(m => m.Id == known.MatterId, cancellation);
        return new IntakeReceipt(matter.Id, matter.State.Code(), matter.Version, effect, message);
    }

    /// <summary>As the database keeps it, so that a repeat is known again.</summary>
    private static DateTimeOffset SentAt(IntakeForm form) => Instants.Truncate(form.SentAt!.Value.ToUniversalTime());

    /// <summary>A unit or device that the register does not know still comes in; the officer names it at registration.</summary>
    internal static async Task<ReportForm> ToReportAsync(IntakeForm form, ActContext act, CancellationToken cancellation)
    {
        var lookup = act.Services.GetRequiredService<IRegisterLookup>();
        var unit = form.CreditCode is { Length: > 0 } credit ? await lookup.FindByCreditCodeAsync(credit.Trim().ToUpperInvariant(), cancellation) : null;
        var device = form.EquipmentCode is { Length: > 0 } code ? await lookup.FindByCodeAsync(code.Trim().ToUpperInvariant(), cancellation) : null;
        if (device is not null && unit is not null && device.EnterpriseId != unit.Id)
            device = null; // the two contradict each other; both stay in the ledger, the officer decides
        var unitId = unit?.Id ?? device?.EnterpriseId;
        return new ReportForm
        {
            Source = form.Source, SourceSystem = form.SourceSystem, SourceId = form.SourceId, FoundAt = form.FoundAt, FinderName = form.FinderName ?? act.Actor.PersonName,
            EnterpriseId = unitId, NoUnit = unitId is null, EquipmentId = device?.Id, EquipmentText = device is null ? form.EquipmentText ?? form.EquipmentCode : form.EquipmentText,
            Place = form.Place, RegionCode = form.RegionCode, Text = form.Text, ImmediateDanger = form.ImmediateDanger, Evidence = form.Evidence, LateReason = form.LateReason,
        };
    }
}
