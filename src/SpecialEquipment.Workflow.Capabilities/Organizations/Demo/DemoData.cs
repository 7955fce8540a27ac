using System.Text.Json;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.Organizations.Demo;

/// <summary>Real regions and departments (DOMAIN §2.1, §2.4), shipped as data.</summary>
internal static class DemoData
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public sealed record RegionLine(string Code, string Name, string ShortName, string? Parent, string Level, DateOnly ValidFrom, DateOnly? ValidTo);
    public sealed record SuccessionLine(string Code, string Successor, string Change, DateOnly On);
    public sealed record RegionFile(IReadOnlyList<RegionLine> Regions, IReadOnlyList<SuccessionLine> Successions);
    public sealed record DepartmentLine(
        string Code, string Name, string ShortName, string NumberMark, string Region, string Duty, string PlaceTypes, int Priority, DateOnly ValidFrom);

    public static IReadOnlyList<Region> Regions(Func<Guid> newId) => [.. Read<RegionFile>("regions.json").Regions.Select(r => new Region
    {
        Id = newId(), Code = r.Code, Name = r.Name, ShortName = r.ShortName, ParentCode = r.Parent, Level = UpperSnake.To<RegionLevel>(r.Level),
        ValidFrom = r.ValidFrom, ValidTo = r.ValidTo,
    })];

    public static IReadOnlyList<RegionSuccession> Successions() => [.. Read<RegionFile>("regions.json").Successions.Select(s => new RegionSuccession
    {
        Code = s.Code, SuccessorCode = s.Successor, Change = UpperSnake.To<RegionChange>(s.Change), EffectiveOn = s.On,
    })];

    public static IReadOnlyList<Department> Departments(Func<Guid> newId) => [.. Read<DepartmentLine[]>("departments.json").Select(d => new Department
    {
        Id = newId(), Code = d.Code, Name = d.Name, ShortName = d.ShortName, NumberMark = d.NumberMark, RegionCode = d.Region, Duty = d.Duty,
        PlaceTypes = d.PlaceTypes, Priority = d.Priority, ValidFrom = d.ValidFrom,
    })];

    private static T Read<T>(string file)
    {
        using var stream = typeof(DemoData).Assembly.GetManifestResourceStream($"organizations/demo/{file}")
            ?? throw new InvalidOperationException($"embedded data {file} is missing from the build");
        return JsonSerializer.Deserialize<T>(stream, Json)!;
    }
}
