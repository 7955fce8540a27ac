using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Organizations.Codes;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;

namespace SpecialEquipment.Workflow.Capabilities.Organizations.Sheets;

/// <summary>What the sheets of all registers have in common: each row is the same act a person would do by hand, and the ledger names file and row.</summary>
internal static class RegisterRows
{
    public const string Confirmed = "confirmed";

    /// <summary>A doubtful code may be registered when somebody has compared it with the paper; the sheet says so.</summary>
    public static ImportColumn ConfirmedColumn { get; } = new(Confirmed, "已核对", false, ImportShape.Text, 10, "是否核对") { Hint = "代码存疑但已与证照核对的填“是”" };

    public static bool IsConfirmed(this ImportRow row) => row[Confirmed] is "是" or "已核对" or "√" or "Y" or "y";

    public static void CheckCode(this ImportRow row, string column, CodeCheck check)
    {
        if (row.IsWrong(column))
            return;
        if (check.Verdict == CodeVerdict.Refused)
            row.Refuse(column, $"应为{check.Expected}，实际为“{row[column]}”");
        else if (check.Verdict == CodeVerdict.Doubtful && !row.IsConfirmed())
            row.Refuse(column, $"应为{check.Expected}，实际为“{row[column]}”；已核对的请在“已核对”列填“是”");
    }

    /// <summary>Region by code or by name; null when it is neither, or ambiguous.</summary>
    public static async Task<Func<string, Region?>> RegionsAsync(ActContext act, CancellationToken cancellation)
    {
        var tree = await act.Services.GetRequiredService<RegionMap>().TreeAsync(act.Db, cancellation);
        var all = tree.On(ShanghaiTime.DateOf(act.Now)).ToList();
        var (byCode, byName) = (all.ToDictionary(r => r.Code), all.ToLookup(r => r.Name));
        return text => byCode.GetValueOrDefault(text) ?? (byName[text].Take(2).ToList() is [var only] ? only : null);
    }

    /// <summary>The unit of a row by its credit code, objecting when there is none.</summary>
    public static EnterpriseView? UnitOf(this ImportRow row, string column, IReadOnlyDictionary<string, EnterpriseView> units, SupervisionScope scope)
    {
        if (row[column] is not { } code)
            return null;
        var unit = units.GetValueOrDefault(code);
        if (unit is null || !scope.Includes(unit.RegionCode, unit.PlaceType, Guid.Empty))
        {
            row.Refuse(column, $"应为您辖区内在册单位的信用代码，实际查无“{code}”");
            return null;
        }
        return unit;
    }

    public static async Task<IReadOnlyList<TakenRow>> TakeEachAsync(
        this IReadOnlyList<ImportRow> rows, string actName, ImportOrigin origin, ActContext act, Func<ImportRow, Task<Result<Guid>>> take, CancellationToken cancellation)
    {
        var (taken, seen) = (new List<TakenRow>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var row in rows.Where(r => !r.HasErrors))
        {
            if (row.KnownAs is not null || !seen.Add(row.Key!))
            {
                taken.Add(new TakenRow(row.Number, null, row.KnownAs ?? "本文件中已有相同的一行"));
                continue;
            }
            var result = await take(row);
            taken.Add(result.IsRejected ? new TakenRow(row.Number, null, null, result.Rejection!.Detail) : new TakenRow(row.Number, result.Value));
            if (!result.IsRejected)
                act.Record(new LedgerFact(result.Value, actName, $"据“{origin.FileName}”工作表“{origin.SheetName}”第 {row.Number} 行导入") { Detail = origin.Detail(row) });
        }
        await act.Db.SaveChangesAsync(cancellation);
        return taken;
    }
}
