using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>Sealing at the place (查封) or seizure (扣押) of equipment and parts, from the decision to the release (SESL art. 61, AEL art. 24–28).</summary>
public sealed class Seizure
{
    public long Key { get; set; }
    public Guid Id { get; init; }
    public Guid MatterId { get; init; }
    public SeizureKind Kind { get; init; }
    public IReadOnlyList<SeizedObject> Objects { get; init; } = [];
    public required string Reason { get; init; }
    public required string LegalBasis { get; init; }

    /// <summary>Where the objects are kept, and by whom.</summary>
    public required string KeptAt { get; init; }
    public Guid? FirstInspectorId { get; init; }
    public required string FirstInspectorName { get; init; }
    public string? FirstCertificate { get; init; }
    public Guid? SecondInspectorId { get; init; }
    public required string SecondInspectorName { get; init; }
    public string? SecondCertificate { get; init; }
    public required string ApproverName { get; init; }
    public DateTimeOffset DecidedAt { get; init; }

    /// <summary>Last day of the period as it stands, without the time that is stopped now.</summary>
    public DateOnly Until { get; set; }
    public ServiceMode? ServiceMode { get; init; }
    public required string Receiver { get; init; }
    public bool Refused { get; init; }
    public string? ServiceNote { get; init; }
    public ProofOfService? Proof { get; init; }
    public DateTimeOffset? ExtendedAt { get; set; }
    public string? ExtensionReason { get; set; }
    public string? ExtensionApproverName { get; set; }
    public DateTimeOffset? ReleasedAt { get; set; }
    public ReleaseGround? ReleaseGround { get; set; }
    public string? ReleaseNote { get; set; }
    public string? ReleaseReceiver { get; set; }
    public string? ReleasedByNames { get; set; }
    public string? ReleaseApproverName { get; set; }
}

public enum SeizureKind { Seal, Seize }

/// <summary>One line of the list that is handed over with the decision.</summary>
/// <param name="EquipmentId">A device of the register, which then cannot be recorded “in use” (E21).</param>
public sealed record SeizedObject(string? Name, decimal? Quantity, string? Unit, string? Description, Guid? EquipmentId);

/// <summary>Why the objects are given back (AEL art. 28): period over, reason gone, no longer needed after the decision.</summary>
public enum ReleaseGround { PeriodOver, ReasonGone, NoLongerNeeded }

public static class SeizureNames
{
    public static string Name(this SeizureKind kind) => kind == SeizureKind.Seal ? "查封" : "扣押";

    public static string Name(this ReleaseGround ground) => ground switch
    {
        ReleaseGround.PeriodOver => "查封、扣押期限届满",
        ReleaseGround.ReasonGone => "查封、扣押的事由已经消除",
        _ => "已作出处理决定，不再需要查封、扣押",
    };
}

internal static class Seizures
{
    public const string PeriodRule = "seizure";
    public const string ExtensionRule = "seizureExtension";
    public const string ExtensionCount = "seizureExtensionCount";

    public static Task<Seizure?> OpenAsync(Guid matterId, WorkflowDbContext db, CancellationToken cancellation) =>
        db.Set<Seizure>().FirstOrDefaultAsync(s => s.MatterId == matterId && s.ReleasedAt == null, cancellation);

    public static async Task<CommandAvailability?> NoneAsync(Matter matter, ActContext act, string displayName, CancellationToken cancellation) =>
        await OpenAsync(matter.Id, act.Db, cancellation) is null
            ? CommandAvailability.Hidden with { Reason = $"“{displayName}”应有未解除的查封、扣押，实际没有。" } : null;

    /// <summary>The period moved: the row of the seizure says until when.</summary>
    public static async Task FollowPeriodAsync(Seizure seizure, ActContext act, CancellationToken cancellation)
    {
        foreach (var deadline in await act.OpenDeadlinesAsync(seizure.MatterId, PeriodRule, cancellation))
            seizure.Until = deadline.DueOn ?? seizure.Until;
    }
}
