using System.Text.Json;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

/// <summary>The refusals every command has in common.</summary>
public static class MatterRefusals
{
    public static Rejection NotFound() => Rejection.NotFound("matters.not-found", "没有这个案件，或者您无权查看。");

    public static Rejection UnknownCommand(string name) => Rejection.NotFound("matters.unknown-command", $"没有“{name}”这个操作。");

    public static Rejection NotYours(string displayName, Who by) =>
        Rejection.Forbidden("matters.not-yours", $"“{displayName}”应由{by.Text}办理，实际您没有本辖区的该岗位。");

    public static Rejection Stale(Matter matter, long seen) => Now(matter, Rejection.Conflict("matters.stale-version",
        $"应为当前版本 {matter.Version}，实际为 {seen}：案件已被他人更新，现为“{matter.State.Name()}”，请刷新后再办理。"));

    public static Rejection WrongState(string displayName, IEnumerable<HazardState> from, Matter matter, string? article)
    {
        var expected = $"应为“{string.Join("”或“", from.Select(s => s.Name()))}”";
        var actual = $"实际为“{matter.State.Name()}”";
        return Now(matter, Rejection.Conflict("matters.wrong-state", $"办理“{displayName}”时案件状态{expected}，{actual}。") with
        {
            Errors = [new FieldObjection("state", expected, actual, article)],
        });
    }

    public static Rejection Forbidden(Matter matter, CommandAvailability refusal) => Now(matter, Rejection.Conflict("matters.forbidden-now", refusal.Reason!) with
    {
        Errors = refusal.Article is null ? [] : [new FieldObjection("state", "应符合办理条件", refusal.Reason!, refusal.Article)],
    });

    public static Rejection Waiting(Matter matter, Confirmation pending) => Now(matter, Rejection.Conflict("matters.confirmation-pending", WaitingText(pending)));

    public static string WaitingText(Confirmation pending) =>
        $"已由 {pending.ProposerName} 于 {ShanghaiTime.Text(pending.ProposedAt)} 发起一项双人办理，待 {pending.ConfirmerName} 确认；应先确认、退回或撤回。";

    public static Rejection Form(string displayName, Objections objections) =>
        new("matters.form", $"“{displayName}”有 {objections.List.Count} 处不符合要求：{objections.List[0].Expected}，{objections.List[0].Actual}{(objections.List.Count > 1 ? " 等" : "")}。")
        {
            Errors = objections.List,
        };

    public static Rejection NoForm() => Rejection.Form("matters.form", "应提交一个 JSON 对象，实际不是。", new FieldObjection("", "应为 JSON 对象", "实际不是"));

    public static Rejection NoVersion() => Rejection.Form("matters.form", "应带上所见案件的版本号。", new FieldObjection("version", "应为整数版本号", "实际为空或不是整数"));

    public static Rejection Unreadable(JsonException unreadable)
    {
        var path = (unreadable.Path ?? "").TrimStart('$').TrimStart('.');
        return Rejection.Form("matters.form", "表单中有字段类型不正确。", new FieldObjection(path, "应为规定的类型或取值", "实际无法识别"));
    }

    private static Rejection Now(Matter matter, Rejection rejection) =>
        rejection with { CurrentState = matter.State.Code(), CurrentVersion = matter.Version };
}
