using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>POST /intake/hazards: one message of another system; 201 when it opened a case, 200 when the case was known.</summary>
internal static class IntakeRoute
{
    private const long MostBytes = 2 * 1024 * 1024;

    public static void MapIntakeHazard(this IEndpointRouteBuilder api) =>
        api.MapPost("/intake/hazards", DoAsync).RequireAuthorization(Policies.Systems).WithName(IntakeHazard.Name).WithTags("hazards").WithSummary("接收其他系统的隐患数据")
            .Accepts<IntakeForm>("application/json").Produces<IntakeReceipt>().Produces<IntakeReceipt>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> DoAsync(HttpContext http, IntakeHazard intake, IActRing ring, IActorSource actors, CancellationToken cancellation)
    {
        if (http.Request.ContentLength > MostBytes)
            return TooLarge();
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MostBytes;
        IntakeForm? form;
        try
        {
            form = await JsonSerializer.DeserializeAsync<IntakeForm>(http.Request.Body, MatterForm.Json, cancellation);
        }
        catch (JsonException unreadable)
        {
            return MatterRefusals.Unreadable(unreadable).ToHttp();
        }
        catch (BadHttpRequestException cut) when (cut.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLarge();
        }
        if (form is null)
            return MatterRefusals.NoForm().ToHttp();
        var actor = await actors.CurrentAsync(http, cancellation);
        var result = await ring.RunAsync("hazards/" + IntakeHazard.Name, actor, (act, stop) => intake.DoAsync(form, act, stop), cancellation: cancellation);
        return result.IsRejected ? result.Rejection!.ToHttp()
            : result.Value.Effect == "OPENED" ? Results.Created($"/api/hazards/{result.Value.MatterId}", result.Value) : Results.Ok(result.Value);
    }

    private static IResult TooLarge() =>
        (new Rejection("hazards.message-too-large", $"一条消息应不超过 {MostBytes / 1024 / 1024} MB，实际超出；照片请先上传，消息中只带附件编号。") { Status = StatusCodes.Status413PayloadTooLarge }).ToHttp();
}
