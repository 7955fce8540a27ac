using System.Collections.Frozen;
using System.Text.Json;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

/// <summary>Codes and Chinese names of states and grades; one place for API, ledger and console.</summary>
public static class HazardStates
{
    private static readonly FrozenDictionary<HazardState, string> Names = new Dictionary<HazardState, string>
    {
        [HazardState.Reported] = "已上报待核",
        [HazardState.Dismissed] = "不予登记",
        [HazardState.RoutedOut] = "已转出",
        [HazardState.Merged] = "已并案",
        [HazardState.Registered] = "已登记",
        [HazardState.Graded] = "已定级",
        [HazardState.Ordered] = "已下达指令",
        [HazardState.SelfRectifying] = "自行整改中",
        [HazardState.FixedOnTheSpot] = "当场整改",
        [HazardState.PlanPending] = "待报整改方案",
        [HazardState.PlanInReview] = "方案审查中",
        [HazardState.PlanReturned] = "方案已退回",
        [HazardState.Rectifying] = "整改中",
        [HazardState.ReportSubmitted] = "已报整改报告",
        [HazardState.Reinspecting] = "复查中",
        [HazardState.ReinspectionFailed] = "复查不合格",
        [HazardState.Passed] = "复查合格待销号",
        [HazardState.SignedOff] = "已销号",
        [HazardState.ClosedDecommissioned] = "因停用报废关闭",
        [HazardState.ClosedShutdown] = "因关停关闭",
        [HazardState.MovedOut] = "已移出辖区",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<HazardState, string> Codes =
        Enum.GetValues<HazardState>().ToFrozenDictionary(s => s, s => JsonNamingPolicy.SnakeCaseUpper.ConvertName(s.ToString()));

    public static string Code(this HazardState state) => Codes[state];
    public static string Name(this HazardState state) => Names[state];
    public static string Code(this HazardGrade grade) => grade == HazardGrade.Major ? "MAJOR" : "GENERAL";
    public static string Name(this HazardGrade grade) => grade == HazardGrade.Major ? "重大" : "一般";

    public static HazardState? Parse(string code) => Codes.Where(p => p.Value == code).Select(p => (HazardState?)p.Key).FirstOrDefault();
}
