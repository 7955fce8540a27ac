using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SpecialEquipment.Workflow.Storage.Dialects;

namespace SpecialEquipment.Workflow.Storage;

/// <summary>A row that nodes read as it appears (notices). <see cref="Tail"/> is the database's, never set it.</summary>
public interface ITailed
{
    long Key { get; }
    long Tail { get; }
}

/// <summary>Where a reader of a tail stands. Keep it in memory: it is a place in this database's history, not a number to show.</summary>
public readonly record struct TailPosition(long Mark, long Key);

/// <summary>Reads a growing table without ever skipping a row that commits late with a lower number.</summary>
public static class Tails
{
    /// <summary>Call in the mapping of the table, after <see cref="HotTable.HasHotKeys"/>.</summary>
    public static EntityTypeBuilder<T> HasTail<T>(this EntityTypeBuilder<T> table) where T : class, ITailed
    {
        table.HasAnnotation(Annotation, true);
        table.Property(t => t.Tail).HasColumnName("tail");
        return table;
    }

    public static async Task<TailPosition> EndAsync<T>(WorkflowDbContext db, CancellationToken cancellation) where T : class, ITailed
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = db.Speaks.Tail.End(TableOf<T>(db));
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            await using var row = await command.ExecuteReaderAsync(cancellation);
            await row.ReadAsync(cancellation);
            return new TailPosition(row.GetInt64(0), row.GetInt64(1));
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>The rows after <paramref name="after"/> that are safe to read; go on from <see cref="PositionOf"/> of the last one.</summary>
    public static async Task<IReadOnlyList<T>> ReadAsync<T>(WorkflowDbContext db, TailPosition after, int limit, CancellationToken cancellation) where T : class, ITailed =>
        await db.Set<T>().FromSqlRaw(db.Speaks.Tail.RowsAfter(TableOf<T>(db)), after.Mark, after.Key, limit).AsNoTracking().ToListAsync(cancellation);

    public static TailPosition PositionOf(ITailed row) => new(row.Tail, row.Key);

    internal const string Annotation = "Workflow:Tail";

    internal static void Complete(ModelBuilder model, TailSql sql)
    {
        foreach (var entity in model.Model.GetEntityTypes().Where(e => e.FindAnnotation(Annotation) is not null).ToList())
        {
            var property = model.Entity(entity.ClrType).Property<long>(nameof(ITailed.Tail));
            if (sql.ColumnType is { } type)
                property.HasColumnType(type).HasConversion(new NumberToBytesConverter<long>()).IsRowVersion();
            else if (sql.ColumnDefault is { } value)
                property.HasDefaultValueSql(value).ValueGeneratedOnAdd();
            entity.RemoveAnnotation(Annotation);
        }
    }

    private static string TableOf<T>(WorkflowDbContext db) => db.Model.FindEntityType(typeof(T))!.GetTableName()!;
}
