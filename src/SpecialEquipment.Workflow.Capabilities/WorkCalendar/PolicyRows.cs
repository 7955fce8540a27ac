using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

namespace SpecialEquipment.Workflow.Capabilities.WorkCalendars;

/// <summary>A version of the policy pack as it was loaded; the newest is in force, and event dates choose the rule inside it (E10).</summary>
public sealed class StoredPolicyPack
{
    public long Key { get; private set; }
    public required string Version { get; init; }
    public required DateTimeOffset LoadedAt { get; init; }
    public required string LoadedByName { get; init; }

    /// <summary>When every open limit had been looked at under it; how many were marked and how many timers moved.</summary>
    public DateTimeOffset? AppliedAt { get; set; }
    public int Flagged { get; set; }
    public int Moved { get; set; }
}

/// <summary>A rule of a stored pack.</summary>
public sealed class StoredPolicyRule
{
    public long Key { get; private set; }
    public required string PackVersion { get; init; }
    public required string RuleId { get; init; }
    public required string Name { get; init; }
    public required int Amount { get; init; }
    public required LimitUnit Unit { get; init; }
    public required bool RollForward { get; init; }
    public required string StartEvent { get; init; }
    public required string Source { get; init; }
    public string? Article { get; init; }
    public required string Mark { get; init; }
    public string? Region { get; init; }
    public required DateOnly ValidFrom { get; init; }
    public DateOnly? ValidTo { get; init; }

    public static StoredPolicyRule Of(string packVersion, PolicyRule rule) => new()
    {
        PackVersion = packVersion, RuleId = rule.Id, Name = rule.Name, Amount = rule.Amount, Unit = rule.Unit, RollForward = rule.RollForward, StartEvent = rule.From,
        Source = rule.Source, Article = rule.Article, Mark = rule.Mark, Region = rule.Region, ValidFrom = rule.ValidFrom, ValidTo = rule.ValidTo,
    };

    public PolicyRule ToRule() => new(RuleId, Name, Amount, Unit, RollForward, StartEvent, Source, Article, Mark, Region, ValidFrom, ValidTo);
}

/// <summary>A parameter of a stored pack.</summary>
public sealed class StoredPolicyParameter
{
    public long Key { get; private set; }
    public required string PackVersion { get; init; }
    public required string ParameterId { get; init; }
    public required string Name { get; init; }
    public required decimal Value { get; init; }
    public required string Unit { get; init; }
    public required string Source { get; init; }
    public string? Article { get; init; }
    public required string Mark { get; init; }
    public string? Region { get; init; }
    public required DateOnly ValidFrom { get; init; }
    public DateOnly? ValidTo { get; init; }

    public static StoredPolicyParameter Of(string packVersion, PolicyParameter parameter) => new()
    {
        PackVersion = packVersion, ParameterId = parameter.Id, Name = parameter.Name, Value = parameter.Value, Unit = parameter.Unit, Source = parameter.Source,
        Article = parameter.Article, Mark = parameter.Mark, Region = parameter.Region, ValidFrom = parameter.ValidFrom, ValidTo = parameter.ValidTo,
    };

    public PolicyParameter ToParameter() => new(ParameterId, Name, Value, Unit, Source, Article, Mark, Region, ValidFrom, ValidTo);
}
