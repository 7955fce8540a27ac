using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Rectification;

/// <summary>One line of a unit's rectification list (整改清单): the problem, the five elements of its newest plan, how it stands.</summary>
/// <param name="FundingAmount">Yuan; null while there is no plan.</param>
public sealed record RectificationRow(
    Guid MatterId, string? Number, string Problem, string? Grade, string? GradeName, string? Goal, IReadOnlyList<PlanMeasure> Measures, DateOnly? Deadline,
    string? Responsible, decimal? FundingAmount, string? FundingSource, string State, string StateName, bool IsOverdue, DateOnly? SignedOffOn);

/// <summary>What a unit has to correct (NX: 整改清单), read from its matters and their newest plans.</summary>
internal static class RectificationLists
{
    /// <summary>Longest list: a unit with more gets the open ones first.</summary>
    public const int LongestList = 500;

    public static async Task<IReadOnlyList<RectificationRow>> OfUnitAsync(
        WorkflowDbContext db, IQueryable<Matter> matters, Guid enterpriseId, bool openOnly, CancellationToken cancellation)
    {
        var (outside, closed) = (TallyShare.OutsideTheLedger, MatterChange.Closed);
        var all = await matters.Where(m => m.EnterpriseId == enterpriseId && m.Kind == Matter.HazardKind && !outside.Contains(m.State))
            .Where(m => !openOnly || !closed.Contains(m.State))
            .OrderBy(m => closed.Contains(m.State)).ThenBy(m => m.RectifyBy ?? DateOnly.MaxValue).ThenBy(m => m.Key).Take(LongestList).ToListAsync(cancellation);
        var ids = all.Select(m => m.Id).ToArray();
        var plans = (await db.Set<RectificationPlan>().AsNoTracking().Where(p => ids.Contains(p.MatterId)).ToListAsync(cancellation))
            .GroupBy(p => p.MatterId).ToDictionary(g => g.Key, g => g.MaxBy(p => p.Serial)!);
        return [.. all.Select(m => Row(m, plans.GetValueOrDefault(m.Id)))];
    }

    private static RectificationRow Row(Matter m, RectificationPlan? plan) => new(
        m.Id, m.Number, m.Title, m.Grade?.Code(), m.Grade?.Name(), plan?.Goal, plan?.Measures ?? [], m.RectifyBy ?? plan?.Deadline,
        plan is null ? null : $"{plan.Leader}、{plan.Doer}", plan?.FundingAmount, plan is null ? null : plan.FundingSource ?? plan.ZeroFundingReason,
        m.State.Code(), m.State.Name(), m.IsOverdue, m is { State: HazardState.SignedOff, ClosedAt: { } at } ? ShanghaiTime.DateOf(at) : null);

    /// <summary>What the issued list prints; addressed to the unit, by the regulator of its region.</summary>
    public static async Task<DocumentFields> FieldsAsync(Guid enterpriseId, DocumentReading reading, CancellationToken cancellation)
    {
        var unit = (await reading.Services.GetRequiredService<IDirectory>().FindEnterpriseAsync(enterpriseId, cancellation))!;
        var rows = await OfUnitAsync(reading.Db, reading.Db.Set<Matter>().AsNoTracking(), enterpriseId, openOnly: false, cancellation);
        return new DocumentFields
        {
            RegionCode = unit.RegionCode, DepartmentCode = DepartmentCodes.MarketRegulator, Addressees = [unit.Name],
            Values = new Dictionary<string, object?>
            {
                ["unitName"] = unit.Name, ["creditCode"] = unit.CreditCode, ["unitAddress"] = unit.Address, ["asOf"] = ShanghaiTime.DateOf(reading.Now),
                ["openCount"] = Count(rows, r => !Closed(r)), ["closedCount"] = Count(rows, r => r.SignedOffOn is not null), ["overdueCount"] = Count(rows, r => r.IsOverdue && !Closed(r)),
                ["rows"] = rows.Select(object? (r, i) => new Dictionary<string, object?>
                {
                    ["index"] = i + 1, ["number"] = r.Number, ["problem"] = r.Problem, ["grade"] = r.GradeName ?? "未定级", ["goal"] = r.Goal ?? "待报方案",
                    ["measures"] = string.Join("；", r.Measures.Select(m => $"{m.Text}（{ShanghaiTime.Text(m.Date)}，{m.Owner}）")), ["deadline"] = r.Deadline,
                    ["responsible"] = r.Responsible, ["funding"] = r.FundingAmount is { } yuan ? $"{yuan.ToString("0.##", CultureInfo.InvariantCulture)} 元（{r.FundingSource}）" : null,
                    ["state"] = r.IsOverdue && !Closed(r) ? $"{r.StateName}，已逾期" : r.StateName, ["signedOffOn"] = r.SignedOffOn,
                }).ToList(),
            },
        };
    }

    private static bool Closed(RectificationRow row) => HazardStates.Parse(row.State)!.Value.IsClosed();

    private static string Count(IReadOnlyList<RectificationRow> rows, Func<RectificationRow, bool> which) => rows.Count(which).ToString(CultureInfo.InvariantCulture);
}
