using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.Statistics;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Statistics;

public sealed class TallyShareTests
{
    /// <summary>DOMAIN §4.3 "Zero rules": what stands in the denominator, what is treated, what only leaves the open count.</summary>
    [Theory]
    [InlineData(HazardState.Reported, 1, 0, 0, 0, 0)]
    [InlineData(HazardState.Dismissed, 0, 0, 0, 0, 0)]
    [InlineData(HazardState.Merged, 0, 0, 0, 0, 0)]
    [InlineData(HazardState.RoutedOut, 0, 0, 0, 0, 0)]
    [InlineData(HazardState.Registered, 0, 1, 0, 0, 1)]
    [InlineData(HazardState.Rectifying, 0, 1, 0, 0, 1)]
    [InlineData(HazardState.FixedOnTheSpot, 0, 1, 0, 0, 1)]
    [InlineData(HazardState.SignedOff, 0, 1, 1, 0, 0)]
    [InlineData(HazardState.ClosedDecommissioned, 0, 1, 0, 1, 0)]
    [InlineData(HazardState.ClosedShutdown, 0, 1, 0, 1, 0)]
    [InlineData(HazardState.MovedOut, 0, 1, 0, 1, 0)]
    public void A_state_counts_as_the_rules_say(HazardState state, int unjudged, int registered, int treated, int closedUntreated, int open)
    {
        var share = TallyShare.Of(state, isOverdue: true, HazardGrade.General, "140581100", "RESIDENTIAL", new DateOnly(2026, 3, 17));
        Assert.Equal((unjudged, registered, treated, closedUntreated, open), (share.Unjudged, share.Registered, share.Treated, share.ClosedUntreated, share.Open));
        Assert.Equal(open, share.Overdue);
        Assert.Equal(new DateOnly(2026, 3, 1), share.FoundMonth);
    }

    [Fact]
    public void Every_state_has_been_thought_of()
    {
        foreach (var state in Enum.GetValues<HazardState>())
        {
            var share = TallyShare.Of(state, false, null, "1", null, new DateOnly(2026, 1, 1));
            Assert.Equal(share.Registered, share.Treated + share.ClosedUntreated + share.Open);
        }
    }

    /// <summary>E13: 3,999 of 10,000 is 39.99 % and does not reach 40 %.</summary>
    [Theory]
    [InlineData(3999, 10000, "39.99 %", 40, false)]
    [InlineData(4000, 10000, "40.00 %", 40, true)]
    [InlineData(2, 3, "66.66 %", 67, false)]
    [InlineData(1, 1, "100.00 %", 100, true)]
    [InlineData(0, 7, "0.00 %", 0, true)]
    [InlineData(199999, 200000, "99.99 %", 100, false)]
    public void A_rate_is_never_rounded_up(int treated, int registered, string text, int target, bool meets)
    {
        var ratio = new Ratio(treated, registered);
        Assert.Equal((text, meets), (ratio.Text, ratio.Meets(target)));
    }

    [Fact]
    public void Nothing_found_has_no_rate() => Assert.Null(new Ratio(0, 0).Text);
}
