using Microsoft.EntityFrameworkCore;

namespace SpecialEquipment.Workflow.Storage.Search;

/// <summary>Finds the rows that may contain a word, by its rarest pairs of characters. Who asks compares the text itself afterwards.</summary>
public static class GramSearch
{
    /// <summary>A pair that stands in more rows than this narrows nothing: whoever reads in order meets such a row soon.</summary>
    public const int Common = 50_000;
    private const int RareEnough = 500;
    private const int MostPairsAsked = 12;
    private const int PairsJoined = 3;

    /// <returns>Clustering keys in ascending order; null when there would be more than <paramref name="cap"/>, or when the word has no pair to search by.</returns>
    public static async Task<long[]?> CandidatesAsync<T>(this WorkflowDbContext db, string word, int cap, CancellationToken cancellation)
        where T : class => (await db.MatchAsync<T>(word, cap, cancellation)).Keys;

    /// <summary>As keys while they are at most <paramref name="cap"/>, as pairs for <see cref="RowsWith"/> while these still narrow, else as neither.</summary>
    public static async Task<GramMatch> MatchAsync<T>(this WorkflowDbContext db, string word, int cap, CancellationToken cancellation)
        where T : class
    {
        var counted = new List<(int Code, int Rows)>();
        var codes = Grams.Of(word).Take(MostPairsAsked).ToArray();
        foreach (var code in codes)
        {
            var rows = await db.Set<Gram<T>>().Where(g => g.Code == code).OrderBy(g => g.RowNo).Take(Common + 1).CountAsync(cancellation);
            if (rows == 0)
                return GramMatch.Nothing;
            counted.Add((code, rows));
            if (rows <= RareEnough)
                break;
        }
        if (counted.Count == 0 || counted.Min(c => c.Rows) > Common)
            return new GramMatch(null, null);
        var rarest = counted.OrderBy(c => c.Rows).Select(c => c.Code).Concat(codes.Skip(counted.Count)).Take(PairsJoined).ToArray();
        var found = await db.RowsWith<T>(rarest).Take(cap + 1).ToArrayAsync(cancellation);
        return found.Length > cap ? new GramMatch(null, rarest) : new GramMatch(found, rarest);
    }

    /// <summary>Rows in which all these pairs stand, the first one leading.</summary>
    public static IQueryable<long> RowsWith<T>(this WorkflowDbContext db, params IReadOnlyList<int> codes)
        where T : class
    {
        var first = codes[0];
        var rows = db.Set<Gram<T>>().Where(g => g.Code == first);
        foreach (var next in codes.Skip(1))
            rows = rows.Where(g => db.Set<Gram<T>>().Any(other => other.Code == next && other.RowNo == g.RowNo));
        return rows.OrderBy(g => g.RowNo).Select(g => g.RowNo);
    }
}

/// <summary>Where a word may stand.</summary>
/// <param name="Keys">Clustering keys of all rows that may contain it; null when there are too many to name.</param>
/// <param name="Pairs">Its rarest pairs, the rarest first; null when even that one narrows nothing.</param>
public readonly record struct GramMatch(long[]? Keys, int[]? Pairs)
{
    public static GramMatch Nothing { get; } = new([], null);
}
