using Microsoft.AspNetCore.Http;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Acts;

/// <summary>Who is behind a request: the signed-in user with the posts he holds now. Implemented by the server's security.</summary>
public interface IActorSource
{
    Task<Actor> CurrentAsync(HttpContext http, CancellationToken cancellation);
}
