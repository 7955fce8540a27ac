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
    private static readonly HazardState[] BeforeTheUnitIsTold = [HazardState.Reported, HazardState.Dismissed, HazardState.RoutedOut, HazardState.Merged];

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
        var scope = actor.IsSystem ? SupervisionScope.All : await directory.ScopeAsync(actor, cancellation);
        if (scope.Everything)
            return all;

        var involved = InvolvedIn(db, actor);
        if (scope.EnterpriseId is { } enterprise)
            return all.Where(m => (m.EnterpriseId == enterprise && !BeforeTheUnitIsTold.Contains(m.State)) || involved.Contains(m.Id));

        var everywhere = scope.Parts.Where(p => p.PlaceTypes is null).SelectMany(p => p.RegionCodes).Distinct().ToArray();
        var narrowed = scope.Parts.Where(p => p.PlaceTypes is not null).ToArray();
        IQueryable<Matter> visible = all.Where(m => everywhere.Contains(m.RegionCode) || involved.Contains(m.Id));
        foreach (var part in narrowed)
        {
            var regions = part.RegionCodes.ToArray();
            var places = part.PlaceTypes!.ToArray();
            var keys = db.Set<Matter>().Where(m => regions.Contains(m.RegionCode) && m.PlaceType != null && places.Contains(m.PlaceType)).Select(m => m.Key);
            var before = visible.Select(m => m.Key);
            visible = all.Where(m => before.Contains(m.Key) || keys.Contains(m.Key));
        }
        return visible;
    }

    /// <summary>Involvement: a party of the matter in person or by department, the second person of a pending step, or the holder of an open task.</summary>
    private IQueryable<Guid> InvolvedIn(WorkflowDbContext db, Actor actor)
    {
        var person = actor.PersonId ?? Guid.Empty;
        var involved = db.Set<MatterParty>().Where(p => p.PersonId == person).Select(p => p.MatterId)
            .Union(db.Set<Confirmation>().Where(c => c.ConfirmerPersonId == person && c.State == ConfirmationState.Pending).Select(c => c.MatterId));
        return grants.Aggregate(involved, (all, grant) => all.Union(grant.MattersGrantedTo(actor, db)));
    }
}
