using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Hazards;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Tests.Journeys;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Hazards;

public sealed class KeepViewsTests
{
    [Fact]
    public async Task A_view_is_the_owners_to_change_and_the_colleagues_to_open()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var keep = county.Services.GetRequiredService<KeepViews>();
        var (owner, colleague, unit) = (await county.ActorAsync("officer1"), await county.ActorAsync("inspector1"), await county.ActorAsync("enterprise1"));

        var mine = (await keep.KeepAsync(new("逾期", "overdue=true", null, null, null), owner, default)).Value;
        Assert.Empty(await ListAsync(county, colleague));
        var shared = (await keep.ChangeAsync(mine.Id, new("本科逾期", "overdue=true&sort=deadline", "+!number,+title", "DEPARTMENT", mine.Version), owner, default)).Value;
        Assert.Equal(("本科逾期", "DEPARTMENT", false), Assert.Single(await ListAsync(county, colleague)) is var seen ? (seen.Name, seen.Audience, seen.IsMine) : default);
        Assert.Empty(await ListAsync(county, unit));

        Assert.Equal("hazards.view-not-yours", (await keep.DeleteAsync(mine.Id, shared.Version, colleague, default)).Rejection!.Code);
        Assert.Equal("hazards.view-changed", (await keep.DeleteAsync(mine.Id, mine.Version, owner, default)).Rejection!.Code);
        Assert.Equal("hazards.no-such-view", (await keep.StarAsync(mine.Id, true, unit, default)).Rejection!.Code);
        Assert.False((await keep.StarAsync(mine.Id, true, colleague, default)).IsRejected);
        Assert.True(Assert.Single(await ListAsync(county, colleague)).Starred);
        Assert.False(Assert.Single(await ListAsync(county, owner)).Starred);

        Assert.False((await keep.DeleteAsync(mine.Id, shared.Version, owner, default)).IsRejected);
        Assert.Empty(await ListAsync(county, colleague));
        Assert.Equal(0, await county.ReadAsync((_, db) => db.Set<ViewStar>().CountAsync()));
    }

    [Fact]
    public async Task A_view_that_says_too_much_or_nothing_is_refused()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var keep = county.Services.GetRequiredService<KeepViews>();
        var refused = await keep.KeepAsync(new(" ", new string('a', 2001), null, "EVERYBODY", null), await county.ActorAsync("officer1"), default);
        Assert.Equal(["audience", "name", "query"], refused.Rejection!.Errors.Select(e => e.Field).Order());
        Assert.Equal("audience", Assert.Single((await keep.KeepAsync(new("视图", "", null, "REGION", null), await county.ActorAsync("enterprise1"), default)).Rejection!.Errors).Field);
    }

    private static Task<IReadOnlyList<KeepViews.View>> ListAsync(County county, Actor actor) => county.ReadAsync((_, db) => KeepViews.ListAsync(actor, db, default));
}
