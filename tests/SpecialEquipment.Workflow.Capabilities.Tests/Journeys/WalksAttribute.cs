namespace SpecialEquipment.Workflow.Capabilities.Tests.Journeys;

/// <summary>Names the shipped flows a journey walks to their end.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class WalksAttribute(params string[] definitions) : Attribute
{
    public IReadOnlyList<string> Definitions { get; } = definitions;
}
