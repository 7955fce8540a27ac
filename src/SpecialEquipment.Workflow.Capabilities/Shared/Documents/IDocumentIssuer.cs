using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Documents;

/// <summary>Issues a numbered document in the caller's transaction; the door for acts (flows use <c>SpecialEquipment.IssueDocument</c>).</summary>
public interface IDocumentIssuer
{
    Task<Result<IssuedDocument>> IssueAsync(IssueRequest request, DocumentReading reading, CancellationToken cancellation);

    /// <summary>Records the service of the newest issued document of that template; for commands whose clock starts with it.</summary>
    Task<Result<IssuedDocument>> ServeNewestAsync(Guid matterId, string template, DocumentService service, ActContext act, CancellationToken cancellation);
}

/// <param name="Serve">Served in the same step, if the source has a service record; without one it is issued and waits for its service.</param>
public sealed record IssueRequest(string Template, Guid MatterId, bool Serve = false);

public sealed record IssuedDocument(Guid Id, string Number, string Template, string Title, DateTimeOffset IssuedAt, DateTimeOffset? ServedAt);

/// <summary>Documents of a matter for the case page.</summary>
public interface IDocumentRegister
{
    Task<IReadOnlyList<DocumentView>> OfMatterAsync(WorkflowDbContext db, Guid matterId, CancellationToken cancellation);
}

public sealed record DocumentView(Guid Id, string Kind, string KindName, string Number, string Title, string State, DateTimeOffset IssuedAt, DateTimeOffset? ServedAt)
{
    /// <summary>Proof of service (送达回证) once served.</summary>
    public ServiceView? Service { get; init; }

    /// <summary>Between authorities: not for the unit.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsInternal { get; init; }
}

/// <param name="Proof">Witnesses, recording, consent, receipt or notice in words; null when there is nothing to add.</param>
public sealed record ServiceView(string Mode, string ModeName, string Receiver, DateTimeOffset ServedAt, bool Refused, string? Note, string? Proof);
