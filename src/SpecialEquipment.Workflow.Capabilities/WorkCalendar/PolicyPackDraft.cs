using System.Text.Json;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

namespace SpecialEquipment.Workflow.Capabilities.WorkCalendars;

/// <summary>A new pack as it was sent: a whole file, or rows laid over the pack in force. Checked here, pure.</summary>
internal static class PolicyPackDraft
{
    private static readonly string[] Marks = ["V", "V2", "U", "P"];
    private const int MostVersion = 60;

    /// <param name="Pack">The whole pack, as in the shipped file; null when only <paramref name="Rules"/> change.</param>
    /// <param name="Rules">Rows that are added to the pack in force, or replace the row of the same rule, region and first day.</param>
    public sealed record Form(JsonElement? Pack, string? Version, IReadOnlyList<RuleForm>? Rules, string? Reason);

    /// <summary>One rule row as a person enters it; all text, so that what cannot be read is refused in words.</summary>
    public sealed record RuleForm(
        string? Id, string? Name, int? Amount, string? Unit, bool? RollForward, string? From, string? Source, string? Article, string? Mark, string? Region, string? ValidFrom, string? ValidTo);

    public static Result<PolicyPack> Read(Form form, PolicyPack inForce)
    {
        PolicyPack pack;
        try
        {
            pack = form.Pack is { ValueKind: JsonValueKind.Object } whole ? PolicyPack.Parse(whole.GetRawText()) : Overlay(form, inForce);
        }
        catch (Exception e) when (e is JsonException or FormatException or ArgumentException or NotSupportedException or InvalidOperationException or NullReferenceException)
        {
            return Rejection.Form("calendar.pack-unreadable", "规则包无法读取。", new FieldObjection("pack", "与默认规则包同样格式的 JSON，有效期不重叠", e is FormatException or ArgumentException ? e.Message : "格式不符"));
        }
        var objections = Objections(pack, inForce);
        return objections.Count == 0 ? pack : Rejection.Form("calendar.pack-unsound", $"规则包有 {objections.Count} 处不符合要求，未载入。", [.. objections]);
    }

    /// <summary>Which rows differ from the pack in force, in words.</summary>
    public static IReadOnlyList<string> Changes(PolicyPack pack, PolicyPack inForce)
    {
        var before = inForce.Rules.ToDictionary(Key);
        var after = pack.Rules.ToDictionary(Key);
        return
        [
            .. after.Where(r => !before.ContainsKey(r.Key)).Select(r => $"新增 {Text(r.Value)}"),
            .. after.Where(r => before.TryGetValue(r.Key, out var old) && old != r.Value).Select(r => $"修改 {Text(before[r.Key])} → {Text(r.Value)}"),
            .. before.Where(r => !after.ContainsKey(r.Key)).Select(r => $"删去 {Text(r.Value)}"),
            .. pack.Parameters.Except(inForce.Parameters).Select(p => $"参数 {p.Name}：{p.Value} {p.Unit}{(p.Region is null ? "" : $"（{p.Region}）")}"),
        ];
    }

    private static (string Id, string? Region, DateOnly From) Key(PolicyRule r) => (r.Id, r.Region, r.ValidFrom);

    private static string Text(PolicyRule r) =>
        $"{r.Name}：{r.Limit}{(r.Region is null ? "" : $"（{r.Region}）")}，{ShanghaiTime.Text(r.ValidFrom)} 起{(r.ValidTo is { } end ? $"至 {ShanghaiTime.Text(end)}" : "")}";

    /// <summary>A new row begins where it says; the row before it of the same rule and region ends on the eve.</summary>
    private static PolicyPack Overlay(Form form, PolicyPack inForce)
    {
        var rules = inForce.Rules.ToList();
        foreach (var row in form.Rules ?? [])
        {
            var rule = Rule(row, inForce);
            rules.RemoveAll(r => Key(r) == Key(rule));
            for (var i = 0; i < rules.Count; i++)
            {
                if (rules[i].Id == rule.Id && rules[i].Region == rule.Region && rules[i].ValidFrom < rule.ValidFrom && (rules[i].ValidTo is null || rules[i].ValidTo >= rule.ValidFrom))
                {
                    rules[i] = rules[i] with { ValidTo = rule.ValidFrom.AddDays(-1) };
                }
            }
            rules.Add(rule);
        }
        return new PolicyPack(form.Version?.Trim() ?? "", rules, inForce.Parameters);
    }

