using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>The true time of what happened at the scene (E11): not in the future, and explained when it is entered late.</summary>
internal static class SceneTime
{
    public static void Check<TForm>(CommandCall<TForm> call, string field, DateTimeOffset? at, string? lateReason, Objections objections)
    {
        if (at is not { } happened)
            return;
        if (happened > call.Now)
            objections.Add(field, $"应不晚于 {ShanghaiTime.Text(call.Now)}", $"实际为 {ShanghaiTime.Text(happened)}", Articles.OfflineCapture);
        else if (call.Rules.Policy.FindRule("offlineExplanation", ShanghaiTime.DateOf(happened), call.Matter.RegionCode) is null)
            objections.Add(field, "应在现行规则的适用期内", $"实际为 {ShanghaiTime.Text(happened)}", Articles.OfflineCapture);
        else if (!call.Rules.Due("offlineExplanation", happened, call.Matter.RegionCode).IsMetBy(call.Now) && string.IsNullOrWhiteSpace(lateReason))
            objections.Add("lateReason", "发生时间早于录入时间超过规定天数，应说明原因", "实际为空", Articles.OfflineCapture);
    }
}
