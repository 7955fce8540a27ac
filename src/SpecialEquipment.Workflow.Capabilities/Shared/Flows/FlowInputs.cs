using System.Collections;
using System.Globalization;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Engine.Definitions;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Flows;

/// <summary>Reads evaluated inputs; what cannot be read is a fault of the flow that names the node and the input.</summary>
internal sealed class FlowInputs(IReadOnlyDictionary<string, object?> values, string activityName)
{
    public string? Text(string name) => Plain(values.GetValueOrDefault(name)) is { } text && text.Trim().Length > 0 ? text.Trim() : null;

    public bool Flag(string name) => values.GetValueOrDefault(name) is true || string.Equals(Text(name), "true", StringComparison.OrdinalIgnoreCase);

    public T Choice<T>(string name, T otherwise) where T : struct, Enum
    {
        if (Text(name) is not { } text)
            return otherwise;
        return UpperSnake.TryTo<T>(text, out var value) ? value : throw Wrong(name, $"“{text}”不是可选的值");
    }

    public Guid? Id(string name)
    {
        if (Text(name) is not { } text)
            return null;
        return Guid.TryParse(text, out var id) ? id : throw Wrong(name, $"“{text}”不是编号");
    }

    /// <summary>A date (2026-03-20), or the day in Shanghai of an instant.</summary>
    public DateOnly? Day(string name)
    {
        if (values.GetValueOrDefault(name) is string text && DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        return Instant(name) is { } instant ? ShanghaiTime.DateOf(instant) : null;
    }

    public DateTimeOffset? Instant(string name)
    {
        switch (values.GetValueOrDefault(name))
        {
            case DateTimeOffset already:
                return already.ToUniversalTime();
            case double milliseconds:
                return DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds);
        }
        if (Text(name) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return ShanghaiTime.StartOf(day);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.ToUniversalTime()
            : throw Wrong(name, $"“{text}”不是日期或时间");
    }

    public IReadOnlyList<string> List(string name) => Structure(name) switch
    {
        null or "" => [],
        string text => [text],
        IEnumerable list => [.. list.Cast<object?>().Select(Plain).OfType<string>().Where(s => s.Length > 0).Distinct()],
        _ => throw Wrong(name, "应为列表"),
    };

    public IReadOnlyDictionary<string, string> Texts(string name)
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in Entries(Structure(name), name))
        {
            if (Plain(value) is { Length: > 0 } text)
                result[key] = text;
        }
        return result;
    }

    public FlowInputFault Wrong(string name, string what) => new($"节点“{activityName}”的“{name}”有误：{what}");

    /// <summary>An Object expression arrives as the JSON text the designer wrote.</summary>
    private object? Structure(string name) => values.GetValueOrDefault(name) switch
    {
        string text when text.TrimStart() is ['[' or '{', ..] => PlainJson.TryParse(text, out var parsed) ? parsed : throw Wrong(name, "不是有效的 JSON"),
        var value => value,
    };

    private IEnumerable<(string Key, object? Value)> Entries(object? value, string name) => value switch
    {
        null or "" => [],
        IReadOnlyDictionary<string, object?> map => map.Select(p => (p.Key, p.Value)),
        _ => throw Wrong(name, "应为名称与值的对照"),
    };

    /// <summary>The designer keeps dictionary items as <c>{type, value}</c>.</summary>
    private static string? Plain(object? value) => value switch
    {
        null => null,
        string text => text,
        IReadOnlyDictionary<string, object?> item => Plain(item.GetValueOrDefault("value")),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}

/// <summary>The flow gave an activity something it cannot work with; becomes an incident that names it.</summary>
public sealed class FlowInputFault(string message) : Exception(message);
