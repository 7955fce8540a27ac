using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace SpecialEquipment.Workflow.Storage.Search;

/// <summary>Finds what a save changes in searched texts and writes the difference of their pairs. The numbers stand in the SQL itself: they are ours.</summary>
internal sealed class GramWriter
{
    private const int RowsPerStatement = 500;
    private readonly List<(EntityEntry Entry, IReadOnlySet<int> Before, IReadOnlySet<int> After)> changes = [];

    /// <summary>Looks before the save, while the old text is still known; null when no searched text changes.</summary>
    public static GramWriter? Before(ChangeTracker tracker)
    {
        GramWriter? writer = null;
        foreach (var entry in tracker.Entries())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached || PropertyOf(entry.Metadata) is not { } name)
                continue;
            var text = entry.Property(name);
            var before = entry.State == EntityState.Added ? null : (string?)text.OriginalValue;
            var after = entry.State == EntityState.Deleted ? null : (string?)text.CurrentValue;
            if (!string.Equals(before, after, StringComparison.Ordinal))
                (writer ??= new GramWriter()).changes.Add((entry, Grams.Of(before), Grams.Of(after)));
        }
        return writer;
    }

    /// <summary>For rows that are older than their index: writes all pairs anew.</summary>
    public static Task FillAsync(WorkflowDbContext db, IEnumerable<object> rows, CancellationToken cancellation)
    {
        var writer = new GramWriter();
        foreach (var entry in rows.Select(db.Entry))
            if (PropertyOf(entry.Metadata) is { } name && Grams.Of((string?)entry.Property(name).CurrentValue) is { Count: > 0 } codes)
                writer.changes.Add((entry, codes, codes));
        return writer.RewriteAsync(db, cancellation);
    }

    public async Task AfterAsync(WorkflowDbContext db, CancellationToken cancellation)
    {
        foreach (var sql in Statements((before, after) => before.Except(after), (before, after) => after.Except(before)))
            await db.Database.ExecuteSqlRawAsync(sql, cancellation);
    }

    public void After(WorkflowDbContext db)
    {
        foreach (var sql in Statements((before, after) => before.Except(after), (before, after) => after.Except(before)))
            db.Database.ExecuteSqlRaw(sql);
    }

    private async Task RewriteAsync(WorkflowDbContext db, CancellationToken cancellation)
    {
        foreach (var sql in Statements((before, _) => before, (_, after) => after))
            await db.Database.ExecuteSqlRawAsync(sql, cancellation);
    }

    private IEnumerable<string> Statements(Func<IReadOnlySet<int>, IReadOnlySet<int>, IEnumerable<int>> gone, Func<IReadOnlySet<int>, IReadOnlySet<int>, IEnumerable<int>> fresh)
    {
        foreach (var table in changes.GroupBy(c => (string)c.Entry.Metadata.FindAnnotation(GramTables.Table)!.Value!))
        {
            foreach (var (entry, before, after) in table)
                foreach (var codes in gone(before, after).Chunk(RowsPerStatement))
                    yield return $"DELETE FROM {table.Key} WHERE row_no = {Key(entry)} AND code IN ({string.Join(',', codes.Select(Text))})";
            foreach (var rows in table.SelectMany(c => fresh(c.Before, c.After).Select(code => (Code: code, Row: Key(c.Entry)))).Chunk(RowsPerStatement))
                yield return Insert(table.Key, rows);
        }
    }

    private static string Insert(string table, IEnumerable<(int Code, string Row)> rows)
    {
        var sql = new StringBuilder("INSERT INTO ").Append(table).Append(" (code, row_no) VALUES ");
        foreach (var (code, row) in rows)
            sql.Append('(').Append(Text(code)).Append(',').Append(row).Append("),");
        return sql.Remove(sql.Length - 1, 1).ToString();
    }

    private static string Text(int code) => code.ToString(CultureInfo.InvariantCulture);
    private static string Key(EntityEntry entry) => Convert.ToInt64(entry.Property(entry.Metadata.FindPrimaryKey()!.Properties[0].Name).CurrentValue, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
    private static string? PropertyOf(IReadOnlyEntityType type) => (string?)type.FindAnnotation(GramTables.Property)?.Value;
}
