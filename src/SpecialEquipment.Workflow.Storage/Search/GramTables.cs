using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace SpecialEquipment.Workflow.Storage.Search;

/// <summary>One pair of characters in the searched text of one row of <typeparamref name="T"/>.</summary>
public sealed class Gram<T>
    where T : class
{
    public int Code { get; init; }

    /// <summary>Clustering key of the row the pair stands in.</summary>
    public long RowNo { get; init; }
}

public static class GramTables
{
    internal const string Property = "Search:Property";
    internal const string Table = "Search:Table";

    /// <summary>Keeps an index over the pairs of characters of a text column, in the same commit as the text itself, whoever saves it.</summary>
    public static void HasGrams<T>(this ModelBuilder model, Expression<Func<T, string>> text, string table)
        where T : class
    {
        model.Entity<T>().HasAnnotation(Property, ((MemberExpression)text.Body).Member.Name).HasAnnotation(Table, table);
        model.Entity<Gram<T>>(gram =>
        {
            gram.ToTable(table);
            gram.HasKey(g => new { g.Code, g.RowNo });
            gram.Property(g => g.Code).ValueGeneratedNever();
            gram.Property(g => g.RowNo).ValueGeneratedNever();
        });
    }
}
