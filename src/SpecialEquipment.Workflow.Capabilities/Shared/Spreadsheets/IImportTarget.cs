using SpecialEquipment.Workflow.Capabilities.Shared.Acts;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;

/// <summary>
/// The wall between the machinery of imports and the capability that takes the rows: what a sheet of this kind looks like, what is wrong
/// with a row, and the act that takes it. Rows come in batches of one commit, so that look-ups are one query for many rows.
/// </summary>
public interface IImportTarget
{
    /// <summary>Name in addresses, e.g. <c>hazards</c>.</summary>
    string Kind { get; }

    /// <summary>Chinese name of the sheet, e.g. 隐患台账.</summary>
    string Name { get; }
    IReadOnlyList<ImportColumn> Columns { get; }

    /// <summary>Finds what is wrong beyond the shape of cells, names the row's key, and says when it is already there.</summary>
    Task CheckAsync(IReadOnlyList<ImportRow> rows, ActContext act, CancellationToken cancellation);

    /// <summary>
    /// Takes rows in, each at most once whatever happens: a row that is there already is known, not taken twice. Time has passed since they
    /// were checked, so they are checked again in this transaction; a row that gets an error is left out of the answer.
    /// </summary>
    Task<IReadOnlyList<TakenRow>> TakeAsync(IReadOnlyList<ImportRow> rows, ImportOrigin origin, ActContext act, CancellationToken cancellation);
}

public enum ImportShape { Text, Code, Date }

/// <summary>One column a sheet may have.</summary>
/// <param name="Name">Field name, e.g. <c>creditCode</c>.</param>
/// <param name="Heading">As it stands on the template.</param>
/// <param name="Required">A mapping without it is refused, and so is a row.</param>
/// <param name="Max">Characters.</param>
/// <param name="AlsoCalled">Other headings that mean the same.</param>
public sealed record ImportColumn(string Name, string Heading, bool Required, ImportShape Shape, int Max, params string[] AlsoCalled)
{
    /// <summary>Shown on the template and in the mapping, e.g. which words are allowed.</summary>
    public string? Hint { get; init; }

    /// <summary>May be empty in a row, though the column must be there.</summary>
    public bool MayBeEmpty { get; init; }
}

/// <summary>Something to say about one cell. An error keeps the row out; a remark only tells what was made of it.</summary>
public sealed record CellRemark(string Column, string Text, bool IsError);

/// <summary>One row after its cells were read: values by column name, dates as <c>yyyy-MM-dd</c>.</summary>
public sealed class ImportRow(int number, IReadOnlyDictionary<string, string> values)
{
    private readonly List<CellRemark> remarks = [];

    /// <summary>As Excel shows it.</summary>
    public int Number { get; } = number;
    public IReadOnlyDictionary<string, string> Values { get; } = values;
    public IReadOnlyList<CellRemark> Remarks => remarks;

    /// <summary>What makes two rows the same thing, in this file or any other; set by the target.</summary>
    public string? Key { get; set; }

    /// <summary>Set when the thing is already registered: the row is passed over and changes nothing.</summary>
    public string? KnownAs { get; set; }
    public bool HasErrors => remarks.Exists(r => r.IsError);

    public string? this[string column] => Values.GetValueOrDefault(column) is { Length: > 0 } value ? value : null;

    public DateOnly? Date(string column) => 
        DateOnly.TryParseExact(this[column], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? day : null;

    public bool IsWrong(string column) => remarks.Exists(r => r.IsError && r.Column == column);

    public void Refuse(string column, string text) => remarks.Add(new CellRemark(column, text, true));
    public void Note(string column, string text) => remarks.Add(new CellRemark(column, text, false));
    public void Add(IEnumerable<CellRemark> more) => remarks.AddRange(more);
}

/// <summary>Where rows come from, for the ledger.</summary>
/// <param name="FileHash">SHA-256 of the file, lower-case hex.</param>
public sealed record ImportOrigin(Guid ImportId, string FileName, string FileHash, string SheetName)
{
    /// <summary>Evidence of one row: file, hash, sheet and row.</summary>
    public Dictionary<string, object?> Detail(ImportRow row) => new()
    {
        ["importId"] = ImportId, ["file"] = FileName, ["sha256"] = FileHash, ["sheet"] = SheetName, ["row"] = row.Number, ["cells"] = row.Values,
    };
}

/// <summary>What became of a row.</summary>
/// <param name="SubjectId">What it became, or what was there already.</param>
/// <param name="Refused">Why it was not taken after all.</param>
public sealed record TakenRow(int Number, Guid? SubjectId, string? KnownAs = null, string? Refused = null);
