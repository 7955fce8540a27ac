using Microsoft.Extensions.Configuration;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>
/// The systems that may report hazards (<c>Intake:Systems</c>): which login speaks for which source system, about which sources, in which
/// region. A login can neither speak for another system nor outside its region.
/// </summary>
public sealed class IntakeSystems(IConfiguration configuration)
{
    private readonly IReadOnlyList<IntakeSystem> systems = configuration.GetSection("Intake:Systems").Get<List<IntakeSystem>>() ?? [];

    public IReadOnlyList<IntakeSystem> Of(string account) => [.. systems.Where(s => string.Equals(s.Account, account, StringComparison.OrdinalIgnoreCase))];
}

public sealed record IntakeSystem
{
    public string Account { get; init; } = "";

    /// <summary>Its name in the idempotency key.</summary>
    public string SourceSystem { get; init; } = "";

    /// <summary>Codes of <see cref="HazardSource"/> it may report.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];
    public string RegionCode { get; init; } = "";
}
