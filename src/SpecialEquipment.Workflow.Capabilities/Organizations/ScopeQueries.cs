using System.Linq.Expressions;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;

namespace SpecialEquipment.Workflow.Capabilities.Organizations;

/// <summary>The scope of a person as a condition of the query itself: what he may not see is never read (DESIGN D9).</summary>
internal static class ScopeQueries
{
    public static IQueryable<Enterprise> Within(this IQueryable<Enterprise> enterprises, SupervisionScope scope)
    {
        if (scope.Everything)
        {
            return enterprises;
        }
        var enterprise = Expression.Parameter(typeof(Enterprise), "e");
        Expression allowed = Equal(enterprise, nameof(Enterprise.Id), scope.EnterpriseId ?? Guid.Empty);
        foreach (var part in scope.Parts)
        {
            var inPart = OneOf(enterprise, nameof(Enterprise.RegionCode), part.RegionCodes);
            allowed = Expression.OrElse(
                allowed, part.PlaceTypes is null ? inPart : Expression.AndAlso(inPart, OneOf(enterprise, nameof(Enterprise.PlaceType), part.PlaceTypes)));
        }
        return enterprises.Where(Expression.Lambda<Func<Enterprise, bool>>(allowed, enterprise));
    }

    // captured as fields of an object, so that EF sends them as parameters and keeps one plan
    private sealed record Captured<T>(T Value);

    private static BinaryExpression Equal(Expression row, string property, Guid value) =>
        Expression.Equal(Expression.Property(row, property), Expression.Property(Expression.Constant(new Captured<Guid>(value)), "Value"));

    private static MethodCallExpression OneOf(Expression row, string property, IEnumerable<string> values) =>
        Expression.Call(
            typeof(Enumerable), nameof(Enumerable.Contains), [typeof(string)],
            Expression.Property(Expression.Constant(new Captured<IEnumerable<string>>(values.ToList())), "Value"), Expression.Property(row, property));
}
