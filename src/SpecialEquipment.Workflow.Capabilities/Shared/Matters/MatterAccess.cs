using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

/// <summary>
/// Visibility of matters (DESIGN D9): officials see the region subtree of their posts narrowed to what their department supervises,
/// an enterprise user the registered matters of his own enterprise, and everybody what he is involved in or has an open task for.
/// </summary>
public sealed class MatterAccess(IDirectory directory, IEnumerable<IMatterGrants> grants) : IMatterAccess
{
    private const int MostOutside = 500;

    public async Task<bool> MaySeeAsync(Guid matterId, Actor actor, WorkflowDbContext db, CancellationToken cancellation) =>
        await (await VisibleAsync(db, actor, cancellation)).AnyAsync(m => m.Id == matterId, cancellation) || await SeesUnitAsync(matterId, actor, cancellation);

    /// <summary>A unit has papers and a ledger of its own (its rectification list): whoever supervises it, and itself, may read them.</summary>
    private async Task<bool> SeesUnitAsync(Guid id, Actor actor, CancellationToken cancellation) =>
        await directory.FindEnterpriseAsync(id, cancellation) is { } unit
        && (actor.IsSystem || (await directory.ScopeAsync(actor, cancellation)).Includes(unit.RegionCode, unit.PlaceType, unit.Id));

    public async Task<bool> HandlesAsync(Guid matterId, IReadOnlyList<string> postKinds, Actor actor, WorkflowDbContext db, CancellationToken cancellation) =>
        await db.Set<Matter>().AsNoTracking().FirstOrDefaultAsync(m => m.Id == matterId, cancellation) is { } matter
        && await new Who(postKinds, OfTheUnit: false).PostOfAsync(actor, matter, directory, cancellation) is not null;

    /// <summary>The matters the actor may see, as a query.</summary>
    public async Task<IQueryable<Matter>> VisibleAsync(WorkflowDbContext db, Actor actor, CancellationToken cancellation)
    {
        var all = db.Set<Matter>().AsNoTracking();
        if (await ScopeAsync(actor, cancellation) is not { } scope)
            return all;
        var involved = InvolvedIn(db, actor);
        return all.Where(scope.Or(m => involved.Contains(m.Id)));
    }

    /// <summary>
    /// The same as one condition for lists; null when the actor sees everything. What he is involved in outside of his scope is looked up first:
    /// it is little, mostly nothing, and without it the database reads the list by one index.
    /// </summary>
    public async Task<Expression<Func<Matter, bool>>?> ListedAsync(WorkflowDbContext db, Actor actor, CancellationToken cancellation)
    {
        if (await ScopeAsync(actor, cancellation) is not { } scope)
            return null;
        var involved = InvolvedIn(db, actor);
        var outside = await db.Set<Matter>().Where(m => involved.Contains(m.Id)).Where(scope.Not()).OrderBy(m => m.Key).Select(m => m.Key).Take(MostOutside + 1).ToArrayAsync(cancellation);
        return outside.Length == 0 ? scope
            : outside.Length <= MostOutside ? scope.Or(m => outside.Contains(m.Key))
            : scope.Or(m => involved.Contains(m.Id));
    }

    private async Task<Expression<Func<Matter, bool>>?> ScopeAsync(Actor actor, CancellationToken cancellation) =>
        MatterScope.Of(actor.IsSystem ? SupervisionScope.All : await directory.ScopeAsync(actor, cancellation));

    /// <summary>Involvement: a party of the matter in person or by department, the second person of a pending step, or the holder of an open task.</summary>
    private IQueryable<Guid> InvolvedIn(WorkflowDbContext db, Actor actor)
    {
        var person = actor.PersonId ?? Guid.Empty;
        var involved = db.Set<MatterParty>().Where(p => p.PersonId == person).Select(p => p.MatterId)
            .Union(db.Set<Confirmation>().Where(c => c.ConfirmerPersonId == person && c.State == ConfirmationState.Pending).Select(c => c.MatterId));
        return grants.Aggregate(involved, (all, grant) => all.Union(grant.MattersGrantedTo(actor, db)));
    }
}
