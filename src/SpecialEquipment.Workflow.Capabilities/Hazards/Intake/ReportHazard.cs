using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Attachments;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>What intake asks for (DOMAIN §4.2 "Required at intake").</summary>
public sealed record ReportForm
{
    public HazardSource? Source { get; init; }
    public string? SourceSystem { get; init; }
    public string? SourceId { get; init; }
    public DateTimeOffset? FoundAt { get; init; }
    public string? FinderName { get; init; }
    public Guid? EnterpriseId { get; init; }

    /// <summary>True when nobody can be named as the user unit.</summary>
    public bool NoUnit { get; init; }
    public Guid? EquipmentId { get; init; }
    public string? EquipmentText { get; init; }
    public string? Place { get; init; }
    public string? RegionCode { get; init; }
    public string? Text { get; init; }
    public bool? ImmediateDanger { get; init; }
    public IReadOnlyList<AttachmentRef>? Evidence { get; init; }
    public string? LateReason { get; init; }
}

/// <summary>
/// Takes a hazard in. A repeat with the same source system and id returns the existing case and changes nothing. Office duties run from
/// receipt, legal facts use the true time at the scene; both are stored (E11).
/// </summary>
public sealed class ReportHazard(DeadlineRules deadlines)
{
    public const string Name = "report-hazard";

    /// <summary>A device clock may run a little ahead of the server's.</summary>
    internal static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    public async Task<Result<CommandReceipt>> DoAsync(ReportForm form, ActContext act, CancellationToken cancellation)
    {
        if (!await IntakeRight.HasAsync(act.Actor, form, act.Services.GetRequiredService<IDirectory>(), cancellation))
            return Rejection.Forbidden("hazards.no-intake-right", "上报隐患应为本辖区的监管岗位，或使用单位上报本单位自查发现的隐患，实际不是。");
        form = WithOwnNumber(form, act.Actor);
        if (await FindRepeatAsync(form, act, cancellation) is { } existing)
        {
            // the number of a foreign case tells nothing about it
            return await act.Services.GetRequiredService<IMatterAccess>().MaySeeAsync(existing.Id, act.Actor, act.Db, cancellation)
                ? new CommandReceipt(existing.Id, existing.State.Code(), existing.Version, "该来源编号已上报过，返回原案件。")
                : Rejection.Conflict("hazards.source-taken", "来源编号应未上报过，实际已由他人上报，您无权查看该案件。");
        }

        return await TakeAsync(form, act, cancellation);
    }

    /// <summary>What is wrong with the facts; a supplement needs neither evidence nor an explanation of its age.</summary>
    internal async Task<Objections> CheckAsync(ReportForm form, ActContext act, bool isFirst, CancellationToken cancellation)
    {
        var objections = new Objections();
        await CheckAsync(form, act, act.Services.GetRequiredService<IDirectory>(), deadlines.Now, objections, isFirst, cancellation);
        return objections;
    }

    /// <summary>Opens the case; who may report, and whether it is known already, has been asked.</summary>
    internal async Task<Result<CommandReceipt>> TakeAsync(ReportForm form, ActContext act, CancellationToken cancellation)
    {
        var directory = act.Services.GetRequiredService<IDirectory>();
        var rules = deadlines.Now;
        var objections = new Objections();
        var (enterprise, equipment, region) = await CheckAsync(form, act, directory, rules, objections, isFirst: true, cancellation);
        if (objections.Any)
            return MatterRefusals.Form("上报隐患", objections);

        var (matter, hazard) = Create(form, act, enterprise, equipment, region!);
        matter.DepartmentId = (await directory.ResolvePostAsync(PostKinds.CaseOfficer, matter.RegionCode, DepartmentCodes.MarketRegulator, cancellation))?.DepartmentId;
        await NewHazard.OpenAsync(matter, hazard, act, rules, $"上报隐患：{hazard.Text}", cancellation);
        if (form.Evidence is { Count: > 0 } files)
        {
            var bound = await act.Services.GetRequiredService<IAttachmentBinder>().BindAsync(act, matter.Id, "EVIDENCE", files, "evidence", cancellation);
            if (bound.IsRejected)
                return bound.Rejection!;
        }
        return new CommandReceipt(matter.Id, matter.State.Code(), matter.Version, "已收到上报，待承办人研判。");
    }

