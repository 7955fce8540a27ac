using SpecialEquipment.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace SpecialEquipment.Workflow.Capabilities.Organizations;

/// <summary>The bigram index over names of units: 泫水物业 is found by 泫水, 水物, 物业 (DESIGN D12).</summary>
internal static class NameGrams
{
    public static IEnumerable<string> Of(string name)
    {
        var text = string.Concat(name.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        return Enumerable.Range(0, Math.Max(0, text.Length - 1)).Select(i => text.Substring(i, 2)).Distinct(StringComparer.Ordinal);
    }

    public static void Index(WorkflowDbContext db, Enterprise enterprise)
    {
        foreach (var gram in Of(enterprise.Name))
        {
            db.Add(new EnterpriseNameGram { Gram = gram, EnterpriseId = enterprise.Id });
        }
    }

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
        foreach (var gram in Of(text))
        {
            enterprises = enterprises.Where(e => db.Set<EnterpriseNameGram>().Any(g => g.Gram == gram && g.EnterpriseId == e.Id));
        }
        return enterprises.Where(e => e.Name.Contains(text));
    }
}
