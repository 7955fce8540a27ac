using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Documents;

/// <summary>Issues a numbered document in the caller's transaction; the door for acts (flows use <c>SpecialEquipment.IssueDocument</c>).</summary>
public interface IDocumentIssuer
{
    Task<Result<IssuedDocument>> IssueAsync(IssueRequest request, DocumentReading reading, CancellationToken cancellation);
}

/// <param name="Serve">Served in the same step; the source then has to give the service record.</param>
public sealed record IssueRequest(string Template, Guid MatterId, bool Serve = false);

public sealed record IssuedDocument(Guid Id, string Number, string Template, string Title, DateTimeOffset IssuedAt, DateTimeOffset? ServedAt);

/// <summary>Documents of a matter for the case page.</summary>
public interface IDocumentRegister
{
    Task<IReadOnlyList<DocumentView>> OfMatterAsync(WorkflowDbContext db, Guid matterId, CancellationToken cancellation);
}

public sealed record DocumentView(Guid Id, string Kind, string KindName, string Number, string Title, string State, DateTimeOffset IssuedAt, DateTimeOffset? ServedAt);
