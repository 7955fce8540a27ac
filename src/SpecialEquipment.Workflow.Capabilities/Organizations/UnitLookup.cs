using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Organizations.Codes;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Organizations;

/// <summary>Look-ups for rows of sheets: one query for a batch.</summary>
internal sealed class UnitLookup(WorkflowDbContext db) : IUnitLookup
{
    public async Task<IReadOnlyDictionary<string, EnterpriseView>> ByCreditCodeAsync(IReadOnlyCollection<string> codes, CancellationToken cancellation)
    {
        var asked = codes.Distinct().ToList();
        return asked.Count == 0 ? new Dictionary<string, EnterpriseView>()
            : (await Views(db.Set<Enterprise>().Where(e => asked.Contains(e.CreditCode))).ToListAsync(cancellation)).ToDictionary(e => e.CreditCode);
    }

    public async Task<ILookup<string, EnterpriseView>> ByNameAsync(IReadOnlyCollection<string> names, CancellationToken cancellation)
    {
        var asked = names.SelectMany(n => new[] { n, Wide(n), Narrow(n) }).Distinct().ToList();
        var found = asked.Count == 0 ? [] : await Views(db.Set<Enterprise>().Where(e => asked.Contains(e.Name))).ToListAsync(cancellation);
        return found.ToLookup(e => Narrow(e.Name));
    }

    public async Task<IReadOnlyDictionary<string, EquipmentView>> ByEquipmentCodeAsync(IReadOnlyCollection<string> codes, CancellationToken cancellation)
    {
        var asked = codes.Distinct().ToList();
        if (asked.Count == 0)
            return new Dictionary<string, EquipmentView>();
        var found = await db.Set<Equipment>().AsNoTracking().Where(e => e.Void == null).Where(e => asked.Contains(e.Code) || (e.FormerCode != null && asked.Contains(e.FormerCode))).ToListAsync(cancellation);
        var views = new Dictionary<string, EquipmentView>();
        foreach (var device in found)
        {
            views.TryAdd(device.Code, OrganizationDirectory.View(device));
            if (device.FormerCode is { } former)
                views.TryAdd(former, OrganizationDirectory.View(device));
        }
        return views;
    }

    public (string? Refused, string? Doubtful) CheckCreditCode(string code)
    {
        var check = CreditCode.Check(code);
        return check.Verdict switch
        {
            CodeVerdict.Refused => (check.Expected, null),
            CodeVerdict.Doubtful => (null, check.Expected),
            _ => (null, null),
        };
    }

    private static IQueryable<EnterpriseView> Views(IQueryable<Enterprise> enterprises) =>
        enterprises.AsNoTracking().Where(e => e.Void == null).Select(e => new EnterpriseView(e.Id, e.Name, e.CreditCode, e.RegionCode, e.Address, e.PlaceType, e.Status == EnterpriseStatus.Dissolved));

    private static string Narrow(string name) => name.Replace('（', '(').Replace('）', ')');
    private static string Wide(string name) => name.Replace('(', '（').Replace(')', '）');
}
