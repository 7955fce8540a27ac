using SpecialEquipment.Workflow.Capabilities.Shared.Acts;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

/// <summary>The wall to intake for whoever finds, on a look-back, that a removed hazard is there again.</summary>
public interface IRelapseIntake
{
    /// <summary>Opens a new case of the same object, proposed as a relapse of the old one; the officer decides at registration (E3).</summary>
    /// <returns>Id of the new matter.</returns>
    Task<Guid> OpenAsync(Matter old, RelapseFinding finding, ActContext act, CancellationToken cancellation);
}

/// <param name="FinderName">The two inspectors.</param>
public sealed record RelapseFinding(string Text, string FinderName, bool ImmediateDanger);
