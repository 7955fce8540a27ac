using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.Statistics;
using SpecialEquipment.Workflow.Storage.Tests.Databases;

namespace SpecialEquipment.Workflow.Storage.Tests.Conformance;

/// <summary>Counters that are kept in the commit of what they count must equal a recount on every database, whoever races.</summary>
public abstract class TallyConformance(TestServer server) : Conformance(server)
{
    private static void AddStatistics(IServiceCollection services) =>
        new StatisticsCapability().AddServices(services, new Microsoft.Extensions.Configuration.ConfigurationManager());

    [Fact]
    public async Task Counters_equal_their_recount_though_acts_race_roll_back_and_are_folded()
    {
        await using var test = await NewDatabaseAsync(AddStatistics);
        var duty = test.Services.GetServices<IDuty>().Single(d => d.Name == "statistics/roll-up-tallies");
        var ids = Enumerable.Range(0, 12).Select(_ => Guid.CreateVersion7()).ToList();
        await Task.WhenAll(ids.Select((id, i) => Task.Run(() => test.Ring.RunAsync<bool>("add", Actor.System, (act, _) =>
        {
            act.Db.Add(new Matter
            {
                Id = id, Kind = Matter.HazardKind, Title = "电梯层门", RegionCode = i % 2 == 0 ? "140581100" : "140581101", PlaceType = i % 3 == 0 ? null : "SCHOOL",
                FoundOn = new DateOnly(2026, 1 + i % 2, 5), Version = 1, CreatedAt = act.Now, UpdatedAt = act.Now,
            });
            return Task.FromResult<Result<bool>>(true);
        }))));
        HazardState[] lives = [HazardState.Registered, HazardState.Graded, HazardState.Rectifying, HazardState.SignedOff, HazardState.ClosedDecommissioned, HazardState.Dismissed];
        var work = Enumerable.Range(0, 160).Select(i => Task.Run(async () =>
        {
            if (i % 40 == 7)
                await duty.RunAsync(test.Get<BusinessClock>().GetUtcNow(), default);
            await test.Ring.RunAsync<bool>("move", Actor.System, async (act, stop) =>
            {
                var id = ids[i % ids.Count];
                var matter = await act.Db.Set<Matter>().SingleAsync(m => m.Id == id, stop);
                (matter.State, matter.Grade, matter.IsOverdue) = (lives[i % lives.Length], i % 5 == 0 ? HazardGrade.Major : HazardGrade.General, i % 4 == 0);
                matter.Version++;
                return i % 6 == 5 ? Rejection.Form("test", "given back") : true;
            });
        }));
        await Task.WhenAll(work);

        foreach (var when in new[] { "raced", "folded" })
        {
            await using var scope = test.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
            Assert.Empty(await RecountTally.DifferencesAsync(db, "140581100", default));
            Assert.Empty(await RecountTally.DifferencesAsync(db, "140581101", default));
            if (when == "raced")
                await duty.RunAsync(test.Get<BusinessClock>().GetUtcNow(), default);
            else
                Assert.True(await db.Set<MatterTally>().GroupBy(t => new { t.RegionCode, t.PlaceType, t.Grade, t.FoundMonth }).AllAsync(g => g.Count() == 1));
        }
    }
}

public sealed class TallyOnSqlite() : TallyConformance(new SqliteServer());
public sealed class TallyOnPostgreSql(PostgreSqlServer server) : TallyConformance(server);
public sealed class TallyOnSqlServer() : TallyConformance(new SqlServerServer());
