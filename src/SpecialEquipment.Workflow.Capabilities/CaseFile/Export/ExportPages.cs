using System.Text.Json;
using System.Text.Json.Nodes;
using SpecialEquipment.Workflow.Capabilities.Documents;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.CaseFile.Export;

/// <summary>The readable pages of an exported case, from the same data as the case page.</summary>
internal sealed class ExportPages
{
    private readonly Dictionary<string, string> style = new() { ["style"] = Read("page.css") };
    private readonly TemplateText summary = TemplateText.Parse(Read("summary.html"));
    private readonly TemplateText ledger = TemplateText.Parse(Read("ledger.html"));
    private readonly TemplateText index = TemplateText.Parse(Read("index.html"));

    public string Verify { get; } = Read("verify.txt");

    public string Summary(CaseView view) => summary.Render(JsonSerializer.SerializeToElement(view, MatterForm.Json), style);

    public string Ledger(CaseView view, Ledger.ReadLedger.Page page, bool isPart, DateTimeOffset now)
    {
        var fields = JsonSerializer.SerializeToNode(page, MatterForm.Json)!.AsObject();
        (fields["number"], fields["exportedAt"], fields["isPart"]) = (view.Number, JsonSerializer.SerializeToNode(now, MatterForm.Json), isPart);
        return ledger.Render(JsonSerializer.SerializeToElement(fields), style);
    }

    public string Index(CaseView view, string person, IReadOnlyList<CaseFolder.Entry> files, DateTimeOffset now) => index.Render(
        JsonSerializer.SerializeToElement(new { number = view.Number, title = view.Title, person, exportedAt = now, files }, MatterForm.Json), style);

    private static string Read(string file)
    {
        using var stream = typeof(ExportPages).Assembly.GetManifestResourceStream($"case-file/export/{file}") ?? throw new InvalidOperationException($"embedded page {file} is missing from the build");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
