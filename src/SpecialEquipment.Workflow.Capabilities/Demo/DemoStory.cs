namespace SpecialEquipment.Workflow.Capabilities.Demo;

/// <summary>How far one demo case has been acted out; moved on in the commit of each act, so that a start after a crash goes on exactly there.</summary>
public sealed class DemoStory
{
    /// <summary>The case's number, from 1; with the seed it determines the whole case.</summary>
    public int Number { get; init; }

    /// <summary>Business time at which the county's cases were planned; all their instants are counted from it.</summary>
    public DateTimeOffset PlannedAt { get; init; }
    public Guid? MatterId { get; set; }

    /// <summary>Acts done so far.</summary>
    public int Acts { get; set; }

    /// <summary>The case stands where it should.</summary>
    public bool IsOver { get; set; }
}