    /// <summary>A unit numbers its own reports: it cannot take the number of another system's report before that arrives.</summary>
    private static ReportForm WithOwnNumber(ReportForm form, Actor actor) =>
        actor.EnterpriseId is { } unit && !string.IsNullOrWhiteSpace(form.SourceId) ? form with { SourceId = $"{unit:N}:{form.SourceId.Trim()}" } : form;

    private static Task<Matter?> FindRepeatAsync(ReportForm form, ActContext act, CancellationToken cancellation) =>
        string.IsNullOrWhiteSpace(form.SourceSystem) || string.IsNullOrWhiteSpace(form.SourceId)
            ? Task.FromResult<Matter?>(null)
            : (from h in act.Db.Set<Hazard>()
               join m in act.Db.Set<Matter>() on h.MatterId equals m.Id
               where h.SourceSystem == form.SourceSystem.Trim() && h.SourceId == form.SourceId.Trim()
               select m).AsNoTracking().FirstOrDefaultAsync(cancellation);

    private static async Task<(EnterpriseView?, EquipmentView?, RegionView?)> CheckAsync(
        ReportForm form, ActContext act, IDirectory directory, RulesInForce rules, Objections objections, bool isFirst, CancellationToken cancellation)
    {
        objections.Required("source", form.Source, "隐患来源");
        if (string.IsNullOrWhiteSpace(form.SourceSystem) != string.IsNullOrWhiteSpace(form.SourceId))
            objections.Add(string.IsNullOrWhiteSpace(form.SourceId) ? "sourceId" : "sourceSystem", "来源系统与来源编号应同时填写", "实际只填了一项");
        foreach (var (field, value, max) in new[] { ("sourceSystem", form.SourceSystem, 60), ("sourceId", form.SourceId, 120), ("lateReason", form.LateReason, 2000) })
        {
            if (value?.Trim().Length > max)
                objections.Add(field, $"应不超过 {max} 字", $"实际为 {value.Trim().Length} 字");
        }
        CheckTimes(form, act, rules, objections, isFirst);
        if (form.Source != HazardSource.TipOff)
            objections.Text("finderName", form.FinderName ?? act.Actor.PersonName, "发现人", max: 60);
        objections.Text("place", form.Place, "地点", max: 300);
        objections.Text("text", form.Text, "隐患描述");
        objections.Required("immediateDanger", form.ImmediateDanger, "是否有直接危险");
        objections.Evidence("evidence", form.Evidence, "证据材料（照片或文件）", required: isFirst && form.Source != HazardSource.TipOff);

        var region = string.IsNullOrWhiteSpace(form.RegionCode) ? null : await directory.FindRegionAsync(form.RegionCode.Trim(), cancellation);
        if (region is null)
            objections.Add("regionCode", "应为有效的区划代码", string.IsNullOrWhiteSpace(form.RegionCode) ? "实际为空" : $"实际为“{form.RegionCode}”");

        var enterprise = form.EnterpriseId is { } id ? await directory.FindEnterpriseAsync(id, cancellation) : null;
        if (form.EnterpriseId is not null && enterprise is null)
            objections.Add("enterpriseId", "应为在册单位", "实际查无此单位");
        if (form.EnterpriseId is null && !form.NoUnit)
            objections.Add("enterpriseId", "应选择使用单位，或注明“无法确定单位”", "实际为空");
        if (form is { EnterpriseId: not null, NoUnit: true })
            objections.Add("noUnit", "已选单位时应不勾选“无法确定单位”", "实际两项都填了");

        var equipment = form.EquipmentId is { } device ? await directory.FindEquipmentAsync(device, cancellation) : null;
        if (form.EquipmentId is not null && equipment is null)
            objections.Add("equipmentId", "应为在册设备", "实际查无此设备");
        if (equipment is not null && enterprise is not null && equipment.EnterpriseId != enterprise.Id)
            objections.Add("equipmentId", "应为该单位的设备", "实际属于其他单位");
        if (form.EquipmentId is null)
            objections.Text("equipmentText", form.EquipmentText, "设备代码或设备描述", max: 200);
        return (enterprise, equipment, region);
    }