    private static PolicyRule Rule(RuleForm row, PolicyPack inForce)
    {
        var like = inForce.Rules.FirstOrDefault(r => r.Id == row.Id) ?? throw new FormatException($"没有名为“{row.Id}”的规则");
        if (row.Amount is not { } amount)
        {
            throw new FormatException($"“{like.Name}”没有给出数量");
        }
        var unit = like.Unit;
        if (row.Unit is not null && !Storage.Conventions.UpperSnake.TryTo(row.Unit, out unit))
        {
            throw new FormatException($"单位应为 HOUR、CALENDAR_DAY、WORKING_DAY、MONTH 之一，实际为 {row.Unit}");
        }
        return like with
        {
            Name = Or(row.Name, like.Name), Amount = amount, Unit = unit, RollForward = row.RollForward ?? like.RollForward, From = Or(row.From, like.From), Source = row.Source?.Trim() ?? "",
            Article = string.IsNullOrWhiteSpace(row.Article) ? null : row.Article.Trim(), Mark = row.Mark ?? "P", Region = string.IsNullOrWhiteSpace(row.Region) ? null : row.Region.Trim(),
            ValidFrom = Day(row.ValidFrom) ?? throw new FormatException($"“{like.Name}”没有给出起始日期"), ValidTo = Day(row.ValidTo),
        };
    }

    private static string Or(string? given, string otherwise) => string.IsNullOrWhiteSpace(given) ? otherwise : given.Trim();

    private static DateOnly? Day(string? text) => string.IsNullOrWhiteSpace(text) ? null
        : DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? day
        : throw new FormatException($"日期应为 2026-02-10 的格式，实际为 {text}");

    private static List<FieldObjection> Objections(PolicyPack pack, PolicyPack inForce)
    {
        var objections = new List<FieldObjection>();
        if (string.IsNullOrWhiteSpace(pack.Version) || pack.Version.Length > MostVersion)
        {
            objections.Add(new FieldObjection("version", $"1 至 {MostVersion} 字的版本号", string.IsNullOrWhiteSpace(pack.Version) ? "（空）" : $"{pack.Version.Length} 字"));
        }
        // flows and acts ask for these by name; a missing amount must never become a guess
        foreach (var gone in inForce.Rules.Select(r => r.Id).Distinct().Where(id => !pack.Knows(id)))
        {
            objections.Add(new FieldObjection("rules", $"仍含规则“{gone}”", "没有"));
        }
        foreach (var gone in inForce.Parameters.Select(p => p.Id).Distinct().Except(pack.Parameters.Select(p => p.Id)))
        {
            objections.Add(new FieldObjection("parameters", $"仍含参数“{gone}”", "没有"));
        }
        for (var i = 0; i < pack.Rules.Count; i++)
        {
            var rule = pack.Rules[i];
            void Object(string field, string expected, string? actual) => objections.Add(new FieldObjection($"rules[{i}].{field}", expected, string.IsNullOrWhiteSpace(actual) ? "（空）" : actual));
            if (string.IsNullOrWhiteSpace(rule.Name) || rule.Name.Length > 200)
            {
                Object("name", "1 至 200 字的名称", rule.Name);
            }
            if (string.IsNullOrWhiteSpace(rule.Source) || rule.Source.Length > 500)
            {
                Object("source", "法律、法规或者文件名称，不超过 500 字", rule.Source);
            }
            if (!Marks.Contains(rule.Mark))
            {
                Object("mark", "V、V2、U、P 之一", rule.Mark);
            }
            if (rule.Amount == 0 && inForce.Rules.All(r => r.Id != rule.Id || r.Amount != 0))
            {
                Object("amount", "不为零的数量", "0");
            }
            if (Math.Abs(rule.Amount) > 10_000)
            {
                Object("amount", "绝对值不超过 10000", $"{rule.Amount}");
            }
            if (rule.ValidTo is { } end && end < rule.ValidFrom)
            {
                Object("validTo", $"不早于 {ShanghaiTime.Text(rule.ValidFrom)}", ShanghaiTime.Text(end));
            }
        }
        return objections;
    }
}
