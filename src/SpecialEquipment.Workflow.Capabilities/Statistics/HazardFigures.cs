namespace SpecialEquipment.Workflow.Capabilities.Statistics;

/// <summary>How far the treatment of hazards is (DOMAIN §4.3 "Zero rules", §4.9).</summary>
/// <param name="Registered">In the ledger; merged and dismissed hazards have left it, so this is the denominator of the rate.</param>
/// <param name="FixedOnSpot">Of the treated ones, those removed while the inspectors were present.</param>
/// <param name="ClosedUntreated">Decommissioned, shut down or moved out: no longer open, yet not treated.</param>
/// <param name="Overdue">Null for a day that is past: who was overdue then is told by what was published then.</param>
public sealed record HazardFigures(int Registered, int Treated, int FixedOnSpot, int ClosedUntreated, int Open, int? Overdue)
{
    /// <summary>Signed off ÷ (registered − merged), two decimals rounded down; null without any.</summary>
    public string? Rate => new Ratio(Treated, Registered).Text;

    /// <summary>清零: nothing is open.</summary>
    public bool IsZero => Open == 0;

    /// <summary>动态清零: nothing is open past its date.</summary>
    public bool? IsDynamicZero => Overdue is { } overdue ? overdue == 0 : null;
}
