using SpecialEquipment.Workflow.Capabilities.Shared.Acts;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Directory;

/// <summary>What is addressed to posts goes on to their successors when posts end (E7, E8). Each capability moves its own rows.</summary>
public interface IFollowsPosts
{
    /// <summary>One commit's worth, at most 200 rows; the same twice changes nothing.</summary>
    /// <returns>How many rows moved; 0 when nothing is left.</returns>
    Task<int> BatchAsync(EndedPosts ended, ActContext act, CancellationToken cancellation);
}

/// <summary>Posts that exist no more and are succeeded by others.</summary>
/// <param name="Ids">The ended posts.</param>
/// <param name="Reason">Why, in words that go on: 因行政区划调整.</param>
/// <param name="HeldUntil">Last instant at which the former holders held them.</param>
public sealed record EndedPosts(IReadOnlyList<Guid> Ids, string Reason, DateTimeOffset HeldUntil);
