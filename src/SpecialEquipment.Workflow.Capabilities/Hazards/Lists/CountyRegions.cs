using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>Whether a place lies in the county of the case (E5).</summary>
internal static class CountyRegions
{
    private const int CountyDigits = 6;

    /// <summary>Town and village codes begin with the six digits of their county (DOMAIN §2.1).</summary>
    public static bool SameCounty(string a, string b) =>
        a.Length >= CountyDigits && b.Length >= CountyDigits && a.AsSpan(0, CountyDigits).SequenceEqual(b.AsSpan(0, CountyDigits));

    public static async Task CheckAsync<TForm>(string field, string? code, CommandCall<TForm> call, Objections objections, string? article, CancellationToken cancellation)
    {
        if (!objections.Text(field, code, "所在区划", article, 12))
            return;
        if (await call.Directory.FindRegionAsync(code!.Trim(), cancellation) is null)
            objections.Add(field, "应为有效的区划代码", $"实际为“{code}”", article);
        else if (!SameCounty(code.Trim(), call.Matter.RegionCode))
            objections.Add(field, "应为本县的区划", $"实际“{code}”在其他县，应办理“移出辖区”", article);
    }
}
