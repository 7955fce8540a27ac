using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Documents;
using SpecialEquipment.Workflow.Capabilities.Organizations;
using SpecialEquipment.Workflow.Capabilities.Organizations.Demo;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;
using SpecialEquipment.Workflow.Storage.Tests.Databases;

namespace SpecialEquipment.Workflow.Storage.Tests.Conformance;

/// <summary>Registers and numbers: queries that every database translates its own way, and a series that must have no gap on any.</summary>
public abstract class RegisterConformance(TestServer server) : Conformance(server)
{
    private static void AddCounty(IServiceCollection services)
    {
        var configuration = new ConfigurationBuilder().Build();
        services.AddSingleton<IConfiguration>(configuration);
        new OrganizationsCapability().AddServices(services, configuration);
        new DocumentsCapability().AddServices(services, configuration);
    }

    [Fact]
    public async Task Numbers_have_no_gap_and_no_repeat_though_acts_race_and_roll_back()
    {
        await using var test = await NewDatabaseAsync(AddCounty);
        await test.Get<DemoCounty>().LoadAsync(default);
        async Task<string?> OneAsync(int i)
        {
            var result = await test.Ring.RunAsync<string>("number", Actor.System, async (act, token) =>
            {
                var number = await act.Services.GetRequiredService<IOfficialNumbers>().NextAsync(act.Db, "140581001", DepartmentCodes.MarketRegulator, "隐", 2026, token);
                return i % 3 == 0 ? Rejection.Form("test", "given back") : number;
            });
            return result.IsRejected ? null : result.Value;
        }
        var numbers = (await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(() => OneAsync(i))))).OfType<string>().Order(StringComparer.Ordinal).ToList();
        Assert.Equal(Enumerable.Range(1, 40).Select(serial => $"高市监隐〔2026〕第{serial:0000}号"), numbers);
    }

    [Fact]
    public async Task The_registers_answer_alike()
    {
        await using var test = await NewDatabaseAsync(AddCounty);
        await test.Get<DemoCounty>().LoadAsync(default);
        await using var scope = test.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (db, directory) = (services.GetRequiredService<WorkflowDbContext>(), services.GetRequiredService<IDirectory>());
        var names = services.GetRequiredService<RegionNames>();
        var account = services.GetRequiredService<IDemoAccounts>().List.Single(a => a.UserName == "enterprise1");
        var (person, held) = await directory.HeldByUserAsync(account.UserId, new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero), default);
        Assert.Equal((account.PersonName, PostKinds.SafetyDirector), (person!.Name, held.Single().PostKind));

        var inspector = await directory.ResolvePostAsync(PostKinds.Inspector, "140581100", null, default);
        Assert.Equal("140581", inspector!.RegionCode);
        var officials = new SupervisionScope(false, null, [new ScopePart(await directory.SubtreeAsync("140581", default), null)]);
        var schools = new SupervisionScope(false, null, [new ScopePart(await directory.SubtreeAsync("140581", default), new HashSet<string> { "SCHOOL", "KINDERGARTEN" })]);
        var own = new SupervisionScope(false, held.Single().EnterpriseId, []);
        async Task<int> CountAsync(SupervisionScope who, string? words) =>
            (await FindEnterprises.ListAsync(db, directory, names, who, new FindEnterprises.Filter(words, Region: "140581"), default)).Total;
        Assert.Equal((40, 2, 1), (await CountAsync(officials, null), await CountAsync(schools, null), await CountAsync(own, null)));
        Assert.Equal((18, 0, 18), (await CountAsync(officials, "物业服务"), await CountAsync(schools, "物业服务"), await CountAsync(officials, "物业")));
        Assert.Equal(40, await CountAsync(officials, "91140581MA0T"));

        var devices = await FindEquipment.ListAsync(db, own, new FindEquipment.Filter("3110", held.Single().EnterpriseId, "ELEVATOR", Limit: 3), default);
        Assert.Equal(3, devices.Items.Count);
        Assert.NotNull(devices.Next);
        var next = await FindEquipment.ListAsync(db, own, new FindEquipment.Filter("3110", held.Single().EnterpriseId, "ELEVATOR", devices.Next, 3), default);
        Assert.Empty(next.Items.IntersectBy(devices.Items.Select(d => d.Id), d => d.Id));
        Assert.Equal(15, await db.Set<Department>().CountAsync(d => d.RegionCode == "140581" && d.Code != "GOVERNMENT")); // DOMAIN §2.4, and the government itself
        var posts = await services.GetRequiredService<FindPosts>().OfEnterpriseAsync(db, held.Single().EnterpriseId!.Value, default);
        Assert.All(posts, p => Assert.Single(p.Holders));
    }
}

public sealed class RegistersOnSqlite() : RegisterConformance(new SqliteServer());
public sealed class RegistersOnPostgreSql(PostgreSqlServer server) : RegisterConformance(server);
public sealed class RegistersOnSqlServer() : RegisterConformance(new SqlServerServer());
