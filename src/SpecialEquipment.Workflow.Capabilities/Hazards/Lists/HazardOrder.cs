using System.Globalization;
using System.Linq.Expressions;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>What a row is sorted by; only the columns asked for are read.</summary>
internal sealed class SortKey
{
    public long Key { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
    public DateTimeOffset FoundAt { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateOnly DueOrder { get; init; }
    public HazardState State { get; init; }
    public HazardGrade? Grade { get; init; }
    public bool IsOverdue { get; init; }
    public string? Number { get; init; }
    public string? RegionCode { get; init; }
}

/// <summary>
/// Order of the ledger: up to three columns and the clustering key, so that a page neither repeats nor skips a row. A position is the values of
/// the last row, so it stays good while rows come and go.
/// </summary>
public sealed class HazardOrder
{
    public const string Names = "updatedAt、foundAt、createdAt、deadline、state、grade、overdue、number、region";
    private const int MostColumns = 3;

    private static readonly Dictionary<string, (string Property, Func<SortKey, Value> Read)> Columns = new()
    {
        ["updatedAt"] = (nameof(SortKey.UpdatedAt), k => k.UpdatedAt.ToUnixTimeMilliseconds()),
        ["foundAt"] = (nameof(SortKey.FoundAt), k => k.FoundAt.ToUnixTimeMilliseconds()),
        ["createdAt"] = (nameof(SortKey.CreatedAt), k => k.CreatedAt.ToUnixTimeMilliseconds()),
        ["deadline"] = (nameof(SortKey.DueOrder), k => k.DueOrder.DayNumber),
        ["state"] = (nameof(SortKey.State), k => (long)k.State),
        ["grade"] = (nameof(SortKey.Grade), k => k.Grade is { } grade ? (long)grade : -1),
        ["overdue"] = (nameof(SortKey.IsOverdue), k => k.IsOverdue ? 1 : 0),
        ["number"] = (nameof(SortKey.Number), k => new Value(0, k.Number ?? "")),
        ["region"] = (nameof(SortKey.RegionCode), k => new Value(0, k.RegionCode ?? "")),
    };

    private static readonly string[] Walkable = ["updatedAt", "foundAt", "createdAt", "deadline"];
    private readonly (string Name, bool Down)[] columns;

    private HazardOrder((string Name, bool Down)[] columns) => this.columns = columns;

    /// <summary>An index stands in this order, so a page is found without gathering all rows first.</summary>
    public bool IsWalkable => columns.All(c => Walkable.Contains(c.Name));

    public static HazardOrder? Parse(string? sort)
    {
        var parts = (string.IsNullOrWhiteSpace(sort) ? "-updatedAt" : sort).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var columns = parts.Select(p => (Name: p.TrimStart('-', '+'), Down: p[0] == '-')).DistinctBy(c => c.Name).ToArray();
        return columns.Length is > 0 and <= MostColumns && columns.All(c => Columns.ContainsKey(c.Name)) ? new HazardOrder(columns) : null;
    }

    internal Expression<Func<Matter, SortKey>> Keys()
    {
        var matter = Expression.Parameter(typeof(Matter), "m");
        var wanted = columns.Select(c => Columns[c.Name].Property).Append(nameof(SortKey.Key));
        return Expression.Lambda<Func<Matter, SortKey>>(
            Expression.MemberInit(Expression.New(typeof(SortKey)), wanted.Select(p => Expression.Bind(typeof(SortKey).GetProperty(p)!, Expression.Property(matter, p)))), matter);
    }

    internal int Compare(SortKey a, SortKey b) => Compare(ValuesOf(a), a.Key, ValuesOf(b), b.Key);

    private int Compare(Value[] a, long keyA, Value[] b, long keyB)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            var by = a[i].CompareTo(b[i]);
            if (by != 0)
                return columns[i].Down ? -by : by;
        }
        return columns[0].Down ? keyB.CompareTo(keyA) : keyA.CompareTo(keyB);
    }

