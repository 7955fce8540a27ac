using System.Globalization;
using System.Xml;
using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Activities;

/// <summary>Waits for a span of business time.</summary>
internal sealed class Delay : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.Delay", 1, "等待", "计时", "等待一段时间后继续，如 00:30:00 或 P3D。")
    {
        Inputs = [new("TimeSpan", "TimeSpan", "时长") { IsRequired = true }],
        Ports = DonePort,
    };

    public override void Start(BurstRun run, ActivityExecution execution)
    {
        var value = Input(run, execution, "timeSpan");
        if (!TryRead(value, out var span))
            throw new ActivityFault($"等待的时长应如 00:30:00 或 P3D，实际为 {Definitions.PlainJson.ToText(value)}");
        run.Wait(execution, BookmarkKinds.Timer, "Delay", run.Now + span);
        run.Suspended(execution);
    }

    internal static bool TryRead(object? value, out TimeSpan span)
    {
        span = default;
        if (value is not string text)
            return false;
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out span))
            return span >= TimeSpan.Zero;
        try
        {
            span = XmlConvert.ToTimeSpan(text);
            return span >= TimeSpan.Zero;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
