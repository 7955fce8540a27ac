using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Organizations.Codes;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;

namespace SpecialEquipment.Workflow.Capabilities.Organizations.Sheets;

/// <summary>Units from a sheet, each by the act that registers one.</summary>
internal sealed class ImportEnterprises : IImportTarget
{
    private const string NameColumn = "name", CodeColumn = "creditCode", RegionColumn = "region", Address = "address", PlaceType = "placeType", Phone = "phone";
    private static readonly Dictionary<string, string> PlaceCodes = PlaceTypes.Names.ToDictionary(p => p.Value, p => p.Key);

    public string Kind => "enterprises";
    public string Name => "使用单位";
    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(NameColumn, "单位名称", true, ImportShape.Text, 200, "单位", "使用单位", "企业名称"),
        new(CodeColumn, "信用代码", true, ImportShape.Code, 18, "统一社会信用代码", "社会信用代码"),
        new(RegionColumn, "行政区划", true, ImportShape.Text, 100, "区划", "区划代码", "乡镇街道", "所属区划") { Hint = "代码或名称" },
        new(Address, "地址", true, ImportShape.Text, 300, "单位地址", "住所", "使用地址"),
        new(PlaceType, "场所类型", true, ImportShape.Text, 40, "单位类型", "场所类别") { Hint = string.Join("、", PlaceTypes.Names.Values) },
        new(Phone, "电话", false, ImportShape.Text, 40, "联系电话", "联系方式"),
        RegisterRows.ConfirmedColumn,
    ];

    public async Task CheckAsync(IReadOnlyList<ImportRow> rows, ActContext act, CancellationToken cancellation)
    {
        var regions = await RegisterRows.RegionsAsync(act, cancellation);
        var scope = await act.Services.GetRequiredService<IDirectory>().ScopeAsync(act.Actor, cancellation);
        var known = await act.Services.GetRequiredService<IUnitLookup>().ByCreditCodeAsync([.. rows.Select(r => r[CodeColumn]).OfType<string>()], cancellation);
        foreach (var row in rows)
        {
            if (row[CodeColumn] is { } code)
            {
                row.CheckCode(CodeColumn, CreditCode.Check(code));
                row.Key = code;
                row.KnownAs = known.TryGetValue(code, out var unit) ? $"已登记为“{unit.Name}”" : null;
            }
            var place = row[PlaceType] is { } named ? PlaceOf(named) : null;
            if (place is null && row[PlaceType] is { } unknown)
                row.Refuse(PlaceType, $"应为场所类型之一（{string.Join("、", PlaceTypes.Names.Values.Take(6))}……），实际为“{unknown}”");
            if (row[RegionColumn] is not { } region)
                continue;
            if (regions(region) is not { } found)
                row.Refuse(RegionColumn, $"应为行政区划的代码或名称，实际为“{region}”");
            else if (!scope.Includes(found.Code, place ?? "", Guid.Empty))
                row.Refuse(RegionColumn, "应在您的管辖范围内，实际不在");
        }
    }

    public async Task<IReadOnlyList<TakenRow>> TakeAsync(IReadOnlyList<ImportRow> rows, ImportOrigin origin, ActContext act, CancellationToken cancellation)
    {
        await CheckAsync(rows, act, cancellation);
        var regions = await RegisterRows.RegionsAsync(act, cancellation);
        return await rows.TakeEachAsync("import-enterprise", origin, act, async row =>
        {
            var form = new RegisterEnterprise.Form(
                row[NameColumn], row[CodeColumn], row.IsConfirmed(), regions(row[RegionColumn]!)!.Code, row[Address], PlaceOf(row[PlaceType]!), row[Phone]);
            var result = await RegisterEnterprise.DoAsync(form, act, cancellation);
            return result.IsRejected ? result.Rejection! : result.Value.Id;
        }, cancellation);
    }

    private static string? PlaceOf(string text) => PlaceCodes.GetValueOrDefault(text) ?? (PlaceTypes.Names.ContainsKey(text.ToUpperInvariant()) ? text.ToUpperInvariant() : null);
}
