using System.Text.Json;

namespace SpecialEquipment.Workflow.Capabilities.Documents;

/// <summary>One kind of document as its data file says: name, characters of the number, page, fields.</summary>
/// <param name="Required">Fields without which it is not issued.</param>
/// <param name="LeastSigners">How many signers it needs; an instruction needs two inspectors (SESL 65).</param>
/// <param name="Defaults">Standing texts, used when the source gives none.</param>
/// <param name="Internal">Between authorities: the unit it speaks of never sees it.</param>
public sealed record DocumentTemplate(
    string Code, string Name, string NumberKind, string File, IReadOnlyList<string> Required, IReadOnlyList<string> Optional, int LeastSigners,
    IReadOnlyDictionary<string, string> Defaults, bool Internal = false);

/// <summary>The templates shipped with the product, parsed once.</summary>
public sealed class TemplateCatalogue
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly Dictionary<string, (DocumentTemplate Template, TemplateText Page)> known;

    public TemplateCatalogue()
    {
        known = JsonSerializer.Deserialize<DocumentTemplate[]>(Read("templates.json"), Json)!.ToDictionary(t => t.Code, t => (t, TemplateText.Parse(Read(t.File))));
        Layout = TemplateText.Parse(Read("layout.html"));
        Style = Read("style.css");
    }

    public IReadOnlyList<DocumentTemplate> All => [.. known.Values.Select(k => k.Template)];
    public TemplateText Layout { get; }
    public string Style { get; }

    public DocumentTemplate? Find(string code) => known.TryGetValue(code, out var found) ? found.Template : null;
    public TemplateText PageOf(string code) => known[code].Page;
    /// <summary>Codes of papers between authorities.</summary>
    public IReadOnlyList<string> InternalCodes => [.. All.Where(t => t.Internal).Select(t => t.Code)];
    public string NameOf(string code) => Find(code)?.Name ?? code;

    private static string Read(string file)
    {
        using var stream = typeof(TemplateCatalogue).Assembly.GetManifestResourceStream($"documents/templates/{file}")
            ?? throw new InvalidOperationException($"embedded template {file} is missing from the build");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
