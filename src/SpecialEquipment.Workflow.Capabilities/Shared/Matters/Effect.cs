namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

/// <summary>What a command did to the matter; the command's frame writes it down: state, version, ledger, signals.</summary>
/// <param name="State">State afterwards.</param>
/// <param name="Summary">Chinese sentence for the ledger and the receipt.</param>
public sealed record Effect(HazardState State, string Summary)
{
    /// <summary>Signals in order, with payload.</summary>
    public IReadOnlyList<(string Name, IReadOnlyDictionary<string, object?> Payload)> Signals { get; init; } = [];

    /// <summary>True time at the scene when it differs (E11).</summary>
    public DateTimeOffset? EventTime { get; init; }

    /// <summary>The timeline's filter: decision, document, notice, clock, progress or access.</summary>
    public string Kind { get; init; } = "decision";

    /// <summary>For the receipt when it has to say more than the ledger, e.g. that a named date is no working day.</summary>
    public string? Message { get; init; }

    /// <summary>States passed through on the way, each with its own ledger sentence (e.g. REINSPECTION_FAILED before RECTIFYING).</summary>
    public IReadOnlyList<(HazardState State, string Act, string Summary)> Through { get; init; } = [];

    public Effect Raising(string name, params (string Key, object? Value)[] payload) => Raising(name, payload.ToDictionary(p => p.Key, p => p.Value));

    public Effect Raising(string name, IReadOnlyDictionary<string, object?> payload) => this with { Signals = [.. Signals, (name, payload)] };
}
