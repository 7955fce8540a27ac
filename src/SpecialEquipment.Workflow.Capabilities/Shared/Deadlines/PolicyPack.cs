using System.Text.Json;
using System.Text.Json.Serialization;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

/// <summary>One limit of the policy pack as it stands in one region from one day to another.</summary>
/// <param name="Id">The name by which acts and flows ask for it, for example "reinspect".</param>
/// <param name="Name">Chinese name for people.</param>
/// <param name="Amount">Negative counts back from an expiry.</param>
/// <param name="Unit">HOUR, CALENDAR_DAY, WORKING_DAY or MONTH.</param>
/// <param name="RollForward">False is strict: a due day that is not a working day stays.</param>
/// <param name="From">The event that starts the clock, in Chinese.</param>
/// <param name="Source">The law, regulation or default it rests on, in Chinese.</param>
/// <param name="Article">The article, in Chinese.</param>
/// <param name="Mark">V verified in the text, V2 secondary source, U unverified, P product default.</param>
/// <param name="Region">Region code it holds for with everything below; null is everywhere.</param>
/// <param name="ValidFrom">First event date it applies to.</param>
/// <param name="ValidTo">Last event date it applies to.</param>
public sealed record PolicyRule(
    string Id, string Name, int Amount, LimitUnit Unit, bool RollForward, string From, string Source, string? Article,
    string Mark, string? Region, DateOnly ValidFrom, DateOnly? ValidTo) : IPolicyRow
{
    [JsonIgnore]
    public TimeLimit Limit => new(Amount, Unit, RollForward);

    /// <summary>Source and article in one line, as a deadline shows it.</summary>
    [JsonIgnore]
    public string Basis => Article is null ? Source : Source + Article;
}

/// <summary>A number of the policy pack that is not a length of time: how often, what share, how many.</summary>
public sealed record PolicyParameter(
    string Id, string Name, decimal Value, string Unit, string Source, string? Article,
    string Mark, string? Region, DateOnly ValidFrom, DateOnly? ValidTo) : IPolicyRow;

/// <summary>What rules and parameters share: where and when they hold.</summary>
public interface IPolicyRow
{
    string Id { get; }

    string? Region { get; }

    DateOnly ValidFrom { get; }

    DateOnly? ValidTo { get; }
}

/// <summary>No rule by that name held at that date in that region; a missing amount must never become a guess.</summary>
public sealed class PolicyRuleMissing(string packVersion, string id, DateOnly eventDate, string? region)
    : Exception($"规则包 {packVersion} 中没有适用的规则“{id}”：应有 {ShanghaiTime.Text(eventDate)}{(region is null ? "" : $"、地区 {region}")} 有效的版本，实际没有")
{
    public string RuleId { get; } = id;

    public DateOnly EventDate { get; } = eventDate;
}

/// <summary>Every amount of law and policy, by rule id, event date and region. No such amount stands in code or in a flow.</summary>
public sealed class PolicyPack
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
    };

    private readonly ILookup<string, PolicyRule> rulesById;
    private readonly ILookup<string, PolicyParameter> parametersById;

    public PolicyPack(string version, IReadOnlyList<PolicyRule> rules, IReadOnlyList<PolicyParameter> parameters)
    {
        (Version, Rules, Parameters) = (version, rules, parameters);
        rulesById = rules.ToLookup(r => r.Id);
        parametersById = parameters.ToLookup(p => p.Id);
        RefuseOverlaps(rules);
        RefuseOverlaps(parameters);
        foreach (var rule in rules)
        {
            _ = rule.Limit; // a rule that is no possible limit is refused here, not at its first use
        }
    }

    public string Version { get; }

    public IReadOnlyList<PolicyRule> Rules { get; }

    public IReadOnlyList<PolicyParameter> Parameters { get; }

    public static PolicyPack Parse(string json)
    {
        var file = JsonSerializer.Deserialize<PackFile>(json, Json) ?? throw new FormatException("规则包文件为空");
        return new PolicyPack(file.Version, file.Rules, file.Parameters);
    }

    /// <summary>The version that held at the event date (E10); the nearest region wins over a wider one.</summary>
    public PolicyRule Rule(string ruleId, DateOnly eventDate, string? region = null) =>
        FindRule(ruleId, eventDate, region) ?? throw new PolicyRuleMissing(Version, ruleId, eventDate, region);

    public PolicyRule Rule(string ruleId, DateTimeOffset eventInstant, string? region = null) =>
        Rule(ruleId, ShanghaiTime.DateOf(eventInstant), region);

    public PolicyRule? FindRule(string ruleId, DateOnly eventDate, string? region = null) =>
        Pick(rulesById[ruleId], eventDate, region);

    public decimal Parameter(string id, DateOnly eventDate, string? region = null) =>
        (Pick(parametersById[id], eventDate, region) ?? throw new PolicyRuleMissing(Version, id, eventDate, region)).Value;

    /// <summary>True when a rule by that name exists at all; flows are checked against it when they are published.</summary>
    public bool Knows(string ruleId) => rulesById.Contains(ruleId);

    private static T? Pick<T>(IEnumerable<T> rows, DateOnly day, string? region)
        where T : class, IPolicyRow =>
        rows.Where(r => r.ValidFrom <= day && (r.ValidTo is null || day <= r.ValidTo) && Holds(r.Region, region))
            .MaxBy(r => r.Region is null ? 0 : Stem(r.Region).Length);

    private static bool Holds(string? ruleRegion, string? region) =>
        ruleRegion is null || (region is not null && region.StartsWith(Stem(ruleRegion), StringComparison.Ordinal));

    /// <summary>The digits that everything below a region shares: 500000 → 50, 140500 → 1405, 140581 → 140581.</summary>
    private static string Stem(string region) =>
        region.Length != 6 ? region
        : region.EndsWith("0000", StringComparison.Ordinal) ? region[..2]
        : region.EndsWith("00", StringComparison.Ordinal) ? region[..4]
        : region;

    private static void RefuseOverlaps<T>(IEnumerable<T> rows)
        where T : IPolicyRow
    {
        foreach (var same in rows.GroupBy(r => (r.Id, r.Region)))
        {
            var ordered = same.OrderBy(r => r.ValidFrom).ToList();
            for (var i = 1; i < ordered.Count; i++)
            {
                if (ordered[i - 1].ValidTo is not { } end || end >= ordered[i].ValidFrom)
                {
                    throw new FormatException($"规则包中“{same.Key.Id}”的有效期重叠：{ShanghaiTime.Text(ordered[i].ValidFrom)} 起有两个版本");
                }
            }
        }
    }

    private sealed record PackFile(string Version, List<PolicyRule> Rules, List<PolicyParameter> Parameters);
}
