namespace SpecialEquipment.Workflow.Capabilities.Shared.Acts;

/// <summary>
/// The transaction ring around every act (docs/decisions/0002-one-commit.md): opens one transaction, runs the body, saves its rows,
/// appends its facts to the ledger, then steps every listening flow behind a savepoint, and commits all of it or nothing.
/// A rejection rolls back. A fault of a flow rolls back to the savepoint only and keeps the signal. A database conflict retries the whole act.
/// </summary>
public interface IActRing
{
    /// <param name="name">Name for logs and metrics, e.g. <c>hazards/submit-plan</c>.</param>
    /// <param name="at">Business instant; null = now on the business clock.</param>
    Task<Result<T>> RunAsync<T>(
        string name, Actor actor, Func<ActContext, CancellationToken, Task<Result<T>>> body, DateTimeOffset? at = null, CancellationToken cancellation = default);
}
