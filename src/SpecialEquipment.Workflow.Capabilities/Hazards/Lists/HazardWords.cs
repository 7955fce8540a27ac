using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Search;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>
/// Words of a search: each must begin the ledger number, the device code or its former code, or stand in unit, device, place or text
/// (DESIGN D12). The word that stands in fewest rows leads; the others are compared in what it leaves.
/// </summary>
internal sealed class HazardWords
{
    private const int MostWords = 5;

    /// <summary>More keys than this are not handed to the database one by one.</summary>
    private const int MostKeys = 5_000;
    private const int MostDevices = 200;
    private long[]? keys;
    private int[]? pairs;

    public Expression<Func<Matter, bool>>? Condition { get; private set; }

    /// <summary>There are words, but none of them narrows.</summary>
    public bool IsCommon => Condition is not null && keys is null && pairs is null;

    public static async Task<HazardWords> ReadAsync(string? q, WorkflowDbContext db, IDirectory directory, CancellationToken cancellation)
    {
        var words = new HazardWords();
        foreach (var word in Split(q))
            await words.AddAsync(word, db, directory, cancellation);
        return words;
    }

    internal static IEnumerable<string> Split(string? q) =>
        (q ?? "").ToUpperInvariant().Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).Take(MostWords);

    /// <summary>The rows the leading word leaves; null when it leaves too many to name.</summary>
    public IQueryable<Matter>? Narrow(IQueryable<Matter> rows, WorkflowDbContext db)
    {
        if (keys is { } few)
            return rows.Where(m => EF.Parameter(few).Contains(m.Key));
        if (pairs is null)
            return null;
        var found = db.RowsWith<Matter>(pairs);
        return rows.Where(m => found.Contains(m.Key));
    }

    private async Task AddAsync(string word, WorkflowDbContext db, IDirectory directory, CancellationToken cancellation)
    {
        var coded = await CodedAsync(word, db, directory, cancellation);
        // digits alone are the beginning of a code: pairs of digits stand in too many texts to search by
        var named = IsCode(word) ? GramMatch.Nothing : await db.MatchAsync<Matter>(word, MostKeys, cancellation);
        Condition = Condition.And(IsCode(word) ? m => EF.Parameter(coded).Contains(m.Key)
            : coded.Length == 0 ? m => m.SearchText.Contains(word) : m => m.SearchText.Contains(word) || EF.Parameter(coded).Contains(m.Key));
        if (named.Keys is { } few && (keys is null || few.Length + coded.Length < keys.Length))
            keys = [.. few.Union(coded)];
        else if (named.Pairs is { } rare && keys is null && pairs is null && coded.Length == 0)
            pairs = rare;
    }

    private static bool IsCode(string word) => word.Length >= 4 && word.All(char.IsAsciiDigit);

    private static async Task<long[]> CodedAsync(string word, WorkflowDbContext db, IDirectory directory, CancellationToken cancellation)
    {
        if (word.Length < 3)
            return [];
        var numbered = await db.Set<Matter>().BeginningWith(m => m.Number!, word).OrderByDescending(m => m.Number).Take(MostKeys).Select(m => m.Key).ToListAsync(cancellation);
        if (!word.All(char.IsAscii))
            return [.. numbered];
        var devices = await directory.FormerlyCodedAsync(word, MostDevices, cancellation);
        var ids = db.Set<Hazard>().BeginningWith(h => h.EquipmentCode!, word).OrderBy(h => h.EquipmentCode).Take(MostKeys).Select(h => h.MatterId);
        var coded = await db.Set<Matter>().Where(m => ids.Contains(m.Id)).Select(m => m.Key).ToListAsync(cancellation);
        if (devices.Count > 0)
        {
            var former = db.Set<Hazard>().Where(h => h.EquipmentId != null && devices.Contains(h.EquipmentId.Value)).Select(h => h.MatterId);
            coded.AddRange(await db.Set<Matter>().Where(m => former.Contains(m.Id)).Select(m => m.Key).ToListAsync(cancellation));
        }
        return [.. numbered.Concat(coded).Distinct()];
    }
}
