namespace SpecialEquipment.Workflow.Storage.Dialects;

/// <summary>How each database says up to where a growing table can be read without skipping a row that commits late with a lower number.</summary>
public abstract class TailSql
{
    /// <summary>Default of the <c>tail</c> column; null where the row number alone is enough.</summary>
    public virtual string? ColumnDefault => null;
    public virtual string? ColumnType => null;

    /// <summary>Rows after position ({0} = mark, {1} = row number), at most {2} of them, in the order of the tail.</summary>
    public abstract string RowsAfter(string table);

    /// <summary>→ mark, row number of the end of the tail now: everything before it has committed or never will.</summary>
    public abstract string End(string table);
}

/// <summary>One writer at a time: rows appear in the order of their numbers.</summary>
internal sealed class SqliteTailSql : TailSql
{
    public override string RowsAfter(string table) => $"SELECT * FROM {table} WHERE row_no > {{1}} AND {{0}} IS NOT NULL ORDER BY row_no LIMIT {{2}}";
    public override string End(string table) => $"SELECT 0, COALESCE(MAX(row_no), 0) FROM {table}";
}

/// <summary>A row carries its transaction's id; only rows of transactions older than every running one are read.</summary>
internal sealed class PostgreSqlTailSql : TailSql
{
    public override string ColumnDefault => "(pg_current_xact_id()::text::bigint)";

    public override string RowsAfter(string table) =>
        $"SELECT * FROM {table} WHERE (tail, row_no) > ({{0}}, {{1}}) AND tail < pg_snapshot_xmin(pg_current_snapshot())::text::bigint ORDER BY tail, row_no LIMIT {{2}}";

    public override string End(string table) => "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1, 9223372036854775807";
}

/// <summary>A row carries a rowversion; only rows below the lowest one still in use by a running transaction are read.</summary>
internal sealed class SqlServerTailSql : TailSql
{
    public override string ColumnType => "rowversion";

    public override string RowsAfter(string table) =>
        $"SELECT TOP ({{2}}) * FROM {table} WHERE tail > CAST({{0}} AS binary(8)) AND tail < MIN_ACTIVE_ROWVERSION() AND {{1}} IS NOT NULL ORDER BY tail";

    public override string End(string table) => "SELECT CAST(MIN_ACTIVE_ROWVERSION() AS bigint) - 1, CAST(0 AS bigint)";
}
