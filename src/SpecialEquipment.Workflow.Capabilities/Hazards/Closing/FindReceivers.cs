using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <param name="IsNamed">The routing table names it for the place type of the unit.</param>
public sealed record ReceiverView(string DepartmentCode, string DepartmentName, string Duty, bool IsNamed);

public sealed record ReceiverList(IReadOnlyList<ReceiverView> Items);

/// <summary>GET /hazards/{id}/receivers: the departments a report can be routed to, the responsible one first (DOMAIN §2.4).</summary>
public static class FindReceivers
{
    public static void MapFindReceivers(this IEndpointRouteBuilder api) =>
        api.MapGet("/hazards/{id:guid}/receivers", async (
                Guid id, HttpContext http, WorkflowDbContext db, MatterAccess access, IRoutingTable routing, IActorSource actors, CancellationToken cancellation) =>
            {
                var visible = await access.VisibleAsync(db, await actors.CurrentAsync(http, cancellation), cancellation);
                if (await visible.SingleOrDefaultAsync(m => m.Id == id, cancellation) is not { } matter)
                    return MatterRefusals.NotFound().ToHttp();
                var receivers = await routing.ReceiversAsync(matter.RegionCode, matter.PlaceType, cancellation);
                return Results.Ok(new ReceiverList(
                    [.. receivers.Where(r => r.PostId is not null && r.DepartmentId != matter.DepartmentId).Select(r => new ReceiverView(r.Code, r.Name, r.Duty, r.IsNamed))]));
            })
            .RequireAuthorization(Policies.Officials).WithName("find-receivers").WithTags("hazards").WithSummary("可转出的部门")
            .Produces<ReceiverList>().ProducesProblem(StatusCodes.Status404NotFound);
}
