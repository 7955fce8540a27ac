using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>Before the report is written: to whom the rule sends it, and whether the government is to be told by default.</summary>
public sealed record RecipientsView(IReadOnlyList<PlannedRecipientView> Recipients, PlannedRecipientView? Government, IReadOnlyList<GroundView> Grounds, bool ToGovernment);

public sealed record PlannedRecipientView(string Role, string RoleName, string DepartmentName, string? PostName, string Reason);

/// <param name="Computed">Follows from the record; the others the officer may add.</param>
public sealed record GroundView(string Code, string Name, bool Computed);

/// <summary>GET /hazards/{id}/report-recipients.</summary>
internal static class FindRecipients
{
    public static void MapFindRecipients(this IEndpointRouteBuilder api) =>
        api.MapGet("/hazards/{id:guid}/report-recipients", DoAsync).RequireAuthorization(Policies.Officials).WithName("find-report-recipients").WithTags("hazards")
            .WithSummary("重大隐患报告对象").Produces<RecipientsView>().ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> DoAsync(
        Guid id, HttpContext http, WorkflowDbContext db, MatterAccess access, IDirectory directory, IActorSource actors, CancellationToken cancellation)
    {
        var actor = await actors.CurrentAsync(http, cancellation);
        if (await (await access.VisibleAsync(db, actor, cancellation)).SingleOrDefaultAsync(m => m.Id == id, cancellation) is not { } matter)
            return MatterRefusals.NotFound().ToHttp();
        var plan = await ReportRecipients.PlanAsync(matter, actor, db, directory, cancellation);
        return Results.Ok(new RecipientsView(
            [.. plan.Recipients.Select(View)], plan.Government is { } hall ? View(hall) : null,
            [.. Enum.GetValues<GovernmentGround>().Select(g => new GroundView(UpperSnake.From(g), g.Name(), plan.Grounds.Contains(g)))], plan.Grounds.Count > 0));
    }

    private static PlannedRecipientView View(PlannedRecipient r) => new(UpperSnake.From(r.Role), r.Role.Name(), r.Department.Name, r.Post?.Name, r.Reason);
}
