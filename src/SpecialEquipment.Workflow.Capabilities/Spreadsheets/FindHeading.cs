using System.Security.Cryptography;
using System.Text;
using SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;

namespace SpecialEquipment.Workflow.Capabilities.Spreadsheets;

/// <summary>What a first look at a sheet finds.</summary>
/// <param name="Row">First row of the heading.</param>
/// <param name="Rows">1, or 2 when cells are merged over finer headings.</param>
/// <param name="DataRows">Rows below that hold anything.</param>
internal sealed record SheetHeading(int Row, int Rows, IReadOnlyList<string> Headings, IReadOnlyList<MappedColumn> Proposal, int DataRows)
{
    public string Signature => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Headings.Select(CellTexts.Heading)))));
}

/// <summary>
/// Reads a sheet through once: counts its rows, and finds the heading among the first ones, below titles and above data, also when it is
/// merged over two rows.
/// </summary>
internal sealed class FindHeading(IReadOnlyList<ImportColumn> columns)
{
    private const int LooksAt = 30;

    /// <param name="at">The row people say it is; null to search.</param>
    public SheetHeading Do(Workbook workbook, int sheet, int? at, CancellationToken cancellation)
    {
        var (top, merges, numbers) = (new List<SheetRow>(), new List<MergedArea>(), 0);
        foreach (var row in workbook.Rows(workbook.Sheets[sheet], merges))
        {
            cancellation.ThrowIfCancellationRequested();
            numbers++;
            if (top.Count < LooksAt || row.Number == at)
                top.Add(row);
        }
        if (top.Count == 0)
            return new SheetHeading(1, 1, [], [], 0);
        var found = Candidates(top, merges, at).OrderByDescending(c => c.Proposal.Count).ThenBy(c => c.Rows).ThenBy(c => c.Row).First();
        // rows before and within the heading are no data
        return found with { DataRows = numbers - top.Count(r => r.Number < found.Row + found.Rows) };
    }

    private IEnumerable<SheetHeading> Candidates(List<SheetRow> top, List<MergedArea> merges, int? at)
    {
        foreach (var row in at is { } said ? top.Where(r => r.Number == said).DefaultIfEmpty(top[0]) : top.Take(LooksAt - 1))
        {
            var upper = Filled(row, merges);
            yield return Candidate(row.Number, 1, upper);
            if (top.Find(r => r.Number == row.Number + 1) is { } below && merges.Exists(m => m.FirstRow == row.Number && m.FirstColumn < m.LastColumn))
                yield return Candidate(row.Number, 2, Joined(upper, Filled(below, merges)));
        }
    }

    private SheetHeading Candidate(int row, int rows, IReadOnlyList<string> headings) => new(row, rows, headings, Propose(headings), 0);

    /// <summary>Each column gets the heading that names it exactly, else the first that contains its name.</summary>
    private List<MappedColumn> Propose(IReadOnlyList<string> headings)
    {
        var bare = headings.Select(CellTexts.Heading).ToList();
        var (proposal, used) = (new List<MappedColumn>(), new HashSet<int>());
        foreach (var isExact in new[] { true, false })
        {
            foreach (var column in columns.Where(c => proposal.TrueForAll(p => p.Name != c.Name)))
            {
                var names = new[] { column.Heading }.Concat(column.AlsoCalled).Select(CellTexts.Heading).ToList();
                var index = bare.FindIndex(h => h.Length > 0 && !used.Contains(bare.IndexOf(h)) && (isExact ? names.Contains(h) : names.Exists(n => n.Length > 1 && h.EndsWith(n, StringComparison.Ordinal))));
                if (index >= 0 && used.Add(index))
                    proposal.Add(new MappedColumn(column.Name, index));
            }
        }
        return [.. proposal.OrderBy(p => p.Column)];
    }

    /// <summary>The texts of a row; what is merged into it from above or from the left is there too.</summary>
    private static List<string> Filled(SheetRow row, List<MergedArea> merges)
    {
        var texts = row.Cells.Select(c => CellTexts.Plain(c.Text).Replace("\n", "", StringComparison.Ordinal)).ToList();
        foreach (var area in merges.Where(m => m.FirstRow <= row.Number && m.LastRow >= row.Number && m.FirstRow == row.Number && m.LastColumn < 200))
        {
            var text = area.FirstColumn < texts.Count ? texts[area.FirstColumn] : "";
            while (texts.Count <= area.LastColumn && text.Length > 0)
                texts.Add("");
            for (var column = area.FirstColumn + 1; column <= area.LastColumn && text.Length > 0; column++)
                texts[column] = text;
        }
        return texts;
    }

    private static List<string> Joined(List<string> upper, List<string> lower) =>
        [.. Enumerable.Range(0, Math.Max(upper.Count, lower.Count)).Select(i => i < lower.Count && lower[i].Length > 0 ? lower[i] : i < upper.Count ? upper[i] : "")];
}
