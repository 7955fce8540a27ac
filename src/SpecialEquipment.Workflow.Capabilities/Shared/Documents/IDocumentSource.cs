using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Documents;

/// <summary>
/// Supplies what a document prints. Each capability implements it for the templates whose facts it owns; Documents freezes the answer
/// with the document at the moment of issue, so that later changes never alter what was served.
/// </summary>
public interface IDocumentSource
{
    bool Supports(string template);

    /// <summary>The matter's command (kebab-case) by which this document is served, when a clock hangs on it; null when recording the service is all.</summary>
    string? ServedBy(string template) => null;

    Task<DocumentFields> ReadAsync(string template, Guid matterId, DocumentReading reading, CancellationToken cancellation);
}

/// <summary>What a source may read with.</summary>
/// <param name="Data">The <c>Data</c> input of the activity or the caller: facts of this issue that are not rows yet.</param>
public sealed record DocumentReading(WorkflowDbContext Db, DateTimeOffset Now, IServiceProvider Services, IReadOnlyDictionary<string, object?> Data);

/// <summary>Common fields (DOMAIN §4.12) and the template's own <see cref="Values"/>.</summary>
public sealed record DocumentFields
{
    /// <summary>Region and department of the issuing organ, e.g. 140581 and MARKET_REGULATOR.</summary>
    public required string RegionCode { get; init; }
    public required string DepartmentCode { get; init; }

    /// <summary>Title when it is not the template's usual one, e.g. 不予延期决定书.</summary>
    public string? Title { get; init; }

    /// <summary>Unit that signs instead of an organ, e.g. the enterprise of a rectification plan; then there is no red head.</summary>
    public string? IssuedByUnit { get; init; }
    public IReadOnlyList<string> Addressees { get; init; } = [];
    public IReadOnlyList<string> CopyTo { get; init; } = [];
    public string? LegalBasis { get; init; }
    public string? Facts { get; init; }

    /// <summary>Text of the decision.</summary>
    public string? Text { get; init; }
    public DateOnly? DueDate { get; init; }
    public IReadOnlyList<DocumentSigner> Signers { get; init; } = [];
    public DocumentService? Service { get; init; }
    public IReadOnlyList<Guid> Links { get; init; } = [];

    /// <summary>
    /// Fields of the template by camelCase name: strings, numbers, booleans, <see cref="DateOnly"/>, lists and dictionaries of these.
    /// The names are listed in Documents/Templates/templates.json; a required one that is missing stops the issue.
    /// </summary>
    public IReadOnlyDictionary<string, object?> Values { get; init; } = new Dictionary<string, object?>();
}

/// <param name="Role">INSPECTOR, APPROVER, CASE_OFFICER, PRINCIPAL …: a post kind.</param>
public sealed record DocumentSigner(string Role, string Name, string? CertificateNumber = null, DateOnly? SignedOn = null);

/// <summary>How it was handed over (DOMAIN §4.0 "Service of documents").</summary>
/// <param name="Mode">DIRECT, LEFT, ELECTRONIC, MAIL, ENTRUSTED or PUBLIC_NOTICE.</param>
public sealed record DocumentService(string Mode, string Receiver, DateTimeOffset ServedAt, bool Refused = false, string? Note = null)
{
    public ProofOfService? Proof { get; init; }
}
