using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Holds;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.Organizations;

/// <summary>Devices of the units within the actor's scope, by code, registration number, name or place.</summary>
internal static class FindEquipment
{
    public sealed record Row(
        Guid Id, string Code, string CatalogueCode, string CatalogueName, string Kind, string KindName, string Name, string? RegistrationNumber,
        Guid EnterpriseId, string EnterpriseName, string RegionCode, string Place, string Status, DateOnly? NextInspectionOn, string? MaintenanceUnit, string? Model, long Version,
        string StatusName, IReadOnlyList<HoldOnDevice> Holds);

    /// <summary>A prohibition in force on the device, with the case it comes from.</summary>
    public sealed record HoldOnDevice(string Kind, string KindName, string Article, string? DocumentNumber, Guid MatterId, DateTimeOffset PlacedAt);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/equipment", async (
                HttpContext http, WorkflowDbContext db, IDirectory directory, IActorSource actors,
                string? q, Guid? enterpriseId, string? kind, string? after, int? limit, CancellationToken cancellation) =>
            {
                var scope = await directory.ScopeAsync(await actors.CurrentAsync(http, cancellation), cancellation);
                return Results.Ok(await ListAsync(db, scope, new Filter(q, enterpriseId, kind, after, limit), cancellation));
            })
            .RequireAuthorization(Policies.SignedIn).WithName("find-equipment").WithTags("organizations").Produces<ListPage<Row>>();

    internal sealed record Filter(string? Words = null, Guid? EnterpriseId = null, string? Kind = null, string? After = null, int? Limit = null);

    internal sealed class Found
    {
        public required Equipment Device { get; init; }
        public required Enterprise Unit { get; init; }
    }

    internal static async Task<ListPage<Row>> ListAsync(WorkflowDbContext db, SupervisionScope scope, Filter filter, CancellationToken cancellation)
    {
        var found = Query(db, scope, filter);
        var total = await found.CountToCapAsync(cancellation);
        var limit = ListPages.Limit(filter.Limit);
        var after = long.TryParse(filter.After, NumberStyles.None, CultureInfo.InvariantCulture, out var cursor) ? cursor : 0;
        var page = await found.Where(r => r.Device.Key > after).OrderBy(r => r.Device.Key).Take(limit + 1).ToListAsync(cancellation);
        var ids = page.Select(r => (Guid?)r.Device.Id).ToArray();
        var holds = (await db.Set<Hold>().AsNoTracking().Where(h => ids.Contains(h.EquipmentId) && h.LiftedAt == null).OrderBy(h => h.Key).ToListAsync(cancellation)).ToLookup(h => h.EquipmentId);
        return ListPages.Of(page, limit, total, r => r.Device.Key.ToString(CultureInfo.InvariantCulture), r => View(r.Device, r.Unit.Name, holds[r.Device.Id]));
    }

    internal static IQueryable<Found> Query(WorkflowDbContext db, SupervisionScope scope, Filter filter)
    {
        var found = from device in db.Set<Equipment>().AsNoTracking().Where(d => d.Void == null)
                    join unit in db.Set<Enterprise>().AsNoTracking().Within(scope) on device.EnterpriseId equals unit.Id
                    select new Found { Device = device, Unit = unit };
        if (filter.EnterpriseId is { } enterpriseId)
        {
            found = found.Where(r => r.Device.EnterpriseId == enterpriseId);
        }
        if (filter.Kind is { Length: > 0 } asked)
        {
            if (!UpperSnake.TryTo<EquipmentKind>(asked, out var kind))
            {
                return found.Where(r => false); // no device is of a kind that does not exist
            }
            found = found.Where(r => r.Device.Kind == kind);
        }
        if (filter.Words?.Trim() is { Length: > 0 } words)
        {
            var prefix = words.ToUpperInvariant();
            found = words.All(char.IsAsciiLetterOrDigit)
                ? found.Where(r => r.Device.Code.StartsWith(prefix) || r.Device.FormerCode!.StartsWith(prefix))
                : found.Where(r => r.Device.RegistrationNumber!.StartsWith(words) || r.Device.Name.Contains(words) || r.Device.Place.Contains(words));
        }
        return found;
    }

    internal static Row View(Equipment e, string enterpriseName, IEnumerable<Hold>? holds = null) => new(
        e.Id, e.Code, e.CatalogueCode, EquipmentCatalogue.NameOf(e.CatalogueCode), UpperSnake.From(e.Kind), EquipmentCatalogue.KindNameOf(e.Kind), e.Name,
        e.RegistrationNumber, e.EnterpriseId, enterpriseName, e.RegionCode, e.Place, UpperSnake.From(e.Status), e.NextInspectionOn, e.MaintenanceUnit, e.Model, e.Version,
        e.Status.Name(), [.. (holds ?? []).Select(h => new HoldOnDevice(UpperSnake.From(h.Kind), h.KindName, h.Article, h.DocumentNumber, h.MatterId, h.PlacedAt))]);
}
