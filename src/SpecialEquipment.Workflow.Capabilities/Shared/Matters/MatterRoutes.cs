using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

/// <summary>One door for every command: <c>POST /{matters}/{id}/{command}</c> with the version the person saw and the form beside it.</summary>
public static class MatterRoutes
{
    public static void MapMatterCommands(this IEndpointRouteBuilder api, string matters)
    {
        foreach (var command in api.ServiceProvider.GetRequiredService<MatterCommands>().All)
        {
            var name = command.Name;
            var route = api.MapPost($"/{matters}/{{id:guid}}/{name}", (Guid id, HttpContext http, CancellationToken cancellation) => DoAsync(id, name, http, cancellation))
                .RequireAuthorization(Policies.SignedIn).WithName(name).WithTags(matters).WithSummary(command.DisplayName)
                .Produces<CommandReceipt>()
                .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
            route.WithMetadata(new AcceptsForm(command.FormType));
        }
        api.MapPost($"/{matters}/{{id:guid}}/{{command}}", (Guid id, string command) => MatterRefusals.UnknownCommand(command).ToHttp())
            .RequireAuthorization(Policies.SignedIn).WithName("unknown-command").ExcludeFromDescription();
    }

    private static async Task<IResult> DoAsync(Guid id, string name, HttpContext http, CancellationToken cancellation)
    {
        var services = http.RequestServices;
        JsonElement form;
        try
        {
            form = await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body, MatterForm.Json, cancellation);
        }
        catch (JsonException)
        {
            return MatterRefusals.NoForm().ToHttp();
        }
        if (form.ValueKind != JsonValueKind.Object)
            return MatterRefusals.NoForm().ToHttp();
        if (!form.TryGetProperty("version", out var version) || version.ValueKind != JsonValueKind.Number || !version.TryGetInt64(out var seen))
            return MatterRefusals.NoVersion().ToHttp();

        var actor = await services.GetRequiredService<IActorSource>().CurrentAsync(http, cancellation);
        var command = services.GetRequiredService<MatterCommands>().Find(name)!;
        var result = await services.GetRequiredService<IActRing>()
            .RunAsync("hazards/" + name, actor, (act, stop) => command.ExecuteAsync(id, seen, form, act, stop), cancellation: cancellation);
        if (result.IsRejected)
            return result.Rejection!.ToHttp();

        // The flows have moved on in the same commit, e.g. from the order to the plan stage: answer what is true now.
        var db = services.GetRequiredService<WorkflowDbContext>();
        var now = await db.Set<Matter>().AsNoTracking().Where(m => m.Id == id).Select(m => new { m.State, m.Version }).SingleAsync(cancellation);
        return Results.Ok(result.Value with { State = now.State.Code(), Version = now.Version });
    }

    private sealed class AcceptsForm(Type form) : Microsoft.AspNetCore.Http.Metadata.IAcceptsMetadata
    {
        public IReadOnlyList<string> ContentTypes { get; } = ["application/json"];
        public Type? RequestType { get; } = form;
        public bool IsOptional => false;
    }
}
