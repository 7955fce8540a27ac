using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>Whether two reports are about the same object (E3, E12).</summary>
internal static class SameObject
{
    /// <summary>
    /// By the device when both name one. A report that names none cannot be told by machine: it may be the same object when the unit,
    /// or for want of one the region, does not speak against it, and the officer's reason says the rest.
    /// </summary>
    public static bool MayBe(Hazard a, Matter ofA, Hazard b, Matter ofB)
    {
        if (a.EquipmentId is { } device && b.EquipmentId is { } other)
            return device == other;
        return ofA.EnterpriseId is { } unit && ofB.EnterpriseId is { } otherUnit ? unit == otherUnit : ofA.RegionCode == ofB.RegionCode;
    }
}
