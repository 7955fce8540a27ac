using System.Text.Json;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;

namespace SpecialEquipment.Workflow.Capabilities.Spreadsheets;

/// <summary>The kinds of sheets there are; each capability brings its own.</summary>
internal sealed class ImportTargets(IEnumerable<IImportTarget> targets)
{
    public IReadOnlyList<IImportTarget> All { get; } = [.. targets];

    public IImportTarget? Find(string? kind) => All.FirstOrDefault(t => t.Kind == kind);

    public IImportTarget Of(SheetImport import) => Find(import.Kind) ?? throw new InvalidOperationException($"nobody takes rows of kind {import.Kind}");
}

/// <summary>Values and cells of a row as they are kept.</summary>
internal static class RowJson
{
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, MatterForm.Json);

    public static Dictionary<string, string> Values(SheetImportRow row) => JsonSerializer.Deserialize<Dictionary<string, string>>(row.ValuesJson, MatterForm.Json)!;

    public static List<string> Cells(SheetImportRow row) => row.CellsJson is null ? [] : JsonSerializer.Deserialize<List<string>>(row.CellsJson, MatterForm.Json)!;
}
