using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Acts;

/// <summary>How many acts, how they ended, how long they took: meter <c>SpecialEquipment.Workflow</c>.</summary>
internal static class ActMetrics
{
    private static readonly Meter Meter = new("SpecialEquipment.Workflow");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("acts.duration", "ms");

    public static void Count(string act, string outcome, TimeSpan elapsed)
    {
        if (Duration.Enabled)
            Duration.Record(elapsed.TotalMilliseconds, new TagList { { "act", act }, { "outcome", outcome } });
    }
}
