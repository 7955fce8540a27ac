using Microsoft.Net.Http.Headers;

namespace SpecialEquipment.Workflow.Server.Hosting;

/// <summary>The built console: fingerprinted files are kept for a year, the page itself is always asked for again.</summary>
public static class ConsoleFiles
{
    public static void MapConsole(this WebApplication app)
    {
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = context => context.Context.Response.Headers[HeaderNames.CacheControl] =
                context.Context.Request.Path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "no-cache",
        });
        // Screens are addresses of the console; anything below /api, /hubs, /health or /openapi that is unknown stays a 404.
        app.MapFallbackToFile("{*path:regex(^(?!api/|hubs/|health/|openapi/|elsa/).*$)}", "index.html").AllowAnonymous();
    }
}
