using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;

namespace SpecialEquipment.Workflow.Capabilities.Organizations;

/// <summary>The same door for every act of this capability: who acts, the ring, the answer.</summary>
internal static class ActDoor
{
    /// <summary>An act that enters something new.</summary>
    public static RouteHandlerBuilder MapAct<TForm, TReceipt>(
        this IEndpointRouteBuilder api, string pattern, string name, Func<TForm, ActContext, CancellationToken, Task<Result<TReceipt>>> act) =>
        api.MapPost(pattern, async (TForm form, HttpContext http, IActRing ring, IActorSource actors, CancellationToken cancellation) =>
            {
                var actor = await actors.CurrentAsync(http, cancellation);
                return (await ring.RunAsync($"organizations/{name}", actor, (context, token) => act(form, context, token), cancellation: cancellation)).ToHttp();
            })
            .WithName(name).WithTags("organizations").Produces<TReceipt>();

    /// <summary>An act on what the path names.</summary>
    public static RouteHandlerBuilder MapActOn<TForm, TReceipt>(
        this IEndpointRouteBuilder api, string pattern, string name, Func<Guid, TForm, ActContext, CancellationToken, Task<Result<TReceipt>>> act) =>
        api.MapPost(pattern, async (Guid id, TForm form, HttpContext http, IActRing ring, IActorSource actors, CancellationToken cancellation) =>
            {
                var actor = await actors.CurrentAsync(http, cancellation);
                return (await ring.RunAsync($"organizations/{name}", actor, (context, token) => act(id, form, context, token), cancellation: cancellation)).ToHttp();
            })
            .WithName(name).WithTags("organizations").Produces<TReceipt>();
}