    internal string Cursor(SortKey key) => string.Join(',', ValuesOf(key).Select(v => v.ToString()).Append(key.Key.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Null when the position cannot be read.</summary>
    internal Position? At(string after)
    {
        var parts = after.Split(',');
        if (parts.Length != columns.Length + 1 || !long.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var key))
            return null;
        var values = parts[..^1].Select(Value.Parse).ToArray();
        return Array.TrueForAll(values, v => v is not null) ? new Position([.. values.Select(v => v!.Value)], key) : null;
    }

    internal bool IsAfter(SortKey key, Position position) => Compare(ValuesOf(key), key.Key, position.Values, position.Key) > 0;

    /// <summary>The rows in order, from the position on. The first column bounds the range itself, so that the index is entered there.</summary>
    internal IQueryable<Matter> Walk(IQueryable<Matter> matters, Position? from)
    {
        var matter = Expression.Parameter(typeof(Matter), "m");
        if (from is not null)
            matters = matters.Where(Bound(matter, from)).Where(After(matter, from));
        return Ordered(matters, matter, column => column);
    }

    /// <summary>The same order, written so that no index stands in it.</summary>
    internal IQueryable<Matter> Sort(IQueryable<Matter> matters, Position? from)
    {
        var matter = Expression.Parameter(typeof(Matter), "m");
        if (from is not null)
            matters = matters.Where(After(matter, from).AsSieve());
        var isMatter = Expression.NotEqual(Expression.Property(matter, nameof(Matter.Kind)), Captured(""));
        return Ordered(matters, matter, column => Expression.Condition(isMatter, column, Expression.Default(column.Type)));
    }

    private Expression<Func<Matter, bool>> Bound(ParameterExpression matter, Position from)
    {
        var (column, value) = (Property(matter, 0), Wanted(0, from.Values[0]));
        return Expression.Lambda<Func<Matter, bool>>(columns[0].Down ? Expression.LessThanOrEqual(column, value) : Expression.GreaterThanOrEqual(column, value), matter);
    }

    private Expression<Func<Matter, bool>> After(ParameterExpression matter, Position from)
    {
        Expression? after = null, same = null;
        for (var i = 0; i <= columns.Length; i++)
        {
            var (column, value) = i < columns.Length ? (Property(matter, i), Wanted(i, from.Values[i])) : (Expression.Property(matter, nameof(Matter.Key)), Captured(from.Key));
            var beyond = columns[i < columns.Length ? i : 0].Down ? Expression.LessThan(column, value) : Expression.GreaterThan(column, value);
            var here = same is null ? beyond : Expression.AndAlso(same, beyond);
            after = after is null ? here : Expression.OrElse(after, here);
            same = same is null ? Expression.Equal(column, value) : Expression.AndAlso(same, Expression.Equal(column, value));
        }
        return Expression.Lambda<Func<Matter, bool>>(after!, matter);
    }

    private IQueryable<Matter> Ordered(IQueryable<Matter> matters, ParameterExpression matter, Func<Expression, Expression> written)
    {
        for (var i = 0; i <= columns.Length; i++)
        {
            var column = written(i < columns.Length ? Property(matter, i) : Expression.Property(matter, nameof(Matter.Key)));
            var name = (i == 0 ? "OrderBy" : "ThenBy") + (columns[i < columns.Length ? i : 0].Down ? "Descending" : "");
            matters = matters.Provider.CreateQuery<Matter>(Expression.Call(
                typeof(Queryable), name, [typeof(Matter), column.Type], matters.Expression, Expression.Quote(Expression.Lambda(column, matter))));
        }
        return matters;
    }

    private Value[] ValuesOf(SortKey key) => Array.ConvertAll(columns, c => Columns[c.Name].Read(key));
    private MemberExpression Property(ParameterExpression matter, int column) => Expression.Property(matter, Columns[columns[column].Name].Property);

    private MemberExpression Wanted(int column, Value value) => columns[column].Name == "deadline"
        ? Captured(DateOnly.FromDayNumber((int)Math.Clamp(value.Number, 0, DateOnly.MaxValue.DayNumber)))
        : Captured(DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(value.Number, DateTimeOffset.MinValue.ToUnixTimeMilliseconds(), DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())));

    // a field of an object, so that EF sends a parameter and keeps one plan
    private static MemberExpression Captured<T>(T value) => Expression.Property(Expression.Constant(new Holder<T>(value)), nameof(Holder<T>.Value));

    private sealed record Holder<T>(T Value);

    internal sealed record Position(Value[] Values, long Key);

    /// <summary>A number or a text; a column has one or the other.</summary>
    internal readonly record struct Value(long Number, string? Text = null) : IComparable<Value>
    {
        private const char Mark = '*';
        public static implicit operator Value(long number) => new(number);

        public int CompareTo(Value other) => Text is null ? Number.CompareTo(other.Number) : string.CompareOrdinal(Text, other.Text);
        public override string ToString() => Text is null ? Number.ToString(CultureInfo.InvariantCulture) : Mark + Uri.EscapeDataString(Text);

        public static Value? Parse(string text) => text.Length > 0 && text[0] == Mark ? new Value(0, Uri.UnescapeDataString(text[1..]))
            : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? new Value(number) : null;
    }
}
