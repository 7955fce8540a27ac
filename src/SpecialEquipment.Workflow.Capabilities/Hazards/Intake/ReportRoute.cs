using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using System.Text.Json;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>POST /hazards: intake for people and for other systems.</summary>
internal static class ReportRoute
{
    public static void MapReportHazard(this IEndpointRouteBuilder api) =>
        api.MapPost("/hazards", DoAsync).RequireAuthorization(Policies.SignedIn).WithName(ReportHazard.Name).WithTags("hazards").WithSummary("上报隐患")
            .Accepts<ReportForm>("application/json").Produces<CommandReceipt>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> DoAsync(HttpContext http, ReportHazard report, IActRing ring, IActorSource actors, CancellationToken cancellation)
    {
        ReportForm? form;
        try
        {
            form = await JsonSerializer.DeserializeAsync<ReportForm>(http.Request.Body, MatterForm.Json, cancellation);
        }
        catch (JsonException unreadable)
        {
            return MatterRefusals.Unreadable(unreadable).ToHttp();
        }
        if (form is null)
            return MatterRefusals.NoForm().ToHttp();
        var actor = await actors.CurrentAsync(http, cancellation);
        var result = await ring.RunAsync("hazards/" + ReportHazard.Name, actor, (act, stop) => report.DoAsync(form, act, stop), cancellation: cancellation);
        return result.IsRejected ? result.Rejection!.ToHttp() : Results.Created($"/api/hazards/{result.Value.MatterId}", result.Value);
    }
}
