namespace SpecialEquipment.Workflow.Capabilities.Shared.Acts;

/// <summary>Machine-time waits before something that failed is tried again by itself: ten seconds, doubling, at most one hour.</summary>
internal static class BackOff
{
    public static TimeSpan After(int attempts) => TimeSpan.FromSeconds(Math.Min(3600, 10 * Math.Pow(2, Math.Max(0, attempts - 1))));
}
