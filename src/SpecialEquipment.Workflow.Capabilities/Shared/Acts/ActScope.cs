using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Acts;

/// <summary>Ties a service scope to a transaction: inside it <see cref="WorkflowDbContext"/> and <see cref="ActContext"/> are the act's.</summary>
internal sealed class ActScope
{
    private WriteSession? session;
    private WorkflowDbContext? context;
    private ActContext? act;

    public void Enter(WriteSession session, ActContext act) => (this.session, this.act) = (session, act);

    public ActContext Act => act ?? throw new InvalidOperationException("ActContext exists only inside an act or a host activity");

    public EfWorkflowStore Flows => new(session ?? throw new InvalidOperationException("no act is running in this scope"));

    public WorkflowDbContext CreateContext(WorkflowDatabase database) =>
        session is null ? database.CreateContext() : context = session.CreateContext();

    /// <summary>Saves what anybody in this scope changed.</summary>
    public Task SaveAsync(CancellationToken cancellation) => context is null ? Task.CompletedTask : context.SaveChangesAsync(cancellation);
}
