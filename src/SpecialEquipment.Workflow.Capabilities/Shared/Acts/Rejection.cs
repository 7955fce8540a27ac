namespace SpecialEquipment.Workflow.Capabilities.Shared.Acts;

/// <summary>
/// The rule says no. A returned value, never an exception: nothing was changed. Shown to people as it is.
/// </summary>
/// <param name="Code">Stable code, kebab-case with the capability first, e.g. <c>hazards.stale-version</c>; listed in docs/errors.md.</param>
/// <param name="Detail">One Chinese sentence: "应为…，实际为…".</param>
public sealed record Rejection(string Code, string Detail)
{
    /// <summary>409 for a conflict with the present state, 422 for an inadmissible form, 403 for a missing right, 404 for what the actor may not see.</summary>
    public int Status { get; init; } = 422;
    public IReadOnlyList<FieldObjection> Errors { get; init; } = [];

    /// <summary>Set when the seen version was stale or the state forbids the command.</summary>
    public string? CurrentState { get; init; }
    public long? CurrentVersion { get; init; }

    public static Rejection Conflict(string code, string detail) => new(code, detail) { Status = 409 };
    public static Rejection Forbidden(string code, string detail) => new(code, detail) { Status = 403 };
    public static Rejection NotFound(string code, string detail) => new(code, detail) { Status = 404 };
    public static Rejection Form(string code, string detail, params FieldObjection[] errors) => new(code, detail) { Errors = errors };
}

/// <summary>One objection to one field.</summary>
/// <param name="Field">JSON path of the field in the request, e.g. <c>plan.measures[0].date</c>.</param>
/// <param name="Expected">What was expected, in Chinese.</param>
/// <param name="Actual">What came, in Chinese.</param>
/// <param name="Article">Law or rule behind it, e.g. 《特种设备安全监督检查办法》第二十九条.</param>
public sealed record FieldObjection(string Field, string Expected, string Actual, string? Article = null);

/// <summary>Either the value of an act or its rejection.</summary>
public readonly struct Result<T>
{
    private readonly T? value;
    private Result(T? value, Rejection? rejection) { this.value = value; Rejection = rejection; }

    public Rejection? Rejection { get; }
    public bool IsRejected => Rejection is not null;
    public T Value => Rejection is null ? value! : throw new InvalidOperationException($"rejected: {Rejection.Code}");

    /// <summary>For a value that is an interface: C# converts none implicitly.</summary>
    public static Result<T> Of(T value) => new(value, null);

    public static implicit operator Result<T>(T value) => new(value, null);
    public static implicit operator Result<T>(Rejection rejection) => new(default, rejection);
}
