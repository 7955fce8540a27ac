using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

/// <summary>The wall to whoever signs matters off: what a sign-off rested on.</summary>
public interface ISignOffRecords
{
    /// <summary>Those of the given matters that have been signed off.</summary>
    Task<IReadOnlyList<SignOffRecord>> OfAsync(WorkflowDbContext db, IReadOnlyCollection<Guid> matterIds, CancellationToken cancellation);
}

/// <param name="ByDocumentsOnly">The last re-inspection was done on documents; nobody went there (E3).</param>
public sealed record SignOffRecord(Guid MatterId, DateTimeOffset SignedOffAt, string ApproverName, bool ByDocumentsOnly);
