using SpecialEquipment.Workflow.Capabilities.Shared.Acts;

namespace SpecialEquipment.Workflow.Server.Hosting;

/// <summary>Gives a refusal of the framework itself (authentication, policy, routing) the same words and shape as every other refusal.</summary>
public static class BareRefusals
{
    public static IApplicationBuilder UseWordedRefusals(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        await next(http);
        var response = http.Response;
        if (!response.HasStarted && response.ContentType is null && http.Request.Path.StartsWithSegments("/api") && Word(response.StatusCode) is { } rejection)
        {
            await rejection.ToHttp().ExecuteAsync(http);
        }
    });

    private static Rejection? Word(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => new Rejection("session.required", "应先登录，实际未登录或登录已过期。") { Status = status },
        StatusCodes.Status403Forbidden => Rejection.Forbidden("security.forbidden", "您的角色没有这项权限。"),
        StatusCodes.Status404NotFound => Rejection.NotFound("request.no-such-address", "没有这个地址。"),
        StatusCodes.Status405MethodNotAllowed => new Rejection("request.wrong-method", "这个地址不支持该请求方法。") { Status = status },
        StatusCodes.Status415UnsupportedMediaType => new Rejection("request.wrong-media-type", "请求内容应为 JSON，实际不是。") { Status = status },
        _ => null,
    };
}
