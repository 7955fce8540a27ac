using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Identity;

namespace SpecialEquipment.Workflow.Capabilities.Spreadsheets;

/// <summary>Who may import, whose imports he sees, and in whose name the work goes on when he has long closed his browser.</summary>
internal static class ImportRight
{
    /// <summary>Case officers and administrators; never somebody of a unit, whatever else he is.</summary>
    public static bool Has(Actor actor) => actor.EnterpriseId is null && (actor.HasRole(Roles.CaseOfficer) || actor.HasRole(Roles.Administrator));

    public static IQueryable<SheetImport> Visible(WorkflowDbContext db, Actor actor) =>
        actor.HasRole(Roles.Administrator) ? db.Set<SheetImport>() : db.Set<SheetImport>().Where(i => i.UserId == actor.UserId);

    public static async Task<Result<SheetImport>> FindAsync(WorkflowDbContext db, Guid id, Actor actor, CancellationToken cancellation)
    {
        if (!Has(actor))
            return Refusals.NotYours;
        return await Visible(db, actor).FirstOrDefaultAsync(i => i.Id == id, cancellation) is { } import ? import : Refusals.NoSuchImport;
    }

    /// <summary>The importer as he stands now: a post he no longer holds gives no right any more.</summary>
    /// <returns>Null when his login was disabled.</returns>
    public static async Task<Actor?> ActorOfAsync(SheetImport import, WorkflowDbContext db, IDirectory directory, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await db.Set<WorkflowUser>().AnyAsync(u => u.Id == import.UserId && u.IsDisabled, cancellation))
            return null;
        var (person, posts) = await directory.HeldByUserAsync(import.UserId, now, cancellation);
        var roles = await (from link in db.Set<IdentityUserRole<Guid>>()
                           where link.UserId == import.UserId
                           join role in db.Set<WorkflowRole>() on link.RoleId equals role.Id
                           select role.Name!).ToListAsync(cancellation);
        return new Actor
        {
            UserId = import.UserId, UserName = import.UserName, PersonId = person?.Id, PersonName = person?.Name ?? import.PersonName,
            Roles = roles.ToHashSet(StringComparer.Ordinal), Posts = posts,
        };
    }
}
