using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Organizations.Staffing;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;

namespace SpecialEquipment.Workflow.Capabilities.Organizations.Sheets;

/// <summary>People of organs and units from a sheet, each by the act that registers one. A namesake in the same place is taken to be the same person.</summary>
internal sealed class ImportPeople : IImportTarget
{
    private const string NameColumn = "name", UnitCode = "creditCode", RegionColumn = "region", Certificate = "certificateNumber", Phone = "phone";

    public string Kind => "people";
    public string Name => "人员";
    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(NameColumn, "姓名", true, ImportShape.Text, 60, "人员姓名", "人员"),
        new(UnitCode, "单位信用代码", false, ImportShape.Code, 18, "信用代码", "统一社会信用代码") { Hint = "使用单位的人员填；机关人员填行政区划" },
        new(RegionColumn, "行政区划", false, ImportShape.Text, 100, "区划", "区划代码", "所在区划") { Hint = "机关人员填代码或名称" },
        new(Certificate, "执法证号", false, ImportShape.Code, 40, "证件编号", "执法证编号", "证书编号"),
        new(Phone, "电话", false, ImportShape.Text, 40, "联系电话", "手机"),
    ];

    public async Task CheckAsync(IReadOnlyList<ImportRow> rows, ActContext act, CancellationToken cancellation)
    {
        var places = await PlacesAsync(rows, act, cancellation);
        var names = rows.Select(r => r[NameColumn]).OfType<string>().Distinct().ToList();
        var known = (await act.Db.Set<Person>().AsNoTracking().Where(p => names.Contains(p.Name) && p.Void == null)
            .Select(p => new { p.Name, p.EnterpriseId, p.RegionCode }).ToListAsync(cancellation)).ToLookup(p => p.Name);
        foreach (var row in rows.Where(r => !r.HasErrors))
        {
            var (region, unit) = places[row];
            if (await act.ToManageAsync(region, unit, cancellation) is { } forbidden)
                row.Refuse(unit is null ? RegionColumn : UnitCode, forbidden.Detail);
            row.Key = $"{row[NameColumn]}|{unit?.ToString("N") ?? region}";
            if (known[row[NameColumn]!].Any(p => p.EnterpriseId == unit && (unit is not null || p.RegionCode == region)))
                row.KnownAs = $"该处已登记“{row[NameColumn]}”";
        }
    }

    public async Task<IReadOnlyList<TakenRow>> TakeAsync(IReadOnlyList<ImportRow> rows, ImportOrigin origin, ActContext act, CancellationToken cancellation)
    {
        await CheckAsync(rows, act, cancellation);
        var places = await PlacesAsync([.. rows.Where(r => !r.HasErrors)], act, cancellation);
        return await rows.TakeEachAsync("import-person", origin, act, async row =>
        {
            var form = new RegisterPerson.Form(row[NameColumn], row[Certificate], row[Phone], places[row].Region, places[row].Unit);
            var result = await RegisterPerson.DoAsync(form, act, cancellation);
            return result.IsRejected ? result.Rejection! : result.Value.Id;
        }, cancellation);
    }

    private static async Task<Dictionary<ImportRow, (string? Region, Guid? Unit)>> PlacesAsync(IReadOnlyList<ImportRow> rows, ActContext act, CancellationToken cancellation)
    {
        var regions = await RegisterRows.RegionsAsync(act, cancellation);
        var scope = await act.Services.GetRequiredService<IDirectory>().ScopeAsync(act.Actor, cancellation);
        var units = await act.Services.GetRequiredService<IUnitLookup>().ByCreditCodeAsync([.. rows.Select(r => r[UnitCode]).OfType<string>()], cancellation);
        var places = new Dictionary<ImportRow, (string?, Guid?)>();
        foreach (var row in rows)
        {
            if (row[UnitCode] is not null)
                places[row] = row.UnitOf(UnitCode, units, scope) is { } unit ? (unit.RegionCode, unit.Id) : (null, null);
            else if (row[RegionColumn] is { } text && regions(text) is { } region)
                places[row] = (region.Code, null);
            else
                row.Refuse(RegionColumn, row[RegionColumn] is { } wrong ? $"应为行政区划的代码或名称，实际为“{wrong}”" : "应填写单位信用代码或行政区划，实际均为空");
        }
        return places;
    }
}
