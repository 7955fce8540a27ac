namespace SpecialEquipment.Workflow.Capabilities.Shared.Clocks;

/// <summary>
/// Recurring, calendar-shaped work. Every slot since the stored watermark runs, in order, also those missed while nobody was there.
/// A slot may run again when the process died in it: make it idempotent.
/// </summary>
public interface IDuty
{
    /// <summary>Stable name of the watermark, e.g. <c>escalation/daily</c>.</summary>
    string Name { get; }

    /// <summary>First slot (business instant) after the given one; null when there is none any more.</summary>
    DateTimeOffset? NextSlot(DateTimeOffset after);

    /// <summary>Does the slot's work in acts of its own, with the slot as their business time (<c>ring.RunAsync(…, at: slot)</c>).</summary>
    Task RunAsync(DateTimeOffset slot, CancellationToken cancellation);
}