    private static void CheckTimes(ReportForm form, ActContext act, RulesInForce rules, Objections objections, bool isFirst)
    {
        if (!objections.Required("foundAt", form.FoundAt, "发现时间"))
            return;
        var found = form.FoundAt!.Value;
        if (found > act.Now + ClockSkew)
        {
            objections.Add("foundAt", $"应不晚于 {ShanghaiTime.Text(act.Now)}", $"实际为 {ShanghaiTime.Text(found)}", Articles.OfflineCapture);
            return;
        }
        // before the first rule of the pack there is no law to reckon by, and surely a slip of the pen
        if (rules.Policy.FindRule("offlineExplanation", ShanghaiTime.DateOf(found), form.RegionCode) is null)
            objections.Add("foundAt", "应在现行规则的适用期内", $"实际为 {ShanghaiTime.Text(found)}", Articles.OfflineCapture);
        else if (isFirst && !rules.Due("offlineExplanation", found, form.RegionCode).IsMetBy(act.Now) && string.IsNullOrWhiteSpace(form.LateReason))
            objections.Add("lateReason", "发现时间早于收到时间超过规定天数，应说明原因", "实际为空", Articles.OfflineCapture);
    }

    private static (Matter, Hazard) Create(ReportForm form, ActContext act, EnterpriseView? enterprise, EquipmentView? equipment, RegionView region)
    {
        var id = Guid.CreateVersion7(act.Now);
        var found = form.FoundAt!.Value > act.Now ? act.Now : form.FoundAt.Value;
        var hazard = new Hazard
        {
            MatterId = id, Source = form.Source!.Value,
            SourceSystem = string.IsNullOrWhiteSpace(form.SourceSystem) ? "CONSOLE" : form.SourceSystem.Trim(),
            SourceId = string.IsNullOrWhiteSpace(form.SourceId) ? id.ToString("D") : form.SourceId.Trim(),
            FinderName = form.FinderName?.Trim() ?? (form.Source == HazardSource.TipOff ? null : act.Actor.PersonName), ReportedByName = act.Actor.PersonName,
            FoundAt = found.ToUniversalTime(), EarliestFoundAt = found.ToUniversalTime(), ReceivedAt = act.Now, LateReason = form.LateReason?.Trim(), NoUnit = form.NoUnit, EnterpriseName = enterprise?.Name,
            EquipmentId = equipment?.Id, EquipmentCode = equipment?.Code, EquipmentKindName = equipment?.KindName, EquipmentKind = equipment?.Kind, EquipmentText = form.EquipmentText?.Trim(),
            Place = form.Place!.Trim(), RegionName = region.Name, Text = form.Text!.Trim(), ImmediateDanger = form.ImmediateDanger!.Value,
        };
        var matter = new Matter
        {
            Id = id, Kind = Matter.HazardKind, Title = Titles.Of(hazard), State = HazardState.Reported, Version = 1, RegionCode = region.Code, FoundOn = ShanghaiTime.DateOf(found),
            EnterpriseId = enterprise?.Id, PlaceType = enterprise?.PlaceType, CreatedAt = act.Now, UpdatedAt = act.Now,
        };
        hazard.RefreshSearch(matter);
        return (matter, hazard);
    }
}

internal static class Titles
{
    public static string Of(Hazard hazard) => $"{hazard.EquipmentName} {(hazard.Text.Length > 60 ? hazard.Text[..60] + "…" : hazard.Text)}";
}

/// <summary>Who may report: officials for their region, a unit what its own check found.</summary>
internal static class IntakeRight
{
    public static async Task<bool> HasAsync(Actor actor, ReportForm form, IDirectory directory, CancellationToken cancellation)
    {
        if (actor.IsSystem)
            return true;
        foreach (var post in actor.Posts)
        {
            if (post.EnterpriseId is not null)
            {
                if (form.Source == HazardSource.SelfCheck && form.EnterpriseId == post.EnterpriseId)
                    return true;
            }
            else if (form.RegionCode is null || (await directory.SubtreeAsync(post.RegionCode, cancellation)).Contains(form.RegionCode))
                return true;
        }
        return false;
    }
}
