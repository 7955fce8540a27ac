namespace SpecialEquipment.Workflow.Engine.Runtime;

/// <summary>
/// Something that happened, told to the flows: starts definitions whose trigger waits for <paramref name="Name"/> and resumes
/// event bookmarks of that name.
/// </summary>
/// <param name="Name">Past participle, e.g. <c>HazardRegistered</c>.</param>
/// <param name="CorrelationId">The matter; null reaches every instance that waits for the name.</param>
/// <param name="Payload">Plain values handed to the activity as its result.</param>
public sealed record Signal(string Name, string? CorrelationId, IReadOnlyDictionary<string, object?> Payload);
