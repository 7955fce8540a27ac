using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Search;

namespace SpecialEquipment.Workflow.Capabilities.Organizations;

/// <summary>Units by part of the name, through the index over pairs of characters (DESIGN D12).</summary>
internal static class NameGrams
{
    private const int MostPairs = 4;

    /// <summary>Units whose name contains the words, or whose credit code begins with them.</summary>
    public static IQueryable<Enterprise> Matching(this IQueryable<Enterprise> enterprises, WorkflowDbContext db, string? words)
    {
        var text = words?.Trim() ?? "";
        if (text.Length == 0)
        {
            return enterprises;
        }
        if (text.All(c => char.IsAsciiLetterOrDigit(c)))
        {
            var prefix = text.ToUpperInvariant();
            return enterprises.Where(e => e.CreditCode.StartsWith(prefix) || e.Name.Contains(text));
        }
        foreach (var code in Grams.Of(text).Take(MostPairs))
        {
            var rows = db.RowsWith<Enterprise>(code);
            enterprises = enterprises.Where(e => rows.Contains(e.Key));
        }
        return enterprises.Where(e => e.Name.Contains(text));
    }
}
