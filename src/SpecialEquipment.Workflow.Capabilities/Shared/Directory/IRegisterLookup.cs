namespace SpecialEquipment.Workflow.Capabilities.Shared.Directory;

/// <summary>Finds units and devices by the codes other systems know them by. Scoped, as <see cref="IDirectory"/>.</summary>
public interface IRegisterLookup
{
    /// <param name="creditCode">Unified social credit code, 18 characters.</param>
    Task<EnterpriseView?> FindByCreditCodeAsync(string creditCode, CancellationToken cancellation);

    /// <param name="code">Equipment code or the former one, or the number of the use registration certificate.</param>
    Task<EquipmentView?> FindByCodeAsync(string code, CancellationToken cancellation);
}
