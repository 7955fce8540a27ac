namespace SpecialEquipment.Workflow.Capabilities.Shared.Directory;

/// <summary>
/// The routing table (DOMAIN §2.4) as the departments' rows say it: which department of the region oversees units of a place type.
/// Scoped, as <see cref="IDirectory"/>.
/// </summary>
public interface IRoutingTable
{
    /// <summary>Departments of the region that could receive a case, the one the table names first; without those that never supervise.</summary>
    Task<IReadOnlyList<Receiver>> ReceiversAsync(string regionCode, string? placeType, CancellationToken cancellation);
}

/// <param name="IsNamed">The table names it for this place type; others are proposed only by name.</param>
/// <param name="PostId">Its post that receives cases; null when it has none, and then nothing can be sent to it.</param>
public sealed record Receiver(Guid DepartmentId, string Code, string Name, string Duty, int Priority, bool IsNamed, Guid? PostId);
