using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Organizations.Sheets;

/// <summary>GET /enterprises/export and /equipment/export: the registers as filtered on the screen, within the actor's scope.</summary>
internal static class ExportRegisters
{
    private static readonly IReadOnlyList<SheetColumn<FindEnterprises.Row>> EnterpriseColumns =
    [
        SheetColumn<FindEnterprises.Row>.Text("单位名称", 36, r => r.Name),
        SheetColumn<FindEnterprises.Row>.Text("信用代码", 22, r => r.CreditCode),
        SheetColumn<FindEnterprises.Row>.Text("区划代码", 14, r => r.RegionCode),
        SheetColumn<FindEnterprises.Row>.Text("行政区划", 14, r => r.RegionName),
        SheetColumn<FindEnterprises.Row>.Text("地址", 36, r => r.Address),
        SheetColumn<FindEnterprises.Row>.Text("场所类型", 16, r => r.PlaceTypeName),
        SheetColumn<FindEnterprises.Row>.Text("电话", 16, r => r.Phone),
        SheetColumn<FindEnterprises.Row>.Number("设备数", 8, r => r.EquipmentCount),
    ];

    private static readonly IReadOnlyList<SheetColumn<FindEquipment.Row>> EquipmentColumns =
    [
        SheetColumn<FindEquipment.Row>.Text("设备代码", 22, r => r.Code),
        SheetColumn<FindEquipment.Row>.Text("设备种类", 18, r => r.KindName),
        SheetColumn<FindEquipment.Row>.Text("品种代码", 10, r => r.CatalogueCode),
        SheetColumn<FindEquipment.Row>.Text("品种", 18, r => r.CatalogueName),
        SheetColumn<FindEquipment.Row>.Text("设备名称", 20, r => r.Name),
        SheetColumn<FindEquipment.Row>.Text("登记证编号", 20, r => r.RegistrationNumber),
        SheetColumn<FindEquipment.Row>.Text("使用单位", 36, r => r.EnterpriseName),
        SheetColumn<FindEquipment.Row>.Text("使用地点", 30, r => r.Place),
        SheetColumn<FindEquipment.Row>.Date("下次检验日期", r => r.NextInspectionOn),
        SheetColumn<FindEquipment.Row>.Text("维保单位", 30, r => r.MaintenanceUnit),
        SheetColumn<FindEquipment.Row>.Text("型号", 20, r => r.Model),
    ];

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/enterprises/export", async (
                HttpContext http, WorkflowDbContext db, IDirectory directory, IActorSource actors, RegionNames names, string? q, string? region, string? placeType, CancellationToken cancellation) =>
            {
                var actor = await actors.CurrentAsync(http, cancellation);
                var scope = await directory.ScopeAsync(actor, cancellation);
                var rows = await FindEnterprises.QueryAsync(db, directory, scope, new FindEnterprises.Filter(q, region, placeType), cancellation);
                var regionNames = await names.AllAsync(db, cancellation);
                return await SheetExport.AnswerAsync(
                    http, actor, "enterprises", "使用单位", FindEnterprises.WithCount(db, rows.OrderBy(e => e.Key)), r => FindEnterprises.View(r, regionNames), EnterpriseColumns, cancellation);
            })
            .RequireAuthorization(Policies.SignedIn).RequireRateLimiting(SheetExport.RateLimit).WithName("export-enterprises").WithTags("organizations")
            .WithSummary("导出使用单位").Produces<byte[]>(contentType: SheetExport.ContentType);
        api.MapGet("/equipment/export", async (
                HttpContext http, WorkflowDbContext db, IDirectory directory, IActorSource actors, string? q, Guid? enterpriseId, string? kind, CancellationToken cancellation) =>
            {
                var actor = await actors.CurrentAsync(http, cancellation);
                var scope = await directory.ScopeAsync(actor, cancellation);
                var rows = FindEquipment.Query(db, scope, new FindEquipment.Filter(q, enterpriseId, kind));
                return await SheetExport.AnswerAsync(
                    http, actor, "equipment", "特种设备", rows.OrderBy(r => r.Device.Key), r => FindEquipment.View(r.Device, r.Unit.Name), EquipmentColumns, cancellation);
            })
            .RequireAuthorization(Policies.SignedIn).RequireRateLimiting(SheetExport.RateLimit).WithName("export-equipment").WithTags("organizations")
            .WithSummary("导出特种设备").Produces<byte[]>(contentType: SheetExport.ContentType);
    }
}
