using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

/// <summary>One verb on many matters: each its own act with its own version, so that one refusal does not undo the others (E9).</summary>
public sealed class ManyMatters(MatterCommands commands, IActRing ring)
{
    public const int Most = 200;

    public sealed record Item(Guid Id, long Version);

    /// <param name="Command">Name of the verb, e.g. <c>grade</c>.</param>
    /// <param name="Form">Filled in once, for all.</param>
    public sealed record Request(string? Command, IReadOnlyList<Item>? Items, JsonElement? Form);

    public sealed record Outcome(Guid Id, bool Ok, string? Code, string Detail, string? State, long? Version);

    public sealed record Receipt(IReadOnlyList<Outcome> Items, int Done, int Refused);

    public async Task<Result<Receipt>> DoAsync(Request request, Actor actor, CancellationToken cancellation)
    {
        if (request.Command is not { } name || commands.Find(name) is not { } command)
            return MatterRefusals.UnknownCommand(request.Command ?? "");
        if (request.Items is not { Count: > 0 and <= Most } items)
            return Rejection.Form("matters.many", $"应选择 1 至 {Most} 项。", new FieldObjection("items", $"1 至 {Most} 项", $"{request.Items?.Count ?? 0} 项"));
        if (request.Form is not { ValueKind: JsonValueKind.Object } form)
            return MatterRefusals.NoForm();
        var outcomes = new List<Outcome>();
        foreach (var item in items.DistinctBy(i => i.Id))
        {
            var done = await ring.RunAsync("hazards/" + name, actor, (act, stop) => command.ExecuteAsync(item.Id, item.Version, form, act, stop), cancellation: cancellation);
            outcomes.Add(done.Rejection is { } no
                ? new Outcome(item.Id, false, no.Code, Why(no), no.CurrentState, no.CurrentVersion)
                : new Outcome(item.Id, true, null, done.Value.Message, done.Value.State, done.Value.Version));
        }
        return new Receipt(outcomes, outcomes.Count(o => o.Ok), outcomes.Count(o => !o.Ok));
    }

    private static string Why(Rejection no) => no.Errors.Count == 0 ? no.Detail : no.Detail + string.Join("；", no.Errors.Select(e => $"{e.Expected}，{e.Actual}")) + "。";

    public static void Map(IEndpointRouteBuilder api, string matters) =>
        api.MapPost($"/{matters}/many", async (Request request, HttpContext http, IActorSource actors, ManyMatters many, CancellationToken cancellation) =>
                (await many.DoAsync(request, await actors.CurrentAsync(http, cancellation), cancellation)).ToHttp())
            .RequireAuthorization(Policies.SignedIn).WithName("act-on-many").WithTags(matters).WithSummary("批量办理").Produces<Receipt>().ProducesProblem(404).ProducesProblem(422);
}
