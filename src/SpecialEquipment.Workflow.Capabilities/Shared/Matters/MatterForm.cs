using System.Text.Json;
using System.Text.Json.Serialization;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

/// <summary>What a person fills in for a command. Every property is nullable: what is missing is objected to, all at once.</summary>
public abstract record MatterForm
{
    /// <summary>The version of the matter the person saw.</summary>
    public long? Version { get; init; }

    /// <summary>How forms are read and kept: camelCase, enums in UPPER_SNAKE_CASE.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}

/// <summary>A command without fields of its own.</summary>
public sealed record EmptyForm : MatterForm;
