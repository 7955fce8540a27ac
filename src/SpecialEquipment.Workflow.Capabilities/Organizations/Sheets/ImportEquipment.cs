using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Organizations.Codes;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;

namespace SpecialEquipment.Workflow.Capabilities.Organizations.Sheets;

/// <summary>Devices from a sheet, each by the act that registers one at its unit.</summary>
internal sealed class ImportEquipment : IImportTarget
{
    private const string UnitCode = "creditCode", Code = "code", CatalogueCode = "catalogueCode", NameColumn = "name", Number = "registrationNumber", Place = "place",
        Manufacturer = "manufacturer", UsedSince = "usedSince", NextInspection = "nextInspectionOn", Maintenance = "maintenanceUnit", Model = "model";

    public string Kind => "equipment";
    public string Name => "特种设备";
    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(UnitCode, "单位信用代码", true, ImportShape.Code, 18, "信用代码", "统一社会信用代码", "使用单位信用代码"),
        new(Code, "设备代码", true, ImportShape.Code, 40, "设备注册代码", "注册代码"),
        new(CatalogueCode, "品种代码", true, ImportShape.Code, 4, "设备品种代码", "目录代码", "设备种类代码") { Hint = "特种设备目录中的 4 位代码，如 3110" },
        new(NameColumn, "设备名称", true, ImportShape.Text, 100, "设备", "名称"),
        new(Number, "登记证编号", false, ImportShape.Text, 60, "使用登记证编号", "使用登记证", "登记证号"),
        new(Place, "使用地点", true, ImportShape.Text, 300, "地点", "设备地址", "安装地点"),
        new(Manufacturer, "制造单位", false, ImportShape.Text, 200, "生产厂家", "制造厂家"),
        new(UsedSince, "投用日期", false, ImportShape.Date, 40, "投入使用日期"),
        new(NextInspection, "下次检验日期", false, ImportShape.Date, 40, "下次定期检验日期", "检验有效期"),
        new(Maintenance, "维保单位", false, ImportShape.Text, 200, "维护保养单位"),
        new(Model, "型号", false, ImportShape.Text, 100, "设备型号", "规格型号"),
        RegisterRows.ConfirmedColumn,
    ];

    public async Task CheckAsync(IReadOnlyList<ImportRow> rows, ActContext act, CancellationToken cancellation)
    {
        var lookup = act.Services.GetRequiredService<IUnitLookup>();
        var scope = await act.Services.GetRequiredService<IDirectory>().ScopeAsync(act.Actor, cancellation);
        var units = await lookup.ByCreditCodeAsync([.. rows.Select(r => r[UnitCode]).OfType<string>()], cancellation);
        var known = await lookup.ByEquipmentCodeAsync([.. rows.Select(r => r[Code]).OfType<string>()], cancellation);
        foreach (var row in rows)
        {
            row.UnitOf(UnitCode, units, scope);
            EquipmentKind? kind = row[CatalogueCode] is { } catalogue ? EquipmentCatalogue.KindOf(catalogue) : null;
            if (kind is null && row[CatalogueCode] is { } unknown)
                row.Refuse(CatalogueCode, $"应为特种设备目录中的 4 位代码，实际为“{unknown}”");
            if (row[Code] is { } code)
            {
                row.Key = code;
                row.KnownAs = known.TryGetValue(code, out var device) ? $"已登记为“{device.Name}”" : null;
                if (kind is not null)
                    row.CheckCode(Code, EquipmentCode.Check(code, row[CatalogueCode]!));
            }
            if (row[Number] is { } number && kind is { } ofKind)
                row.CheckCode(Number, RegistrationNumber.Check(number, ofKind));
        }
    }

    public async Task<IReadOnlyList<TakenRow>> TakeAsync(IReadOnlyList<ImportRow> rows, ImportOrigin origin, ActContext act, CancellationToken cancellation)
    {
        await CheckAsync(rows, act, cancellation);
        var units = await act.Services.GetRequiredService<IUnitLookup>().ByCreditCodeAsync([.. rows.Select(r => r[UnitCode]).OfType<string>()], cancellation);
        return await rows.TakeEachAsync("import-equipment", origin, act, async row =>
        {
            string[] confirmed = row.IsConfirmed() ? ["code", "registrationNumber"] : [];
            var form = new RegisterEquipment.Form(
                units[row[UnitCode]!].Id, row[Code], row[CatalogueCode], row[NameColumn], row[Number], row[Place], row[Manufacturer], row.Date(UsedSince),
                row.Date(NextInspection), row[Maintenance], confirmed, row[Model]);
            var result = await RegisterEquipment.DoAsync(form, act, cancellation);
            return result.IsRejected ? result.Rejection! : result.Value.Id;
        }, cancellation);
    }
}
