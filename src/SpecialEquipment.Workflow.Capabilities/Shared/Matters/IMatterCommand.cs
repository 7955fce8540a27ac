using System.Text.Json;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

/// <summary>
/// A verb on a matter. One implementation, three doors: <c>POST /api/hazards/{id}/{name}</c>, the completion of a task that names it,
/// and the list "what can I do now".
/// </summary>
public interface IMatterCommand
{
    /// <summary>Kebab-case, e.g. <c>submit-plan</c>; also the name in the ledger.</summary>
    string Name { get; }

    /// <summary>Chinese name on the button.</summary>
    string DisplayName { get; }

    /// <summary>What a person fills in, for the API description.</summary>
    Type FormType { get; }

    /// <summary>May this actor do it on this matter now? Never trusts the client.</summary>
    Task<CommandAvailability> AvailabilityAsync(Matter matter, ActContext act, CancellationToken cancellation);

    /// <summary>Checks version, rights, state and form, then changes rows, raises signals and records facts. Runs inside the ring.</summary>
    Task<Result<CommandReceipt>> ExecuteAsync(Guid matterId, long seenVersion, JsonElement form, ActContext act, CancellationToken cancellation);
}

/// <summary>Hidden: not this person's. Refused: the rule forbids it now, shown disabled with reason and article.</summary>
public sealed record CommandAvailability(string Status, string? Reason = null, string? Article = null)
{
    public static CommandAvailability Available { get; } = new("AVAILABLE");
    public static CommandAvailability Hidden { get; } = new("HIDDEN");
    public static CommandAvailability Refused(string reason, string? article = null) => new("REFUSED", reason, article);
}

/// <summary>What a command did. <paramref name="ConfirmationId"/> is set when a second person must still confirm (two-person step).</summary>
public sealed record CommandReceipt(Guid MatterId, string State, long Version, string Message, Guid? ConfirmationId = null);
