using SpecialEquipment.Workflow.Capabilities.Shared.Attachments;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>What another system sends about a hazard. Units and devices go by their public codes; a later message carries what is known then.</summary>
public sealed record IntakeForm
{
    public string? SourceSystem { get; init; }
    public string? SourceId { get; init; }

    /// <summary>When this message was sent; with <see cref="Sequence"/> it tells the order of messages.</summary>
    public DateTimeOffset? SentAt { get; init; }
    public long? Sequence { get; init; }
    public HazardSource? Source { get; init; }
    public DateTimeOffset? FoundAt { get; init; }
    public string? FinderName { get; init; }
    public string? CreditCode { get; init; }
    public string? UnitName { get; init; }

    /// <summary>Equipment code or registration number.</summary>
    public string? EquipmentCode { get; init; }
    public string? EquipmentText { get; init; }
    public string? Place { get; init; }
    public string? RegionCode { get; init; }
    public string? Text { get; init; }
    public bool? ImmediateDanger { get; init; }
    public IReadOnlyList<AttachmentRef>? Evidence { get; init; }
    public string? LateReason { get; init; }

    /// <summary>The facts of the message without its envelope, by wire name; what is empty is left out.</summary>
    public Dictionary<string, string> ToFacts() => new (string Name, string? Value)[]
    {
        ("foundAt", FoundAt?.ToUniversalTime().ToString("O")), ("finderName", FinderName), ("creditCode", CreditCode), ("unitName", UnitName), ("equipmentCode", EquipmentCode),
        ("equipmentText", EquipmentText), ("place", Place), ("regionCode", RegionCode), ("text", Text), ("immediateDanger", ImmediateDanger?.ToString()),
        ("evidence", Evidence is { Count: > 0 } ? string.Join(',', Evidence.Select(e => e?.Sha256?.ToLowerInvariant()).Order(StringComparer.Ordinal)) : null),
    }.Where(f => !string.IsNullOrWhiteSpace(f.Value)).ToDictionary(f => f.Name, f => f.Value!.Trim());

    public static string NameOf(string fact) => fact switch
    {
        "foundAt" => "发现时间",
        "finderName" => "发现人",
        "creditCode" => "单位信用代码",
        "unitName" => "单位名称",
        "equipmentCode" => "设备代码",
        "equipmentText" => "设备描述",
        "place" => "地点",
        "regionCode" => "区划",
        "text" => "隐患描述",
        "immediateDanger" => "直接危险",
        _ => "证据材料",
    };
}
