using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace SpecialEquipment.Workflow.Capabilities.Documents;

/// <summary>
/// A page with places to fill: <c>{{path}}</c>, <c>{{filter path}}</c>, <c>{{#if path}}…{{else}}…{{/if}}</c>, <c>{{#each path}}…{{/each}}</c>
/// (inside it the item's own fields, <c>index</c> and <c>value</c>, nothing of outside), and <c>{{@slot}}</c> for the layout's own parts.
/// Everything that comes from data is HTML-encoded; only slots are not, and no data ever reaches a slot.
/// </summary>
public sealed class TemplateText
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);
    private const string SentenceEnds = "。！？；.!?;";
    private static readonly Dictionary<string, Func<JsonElement, string>> Filters = new()
    {
        ["date"] = v => v.ValueKind == JsonValueKind.String ? Date(v.GetString()!) : "",
        ["time"] = v => v.ValueKind == JsonValueKind.String ? Time(v.GetString()!) : "",
        ["money"] = v => v.ValueKind == JsonValueKind.Number ? v.GetDecimal().ToString("#,##0.00", CultureInfo.InvariantCulture) : Plain(v),
        ["join"] = v => v.ValueKind == JsonValueKind.Array ? string.Join("、", v.EnumerateArray().Select(Plain)) : Plain(v),
        ["lines"] = Plain,
        ["sentence"] = v => Plain(v).TrimEnd() is { Length: > 0 } text ? (SentenceEnds.Contains(text[^1]) ? text : text + "。") : "",
        ["phrase"] = v => Plain(v).TrimEnd(' ', '。', '；', ';', '.', '\n', '\r'),
    };

    private readonly IReadOnlyList<Part> parts;

    private TemplateText(IReadOnlyList<Part> parts, IReadOnlySet<string> paths)
    {
        this.parts = parts;
        Paths = paths;
    }

    /// <summary>Every top-level field the page asks for.</summary>
    public IReadOnlySet<string> Paths { get; }

    public string Render(JsonElement fields, IReadOnlyDictionary<string, string>? slots = null)
    {
        var page = new StringBuilder();
        Write(page, parts, fields, slots ?? new Dictionary<string, string>());
        return page.ToString();
    }

    public static TemplateText Parse(string text)
    {
        var paths = new HashSet<string>(StringComparer.Ordinal);
        var position = 0;
        var read = Block(text, ref position, null, paths, isItem: false);
        return new TemplateText(read.Parts, paths);
    }

    private abstract record Part;
    private sealed record Fixed(string Text) : Part;
    private sealed record Value(string? Filter, string Path) : Part;
    private sealed record Slot(string Name) : Part;
    private sealed record When(string Path, IReadOnlyList<Part> Then, IReadOnlyList<Part> Otherwise) : Part;
    private sealed record Each(string Path, IReadOnlyList<Part> Body) : Part;

    private static (List<Part> Parts, string? Stopped) Block(string text, ref int position, string? opener, HashSet<string> paths, bool isItem)
    {
        var parts = new List<Part>();
        while (true)
        {
            var open = text.IndexOf("{{", position, StringComparison.Ordinal);
            if (open < 0)
            {
                if (opener is not null)
                {
                    throw new FormatException($"template: {{{{#{opener}}}}} is never closed");
                }
                parts.Add(new Fixed(text[position..]));
                return (parts, null);
            }
            var close = text.IndexOf("}}", open, StringComparison.Ordinal);
            parts.Add(new Fixed(text[position..open]));
            var tag = text[(open + 2)..close].Trim();
            position = close + 2;
            if (tag == "else" || tag.StartsWith('/'))
            {
                return tag == "else" && opener == "if" || tag == $"/{opener}" ? (parts, tag) : throw new FormatException($"template: stray {{{{{tag}}}}}");
            }
            parts.Add(Read(tag, text, ref position, paths, isItem));
        }
    }

    private static Part Read(string tag, string text, ref int position, HashSet<string> paths, bool isItem)
    {
        var words = tag.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string Path(string path)
        {
            if (!isItem)
            {
                paths.Add(path.Split('.')[0]);
            }
            return path;
        }
        switch (words)
        {
            case ["#if", var path]:
                var then = Block(text, ref position, "if", paths, isItem);
                var otherwise = then.Stopped == "else" ? Block(text, ref position, "if", paths, isItem).Parts : [];
                return new When(Path(path), then.Parts, otherwise);
            case ["#each", var path]:
                return new Each(Path(path), Block(text, ref position, "each", paths, isItem: true).Parts);
            case [var slot] when slot.StartsWith('@'):
                return new Slot(slot[1..]);
            case [var path]:
                return new Value(null, Path(path));
            case [var filter, var path] when Filters.ContainsKey(filter):
                return new Value(filter, Path(path));
            default:
                throw new FormatException($"template: {{{{{tag}}}}} is not understood");
        }
    }

    private static void Write(StringBuilder page, IReadOnlyList<Part> parts, JsonElement fields, IReadOnlyDictionary<string, string> slots)
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case Fixed text:
                    page.Append(text.Text);
                    break;
                case Slot slot:
                    page.Append(slots[slot.Name]);
                    break;
                case Value value:
                    page.Append(Encode(value.Filter, Find(fields, value.Path)));
                    break;
                case When choice:
                    Write(page, IsThere(Find(fields, choice.Path)) ? choice.Then : choice.Otherwise, fields, slots);
                    break;
                case Each each:
                    var index = 0;
                    foreach (var item in ItemsOf(Find(fields, each.Path)))
                    {
                        Write(page, each.Body, Item(item, ++index), slots);
                    }
                    break;
            }
        }
    }

    private static IEnumerable<JsonElement> ItemsOf(JsonElement list) => list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    private static JsonElement Item(JsonElement item, int index)
    {
        var fields = new Dictionary<string, object?> { ["index"] = index, ["value"] = item };
        if (item.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in item.EnumerateObject())
            {
                fields[property.Name] = property.Value;
            }
        }
        return JsonSerializer.SerializeToElement(fields);
    }

    private static string Encode(string? filter, JsonElement value)
    {
        var encoded = Html.Encode(filter is null ? Plain(value) : Filters[filter](value));
        return filter == "lines" ? encoded.Replace("&#xD;", "", StringComparison.Ordinal).Replace("&#xA;", "<br>", StringComparison.Ordinal) : encoded;
    }

    private static JsonElement Find(JsonElement fields, string path)
    {
        foreach (var name in path.Split('.'))
        {
            if (fields.ValueKind != JsonValueKind.Object || !fields.TryGetProperty(name, out fields))
            {
                return default;
            }
        }
        return fields;
    }

    /// <summary>Zero is something, an empty text or list is nothing.</summary>
    internal static bool IsThere(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.False => false,
        JsonValueKind.String => value.GetString()!.Length > 0,
        JsonValueKind.Array => value.GetArrayLength() > 0,
        _ => true,
    };

    private static string Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "是",
        JsonValueKind.False => "否",
        _ => "",
    };

    private static string Date(string text)
    {
        if (text.Length > 10 && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var instant))
        {
            return Shared.Deadlines.ShanghaiTime.DateOf(instant).ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
        }
        return DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var day) ? day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture) : text;
    }

    private static string Time(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var instant)
            ? Shared.Deadlines.ShanghaiTime.Local(instant).ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture)
            : text;
}
