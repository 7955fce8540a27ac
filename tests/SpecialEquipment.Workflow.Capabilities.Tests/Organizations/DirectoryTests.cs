using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Organizations;
using SpecialEquipment.Workflow.Capabilities.Organizations.Demo;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Organizations;

public class DirectoryTests
{
    private static Task<T> AskAsync<T>(Bench bench, Func<IDirectory, Task<T>> ask) =>
        bench.ReadAsync((services, _) => ask(services.GetRequiredService<IDirectory>()));

    [Fact]
    public async Task A_post_is_resolved_at_the_nearest_node_upward()
    {
        await using var bench = await Bench.WithCountyAsync();
        var fromTown = await AskAsync(bench, d => d.ResolvePostAsync(PostKinds.CaseOfficer, "140581100", null, default));
        Assert.Equal(("140581", DepartmentCodes.MarketRegulator), (fromTown!.RegionCode, fromTown.DepartmentCode));
        var fromPrefecture = await AskAsync(bench, d => d.ResolvePostAsync(PostKinds.CaseOfficer, "140500", null, default));
        Assert.Equal("140500", fromPrefecture!.RegionCode);
        Assert.Null(await AskAsync(bench, d => d.ResolvePostAsync(PostKinds.CaseOfficer, "320507", null, default)));
    }

    [Fact]
    public async Task A_department_code_narrows_the_post()
    {
        await using var bench = await Bench.WithCountyAsync();
        var post = await AskAsync(bench, d => d.ResolvePostAsync(PostKinds.LiaisonOfficer, "140581001", DepartmentCodes.HousingConstruction, default));
        Assert.Equal("高平市住房和城乡建设局", post!.DepartmentName);
        Assert.Null(await AskAsync(bench, d => d.ResolvePostAsync(PostKinds.Inspector, "140581001", DepartmentCodes.HousingConstruction, default)));
    }

    [Fact]
    public async Task Holders_are_those_of_the_instant()
    {
        await using var bench = await Bench.WithCountyAsync();
        var post = (await AskAsync(bench, d => d.ResolvePostAsync(PostKinds.Inspector, "140581", null, default)))!;
        var now = await AskAsync(bench, d => d.HoldersAsync(post.Id, bench.Clock.GetUtcNow(), default));
        var lastYear = await AskAsync(bench, d => d.HoldersAsync(post.Id, new DateTimeOffset(2025, 6, 30, 15, 59, 59, TimeSpan.Zero), default));
        var atHandover = await AskAsync(bench, d => d.HoldersAsync(post.Id, new DateTimeOffset(2025, 6, 30, 16, 0, 0, TimeSpan.Zero), default));
        Assert.Equal((2, 3, 2), (now.Count, lastYear.Count, atHandover.Count));
    }

    [Fact]
    public async Task The_superior_of_the_safety_officer_is_the_safety_director()
    {
        await using var bench = await Bench.WithCountyAsync();
        var enterprise = (await bench.ActorAsync("enterprise1")).EnterpriseId!.Value;
        var officer = await AskAsync(bench, d => d.ResolveEnterprisePostAsync(PostKinds.SafetyOfficer, enterprise, default));
        var director = await AskAsync(bench, d => d.SuperiorAsync(officer!.Id, default));
        var principal = await AskAsync(bench, d => d.SuperiorAsync(director!.Id, default));
        Assert.Equal((PostKinds.SafetyDirector, PostKinds.Principal), (director!.Kind, principal!.Kind));
        Assert.Null(await AskAsync(bench, d => d.SuperiorAsync(principal.Id, default)));
    }

    [Fact]
    public async Task An_official_sees_his_regions_and_a_sector_department_only_its_places()
    {
        await using var bench = await Bench.WithCountyAsync();
        var inspector = await AskAsync(bench, async d => await d.ScopeAsync(await bench.ActorAsync("inspector1"), default));
        Assert.True(inspector.Includes("140581100", "FACTORY", Guid.Empty));
        Assert.False(inspector.Includes("140500", "FACTORY", Guid.Empty));

        var education = await HolderAsync(bench, "EDUCATION");
        var scope = await AskAsync(bench, d => d.ScopeAsync(education, default));
        Assert.True(scope.Includes("140581100", "SCHOOL", Guid.Empty));
        Assert.False(scope.Includes("140581100", "FACTORY", Guid.Empty));
        var page = await bench.ReadAsync((services, db) => FindEnterprises.ListAsync(
            db, services.GetRequiredService<IDirectory>(), services.GetRequiredService<RegionNames>(), scope, new FindEnterprises.Filter(), default));
        Assert.All(page.Items, row => Assert.Contains(row.PlaceType, new[] { "SCHOOL", "KINDERGARTEN" }));
        Assert.Equal(2, page.Total);
    }

    [Fact]
    public async Task A_change_of_regions_is_seen_at_once_and_a_rolled_back_one_never()
    {
        await using var bench = await Bench.WithCountyAsync();
        Assert.Equal(18, (await AskAsync(bench, d => d.SubtreeAsync("140581", default))).Count);

        var refused = await bench.ActAsync<bool>(Actor.System, async (act, token) =>
        {
            await AddTownAsync(act, "140581998", token);
            Assert.Equal(19, (await act.Services.GetRequiredService<IDirectory>().SubtreeAsync("140581", token)).Count);
            return Rejection.Form("test", "undone");
        });
        Assert.True(refused.IsRejected);
        Assert.Equal(18, (await AskAsync(bench, d => d.SubtreeAsync("140581", default))).Count);

        await bench.ActAsync<bool>(Actor.System, async (act, token) =>
        {
            await AddTownAsync(act, "140581999", token);
            return true;
        });
        Assert.Contains("140581999", await AskAsync(bench, d => d.SubtreeAsync("140581", default)));
    }

    [Fact]
    public async Task The_demo_county_is_loaded_once()
    {
        await using var bench = await Bench.WithCountyAsync();
        Assert.False(await bench.Services.GetRequiredService<DemoCounty>().LoadAsync(default));
        Assert.Equal(40, await bench.ReadAsync((_, db) => db.Set<Enterprise>().CountAsync()));
    }

    private static async Task AddTownAsync(ActContext act, string code, CancellationToken token)
    {
        act.Db.Add(new Region
        {
            Id = Guid.CreateVersion7(), Code = code, Name = "新设镇", ShortName = "新", ParentCode = "140581", Level = RegionLevel.Town, ValidFrom = new DateOnly(2026, 1, 1),
        });
        await RegionMap.ChangedAsync(act.Db, token);
        await act.Db.SaveChangesAsync(token);
    }

    private static Task<Actor> HolderAsync(Bench bench, string departmentCode) => bench.ReadAsync(async (services, db) =>
    {
        var directory = services.GetRequiredService<IDirectory>();
        var post = (await directory.ResolvePostAsync(PostKinds.LiaisonOfficer, DemoPlan.County, departmentCode, default))!;
        var person = (await directory.HoldersAsync(post.Id, bench.Clock.GetUtcNow(), default)).Single();
        return new Actor
        {
            UserId = Guid.CreateVersion7(), UserName = "liaison", PersonId = person.Id, PersonName = person.Name, Roles = new HashSet<string> { Roles.Inspector },
            Posts = await directory.PostsHeldAsync(person.Id, bench.Clock.GetUtcNow(), default),
        };
    });
}
