using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Demo;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Evidence;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Journeys;

public sealed class DemoHazardsTests(ITestOutputHelper output)
{
    [Fact]
    public async Task The_demo_county_has_hazards_in_every_state_that_can_stand()
    {
        await using var county = await County.AtAsync("2026-11-20 17:30");
        var demo = county.Services.GetServices<IDemoData>().OfType<DemoHazards>().Single();
        var started = TimeProvider.System.GetTimestamp();
        await demo.LoadAsync(CancellationToken.None);
        await demo.ActOutAsync(CancellationToken.None);
        output.WriteLine($"120 hazards in {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0.0} s");

        Assert.Equal(0, demo.Refused);
        await county.NothingFaultedAsync();
        var matters = await county.ReadAsync((_, db) => db.Set<Matter>().AsNoTracking().ToListAsync());
        Assert.Equal(120, matters.Count);
        HazardState[] expected =
        [
            HazardState.Reported, HazardState.Dismissed, HazardState.Registered, HazardState.Graded, HazardState.SelfRectifying, HazardState.FixedOnTheSpot, HazardState.PlanPending,
            HazardState.PlanInReview, HazardState.PlanReturned, HazardState.Rectifying, HazardState.ReportSubmitted, HazardState.Reinspecting, HazardState.Passed, HazardState.SignedOff,
        ];
        Assert.Equal(expected.Order(), matters.Select(m => m.State).Distinct().Order());
        Assert.Contains(matters, m => m.IsOverdue);
        Assert.Contains(matters, m => m.Grade == HazardGrade.Major);
        Assert.All(matters, m => Assert.True(m.CreatedAt < county.Now));
        foreach (var matter in matters.Take(10))
            Assert.True((await county.ReadAsync((_, db) => VerifyLedger.RunAsync(db, matter.Id, CancellationToken.None))).IsIntact);

        await demo.LoadAsync(CancellationToken.None); // a second start adds nothing
        await demo.ActOutAsync(CancellationToken.None);
        Assert.Equal(120, await county.ReadAsync((_, db) => db.Set<Matter>().CountAsync()));
    }
}
