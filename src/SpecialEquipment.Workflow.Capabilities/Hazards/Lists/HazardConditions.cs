using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>A filter as one condition on the matter; what it does not understand it objects to.</summary>
internal sealed class HazardConditions(WorkflowDbContext db, IDirectory directory, WorkCalendar calendar, DateTimeOffset now, Objections objections)
{
    private Expression<Func<Matter, bool>>? all;

    public async Task<Expression<Func<Matter, bool>>?> OfAsync(HazardFilter filter, Expression<Func<Matter, bool>>? visible, CancellationToken cancellation)
    {
        all = visible;
        Coded("state", filter.State, HazardStates.Parse, "应为隐患状态代码", states => m => states.Contains(m.State));
        Coded("grade", filter.Grade, code => code switch { "GENERAL" => HazardGrade.General, "MAJOR" => HazardGrade.Major, _ => null }, "应为 GENERAL 或 MAJOR",
            (HazardGrade[] grades) => m => m.Grade != null && grades.Contains(m.Grade.Value));
        Coded("source", filter.Source, HazardSources.Parse, "应为隐患来源代码", sources => In(sources.Select(s => s.Code()), m => m.Source!));
        Texts("placeType", filter.PlaceType, m => m.PlaceType!, code => directory.PlaceTypeName(code) != code, "应为场所类型代码");
        Texts("equipmentKind", filter.EquipmentKind, m => m.EquipmentKind!, code => directory.EquipmentKindName(code) != code, "应为设备种类代码");
        if (filter.Overdue is { } overdue)
            Add(m => m.IsOverdue == overdue);
        if (filter.Due is { Length: > 0 } due)
            Window(due);
        if (filter.Region is { Length: > 0 } region)
            Add(MatterScope.InRegions(await directory.RangesAsync(await directory.SubtreeAsync(region, cancellation), cancellation)));
        if (filter.EnterpriseId is { } enterprise)
            Add(m => m.EnterpriseId == enterprise);
        if (filter.DepartmentId is { } department)
            Add(m => m.DepartmentId == department);
        if (filter.EquipmentId is { } equipment)
        {
            var ids = db.Set<Hazard>().Where(h => h.EquipmentId == equipment).Select(h => h.MatterId);
            Add(m => ids.Contains(m.Id));
        }
        Found(filter);
        return all;
    }

    private void Add(Expression<Func<Matter, bool>> condition) => all = all.And(condition);

    private static string[] Codes(string? list) => (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private void Coded<T>(string field, string? list, Func<string, T?> parse, string expected, Func<T[], Expression<Func<Matter, bool>>> condition)
        where T : struct
    {
        var values = new List<T>();
        foreach (var code in Codes(list))
        {
            if (parse(code) is { } value)
                values.Add(value);
            else
                objections.Add(field, expected, $"实际为“{code}”");
        }
        if (values.Count > 0)
            Add(condition([.. values]));
    }

    private void Texts(string field, string? list, Expression<Func<Matter, string>> column, Func<string, bool> isKnown, string expected)
    {
        var codes = Codes(list);
        foreach (var code in codes.Where(c => !isKnown(c)))
            objections.Add(field, expected, $"实际为“{code}”");
        if (codes.Length > 0)
            Add(In(codes, column));
    }

    private static Expression<Func<Matter, bool>> In(IEnumerable<string> codes, Expression<Func<Matter, string>> column)
    {
        var values = codes.ToArray();
        Expression<Func<string, bool>> contains = code => values.Contains(code);
        return Expression.Lambda<Func<Matter, bool>>(new Put(contains.Parameters[0], column.Body).Visit(contains.Body), column.Parameters);
    }

    private void Found(HazardFilter filter)
    {
        if (filter is { FoundFrom: { } from, FoundTo: { } to } && from > to)
            objections.Add("foundTo", $"应不早于 {from:yyyy-MM-dd}", $"实际为 {to:yyyy-MM-dd}");
        if (filter.FoundFrom is { } first)
        {
            var start = ShanghaiTime.StartOf(first);
            Add(m => m.FoundAt >= start);
        }
        if (filter.FoundTo is { } last)
        {
            var end = ShanghaiTime.StartOf(last.AddDays(1));
            Add(m => m.FoundAt < end);
        }
    }

    private void Window(string due)
    {
        if (DueWindows.Of(due, calendar, ShanghaiTime.DateOf(now)) is { } window)
            Add(window);
        else
            objections.Add("due", "应为 OVERDUE、TODAY、WITHIN_3 或 NORMAL", $"实际为“{due}”");
    }

    private sealed class Put(ParameterExpression parameter, Expression value) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? value : node;
    }
}

/// <summary>Windows of the named date, in working days, as filters.</summary>
internal static class DueWindows
{
    private static readonly HazardState[] Running = [.. Enum.GetValues<HazardState>().Where(HazardRowView.UnitMustAct)];

    public static Expression<Func<Matter, bool>>? Of(string due, WorkCalendar calendar, DateOnly today)
    {
        var third = Overdue.SoonUntil(today, calendar);
        var none = DateOnly.MaxValue;
        Expression<Func<Matter, bool>>? window = due switch
        {
            "OVERDUE" => m => m.DueOrder < today,
            "TODAY" => m => m.DueOrder == today,
            "WITHIN_3" => m => m.DueOrder > today && m.DueOrder <= third,
            "NORMAL" => m => m.DueOrder > third && m.DueOrder < none,
            _ => null,
        };
        return window is null ? null : Conditions.And<Matter>(m => Running.Contains(m.State), window);
    }
}
