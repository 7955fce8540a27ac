using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;

namespace SpecialEquipment.Workflow.Capabilities.Hazards.Sheets;

/// <summary>GET /hazards/export: the ledger as filtered and sorted on the screen, as a workbook.</summary>
internal static class ExportHazards
{
    public static void MapExportHazards(this IEndpointRouteBuilder api) =>
        api.MapGet("/hazards/export", DoAsync).RequireAuthorization(Policies.SignedIn).RequireRateLimiting(SheetExport.RateLimit)
            .WithName("export-hazards").WithTags("hazards").WithSummary("导出隐患台账")
            .Produces<byte[]>(contentType: SheetExport.ContentType).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    public static IReadOnlyList<SheetColumn<HazardRowView>> Columns { get; } =
    [
        SheetColumn<HazardRowView>.Text("台账编号", 24, r => r.Number),
        SheetColumn<HazardRowView>.Text("使用单位", 32, r => r.EnterpriseName),
        SheetColumn<HazardRowView>.Text("地点", 28, r => r.Place),
        SheetColumn<HazardRowView>.Text("区划", 14, r => r.RegionName),
        SheetColumn<HazardRowView>.Text("设备", 18, r => r.EquipmentKindName),
        SheetColumn<HazardRowView>.Text("设备代码", 22, r => r.EquipmentCode),
        SheetColumn<HazardRowView>.Text("隐患描述", 50, r => r.Text),
        SheetColumn<HazardRowView>.Text("级别", 8, r => r.GradeName),
        SheetColumn<HazardRowView>.Text("状态", 14, r => r.StateName),
        SheetColumn<HazardRowView>.Text("来源", 18, r => r.SourceName),
        SheetColumn<HazardRowView>.Date("发现日期", r => ShanghaiTime.DateOf(r.FoundAt)),
        SheetColumn<HazardRowView>.Date("整改时限", r => r.Deadline?.Date),
        SheetColumn<HazardRowView>.Text("是否逾期", 10, r => r.IsOverdue ? "逾期" : ""),
        SheetColumn<HazardRowView>.Number("逾期工作日", 12, r => r.IsOverdue ? r.OverdueWorkingDays : null),
        SheetColumn<HazardRowView>.Text("当前办理人", 24, r => r.CurrentHolder),
        SheetColumn<HazardRowView>.Time("更新时间", r => r.UpdatedAt),
    ];

    private static async Task<IResult> DoAsync(
        [AsParameters] HazardFilter filter, HttpContext http, HazardQueries queries, IActorSource actors, DeadlineRules rules, BusinessClock clock, CancellationToken cancellation)
    {
        if (HazardOrder.Parse(filter.Sort) is not { } order)
            return FindHazards.WrongOrder(filter.Sort).ToHttp();
        var actor = await actors.CurrentAsync(http, cancellation);
        var query = await queries.OfAsync(filter, actor, cancellation);
        if (query.IsRejected)
            return query.Rejection!.ToHttp();
        var (now, calendar) = (clock.GetUtcNow(), rules.Now.Calendar);
        var count = await query.Value.CountAsync(SheetExport.MostRows, cancellation);
        return await SheetExport.AnswerAsync(
            http, actor, "hazards", "隐患台账", count, query.Value.AllAsync(order, cancellation), r => HazardRowView.Of(r.Matter, r.Hazard, calendar, now), Columns, cancellation);
    }
}
