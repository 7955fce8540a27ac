using Microsoft.AspNetCore.Antiforgery;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;

namespace SpecialEquipment.Workflow.Server.Security;

/// <summary>
/// A call that changes something and is carried by the session cookie must show the token that only our own pages can read.
/// Bearer calls carry no ambient credential and need none.
/// </summary>
public static class Csrf
{
    public const string Header = "X-CSRF-TOKEN";

    public static IApplicationBuilder UseCsrfProtection(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var unsafeCall = !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method) && !HttpMethods.IsOptions(http.Request.Method);
        // a bearer header cannot be set by a foreign page, so its presence is the proof that no cookie carries the call
        var byCookie = http.User.Identity is { IsAuthenticated: true } && !Authentication.IsBearer(http);
        if (unsafeCall && byCookie && http.Request.Path.StartsWithSegments("/api"))
        {
            var antiforgery = http.RequestServices.GetRequiredService<IAntiforgery>();
            if (!await antiforgery.IsRequestValidAsync(http))
            {
                await Rejection.Forbidden("security.csrf", "页面已过期，请刷新页面后重试；填写的内容不会丢失。").ToHttp().ExecuteAsync(http);
                return;
            }
        }
        await next(http);
    });
}
