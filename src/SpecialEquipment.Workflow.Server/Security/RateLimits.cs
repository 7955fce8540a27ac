using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;

namespace SpecialEquipment.Workflow.Server.Security;

/// <summary>How often one caller may knock. Figures are configuration (<c>RateLimits:*</c>), not law.</summary>
public static class RateLimits
{
    public const string SignIn = "sign-in";

    public static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var signInPerMinute = configuration.GetValue("RateLimits:SignInPerMinute", 30);
        var exportsPerMinute = configuration.GetValue("RateLimits:ExportsPerMinute", 10);
        var callsPerMinute = configuration.GetValue("RateLimits:CallsPerMinute", 3000);
        return services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = async (context, _) =>
                await new Rejection("security.too-many-requests", "操作过于频繁，请稍后再试。") { Status = StatusCodes.Status429TooManyRequests }
                    .ToHttp().ExecuteAsync(context.HttpContext);
            options.AddPolicy(SignIn, http => Window("sign-in:" + Address(http), signInPerMinute));
            options.AddPolicy(SheetExport.RateLimit, http => Window("export:" + (http.User.Identity?.Name ?? Address(http)), exportsPerMinute));
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
                http.Request.Path.StartsWithSegments("/api")
                    ? Window((http.User.Identity?.Name ?? Address(http)), callsPerMinute)
                    : RateLimitPartition.GetNoLimiter("static"));
        });
    }

    private static string Address(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "unknown";

    private static RateLimitPartition<string> Window(string key, int perMinute) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) });
}
