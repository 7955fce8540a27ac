using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace SpecialEquipment.Workflow.Storage.Search;

/// <summary>Codes and numbers by their beginning, so that the index on them serves (DESIGN D12).</summary>
public static class PrefixSearch
{
    /// <summary>
    /// SQLite's LIKE ignores case and therefore its index: there the rows lie between the beginning and its successor, compared as bytes.
    /// The others read a range from LIKE themselves.
    /// </summary>
    public static IQueryable<T> BeginningWith<T>(this DbSet<T> rows, Expression<Func<T, string>> code, string beginning)
        where T : class
    {
        var bounds = new Bounds(beginning, Successor(beginning));
        var column = code.Body;
        Expression condition = Expression.Call(column, StartsWith, Field(bounds, nameof(Bounds.From)));
        if (rows.GetService<ICurrentDbContext>().Context is WorkflowDbContext { Speaks.ComparesTextAsBytes: true })
        {
            condition = Expression.AndAlso(
                Expression.GreaterThanOrEqual(Expression.Call(Compare, column, Field(bounds, nameof(Bounds.From))), Expression.Constant(0)),
                Expression.LessThan(Expression.Call(Compare, column, Field(bounds, nameof(Bounds.To))), Expression.Constant(0)));
        }
        return rows.Where(Expression.Lambda<Func<T, bool>>(condition, code.Parameters));
    }

    private static readonly System.Reflection.MethodInfo StartsWith = typeof(string).GetMethod(nameof(string.StartsWith), [typeof(string)])!;
    private static readonly System.Reflection.MethodInfo Compare = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;

    /// <summary>The first text after all that begin so.</summary>
    private static string Successor(string beginning) => beginning.Length == 0 ? "\uFFFF" : beginning[..^1] + (char)(beginning[^1] + 1);

    // a field of an object, so that EF sends a parameter and keeps one plan
    private static MemberExpression Field(Bounds bounds, string name) => Expression.Property(Expression.Constant(bounds), name);

    private sealed record Bounds(string From, string To);
}
