using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Attachments;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

/// <summary>Collects everything wrong with a form, so that a person corrects it once.</summary>
public sealed class Objections
{
    private readonly List<FieldObjection> list = [];

    public IReadOnlyList<FieldObjection> List => list;
    public bool Any => list.Count > 0;

    public Objections Add(string field, string expected, string actual, string? article = null)
    {
        list.Add(new FieldObjection(field, expected, actual, article));
        return this;
    }

    /// <summary>Text must be there and say something.</summary>
    public bool Text(string field, string? value, string label, string? article = null, int max = 2000)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            Add(field, $"应填写{label}", "实际为空", article);
            return false;
        }
        if (value.Trim().Length > max)
        {
            Add(field, $"{label}应不超过 {max} 字", $"实际 {value.Trim().Length} 字", article);
            return false;
        }
        return true;
    }

    /// <summary>Text must be there and must not be a placeholder such as “待定” (DOMAIN §4.3).</summary>
    public bool Substance(string field, string? value, string label, string? article = null)
    {
        if (!Text(field, value, label, article))
            return false;
        if (!Placeholder.Is(value!))
            return true;
        Add(field, $"{label}应有实质内容", $"实际为“{value!.Trim()}”", article);
        return false;
    }

    public bool Required<T>(string field, T? value, string label, string? article = null)
    {
        if (value is not null)
            return true;
        Add(field, $"应填写{label}", "实际为空", article);
        return false;
    }

    /// <summary>At least one whole reference to an uploaded file.</summary>
    public bool Evidence(string field, IReadOnlyList<AttachmentRef>? files, string label, string? article = null, bool required = true)
    {
        if (files is null or { Count: 0 })
        {
            if (required)
                Add(field, $"应至少有一份{label}", "实际没有", article);
            return !required;
        }
        var whole = true;
        for (var i = 0; i < files.Count; i++)
        {
            if (files[i] is { Sha256.Length: 64 } file && file.AttachmentId != Guid.Empty)
                continue;
            Add($"{field}[{i}]", "应给出附件编号和 SHA-256（64 位十六进制）", "实际不完整", article);
            whole = false;
        }
        return whole;
    }
}

/// <summary>Words that stand where content is missing.</summary>
public static class Placeholder
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "tbd", "tba", "todo", "n/a", "na", "none", "null", "-", "--", "/", "…", "...", "?", "？", "x", "xx", "xxx",
        "待定", "待补充", "待补", "待确定", "待落实", "未定", "未知", "不详", "暂无", "无", "没有", "暂缺", "空", "略", "同上",
    };

    public static bool Is(string text)
    {
        var bare = text.Trim().Trim('。', '.', '，', ',', '；', ';', '、', '（', '）', '(', ')', '【', '】', '[', ']', ' ', '　');
        return bare.Length == 0 || Words.Contains(bare) || Words.Contains(text.Trim());
    }
}
