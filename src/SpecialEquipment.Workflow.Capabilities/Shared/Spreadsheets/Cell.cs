namespace SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;

public enum CellKind { Empty, Text, Number, Date, Boolean, Error }

/// <summary>What one cell holds. A formula is never evaluated: its kept result is the value, and the cell says that it is one.</summary>
/// <param name="Text">As text; of a number the shortest exact decimal.</param>
/// <param name="Number">Of a number or date, the serial as stored.</param>
public readonly record struct Cell(CellKind Kind, string Text, double Number = 0, bool IsFormula = false)
{
    public static Cell Empty { get; } = new(CellKind.Empty, "");
    public bool IsEmpty => Kind == CellKind.Empty;
}

/// <summary>One row that holds something, with its number as Excel shows it.</summary>
public sealed record SheetRow(int Number, IReadOnlyList<Cell> Cells)
{
    public Cell this[int column] => column >= 0 && column < Cells.Count ? Cells[column] : Cell.Empty;
}

/// <summary>Merged cells, rows and columns inclusive; rows counted from 1, columns from 0.</summary>
public readonly record struct MergedArea(int FirstRow, int LastRow, int FirstColumn, int LastColumn);

/// <summary>A reference such as <c>AB12</c>.</summary>
internal static class CellReference
{
    /// <returns>Column from 0 and row from 1; null when it is none.</returns>
    public static (int Column, int Row)? Parse(ReadOnlySpan<char> text)
    {
        int column = 0, row = 0, i = 0;
        for (; i < text.Length && char.IsAsciiLetterUpper(text[i]) && i < 4; i++)
            column = column * 26 + (text[i] - 'A' + 1);
        if (i == 0 || i == text.Length || text.Length - i > 8)
            return null;
        for (; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
                return null;
            row = row * 10 + (text[i] - '0');
        }
        return row == 0 ? null : (column - 1, row);
    }

    public static string Column(int column)
    {
        var name = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
            name = (char)('A' + (rest - 1) % 26) + name;
        return name;
    }
}
