namespace SpecialEquipment.Workflow.Capabilities.Shared.Directory;

/// <summary>
/// Units and devices by what a sheet calls them, many at once. Implemented by Organizations; scoped, so that it reads in the transaction of its scope.
/// </summary>
public interface IUnitLookup
{
    Task<IReadOnlyDictionary<string, EnterpriseView>> ByCreditCodeAsync(IReadOnlyCollection<string> codes, CancellationToken cancellation);

    /// <summary>By exact name, with brackets of either width; several units may bear one name.</summary>
    Task<ILookup<string, EnterpriseView>> ByNameAsync(IReadOnlyCollection<string> names, CancellationToken cancellation);

    /// <summary>By present or former code.</summary>
    Task<IReadOnlyDictionary<string, EquipmentView>> ByEquipmentCodeAsync(IReadOnlyCollection<string> codes, CancellationToken cancellation);

    /// <summary>What a credit code should be when it is refused outright or only doubtful; null when it is regular (GB 32100-2015).</summary>
    (string? Refused, string? Doubtful) CheckCreditCode(string code);
}
