using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;

namespace SpecialEquipment.Workflow.Capabilities.Organizations.Demo;

/// <summary>Loads the demo county once. Hazards are not written here: they come from running the flows afterwards.</summary>
public sealed class DemoCounty(IActRing ring, IConfiguration configuration) : IDemoAccounts, IDemoData
{
    internal const int DefaultSeed = 140581;
    private readonly Lazy<IReadOnlyList<DemoAccount>> accounts = new(() => Plan(configuration).Accounts);

    public int Order => 10;
    public IReadOnlyList<DemoAccount> List => accounts.Value;

    /// <returns>False when the database already holds organisation data; then nothing is touched.</returns>
    public async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        var result = await ring.RunAsync<bool>("organizations/load-demo-county", Actor.System, async (act, token) =>
        {
            if (await act.Db.Set<Region>().AnyAsync(token) || await act.Db.Set<Enterprise>().AnyAsync(token))
            {
                return false;
            }
            var county = Plan(configuration); // fresh rows: an act that is tried again must not meet those of its first try
            act.Db.AddRange(county.Regions);
            act.Db.AddRange(county.Successions);
            act.Db.AddRange(county.Departments);
            act.Db.AddRange(county.People);
            act.Db.AddRange(county.Posts);
            act.Db.AddRange(county.Holders);
            act.Db.AddRange(county.Enterprises);
            act.Db.AddRange(county.Equipment);
            await RegionMap.ChangedAsync(act.Db, token);
            var node = county.Regions.First(r => r.Code == DemoPlan.County);
            act.Record(new LedgerFact(node.Id, "load-demo-county", $"装入演示县{node.Name}：{county.Enterprises.Count} 家单位、{county.Equipment.Count} 台设备"));
            return true;
        }, cancellation: cancellation);
        return result.Value;
    }

    Task IDemoData.LoadAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    private static DemoPlan Plan(IConfiguration configuration) => DemoPlan.Make(configuration.GetValue("Demo:Seed", DefaultSeed));
}
