using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Spreadsheets;

/// <summary>
/// One commit's worth of work on an import, in the name of who imports. Each step asks first whether the import still is as the worker
/// believes: same state and round, the lease still his. Whoever cancelled, mapped anew or took the lease over has won.
/// </summary>
internal sealed class ImportWork(IActRing ring, IServiceScopeFactory scopes, BusinessClock clock, TimeProvider machine)
{
    /// <summary>How long a silent node is believed to be alive; every commit renews it.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>This process, among all that work on imports.</summary>
    public string Node { get; } = Guid.CreateVersion7().ToString("N");

    /// <summary>The longest-waiting import that nobody works on; it is ours for the length of a lease.</summary>
    public async Task<SheetImport?> ClaimAsync(CancellationToken cancellation)
    {
        var now = machine.GetUtcNow();
        var claimed = await ring.RunAsync<ClaimedImport>("spreadsheets/claim-import", Actor.System, async (act, stop) =>
        {
            var import = await act.Db.Set<SheetImport>()
                .Where(i => (i.State == ImportState.Checking || i.State == ImportState.Running) && (i.LeaseUntil == null || i.LeaseUntil <= now || i.LeaseOwner == Node))
                .OrderBy(i => i.Key).FirstOrDefaultAsync(stop);
            if (import is not null)
                Hold(import);
            return new ClaimedImport(import);
        }, cancellation: cancellation);
        return claimed.IsRejected ? null : claimed.Value.Import;
    }

    /// <returns>False when the work on this import is over for this node.</returns>
    public async Task<bool> StepAsync(
        string name, SheetImport import, Func<SheetImport, ActContext, CancellationToken, Task> step, CancellationToken cancellation)
    {
        if (await ActorOfAsync(import, cancellation) is not { } actor)
        {
            await FailAsync(import, "导入人的账号已停用，导入已停止。", cancellation);
            return false;
        }
        var result = await ring.RunAsync<bool>(name, actor, async (act, stop) =>
        {
            var tracked = await act.Db.Set<SheetImport>().SingleAsync(i => i.Id == import.Id, stop);
            if (tracked.State != import.State || tracked.Round != import.Round || tracked.LeaseOwner != Node)
                return false;
            Hold(tracked);
            await step(tracked, act, stop);
            return true;
        }, cancellation: cancellation);
        return !result.IsRejected && result.Value; // busy: the lease runs out and the next look goes on
    }

    public Task FailAsync(SheetImport import, string reason, CancellationToken cancellation) =>
        ring.RunAsync<bool>("spreadsheets/fail-import", Actor.System, async (act, stop) =>
        {
            var tracked = await act.Db.Set<SheetImport>().SingleAsync(i => i.Id == import.Id, stop);
            if (tracked.IsOver)
                return false;
            (tracked.State, tracked.Failure, tracked.EndedAt, tracked.LeaseOwner, tracked.LeaseUntil) = (ImportState.Failed, reason, act.Now, null, null);
            tracked.Version++;
            act.Record(new LedgerFact(tracked.Id, "fail-import", reason) { Kind = "progress" });
            return true;
        }, cancellation: cancellation);

    /// <summary>Lets go of it, so that another node need not wait for the lease to run out.</summary>
    public Task ReleaseAsync(SheetImport import) =>
        ring.RunAsync<bool>("spreadsheets/release-import", Actor.System, async (act, stop) =>
        {
            var tracked = await act.Db.Set<SheetImport>().SingleAsync(i => i.Id == import.Id, stop);
            if (tracked.LeaseOwner == Node)
            {
                (tracked.LeaseOwner, tracked.LeaseUntil) = (null, null);
                tracked.Version++;
            }
            return true;
        });

    private void Hold(SheetImport import)
    {
        (import.LeaseOwner, import.LeaseUntil) = (Node, machine.GetUtcNow() + Lease);
        import.Version++;
    }

    private async Task<Actor?> ActorOfAsync(SheetImport import, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        return await ImportRight.ActorOfAsync(
            import, services.GetRequiredService<WorkflowDbContext>(), services.GetRequiredService<IDirectory>(), clock.GetUtcNow(), cancellation);
    }

    private sealed record ClaimedImport(SheetImport? Import);
}
