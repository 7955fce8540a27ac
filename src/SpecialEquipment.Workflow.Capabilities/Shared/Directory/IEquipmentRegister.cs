namespace SpecialEquipment.Workflow.Capabilities.Shared.Directory;

/// <summary>Changes to the equipment register that a decision on a case brings about. Scoped: writes in the act's transaction.</summary>
public interface IEquipmentRegister
{
    /// <param name="status">OUT_OF_USE, SEALED or SCRAPPED.</param>
    Task SetStatusAsync(Guid equipmentId, string status, CancellationToken cancellation);

    /// <summary>The device stands at another place, with another unit or the same.</summary>
    Task MoveAsync(Guid equipmentId, Guid enterpriseId, string regionCode, string place, CancellationToken cancellation);
}
