namespace SpecialEquipment.Workflow.Capabilities.Shared.Directory;

/// <summary>Codes of the departments that flows name (DOMAIN §2.4); the departments themselves are rows.</summary>
public static class DepartmentCodes
{
    public const string MarketRegulator = "MARKET_REGULATOR";
    public const string HousingConstruction = "HOUSING_CONSTRUCTION";
    public const string EmergencyManagement = "EMERGENCY_MANAGEMENT";
    public const string Government = "GOVERNMENT";
    public const string TownGovernment = "TOWN_GOVERNMENT";
    public const string PublicSecurity = "PUBLIC_SECURITY";
}
