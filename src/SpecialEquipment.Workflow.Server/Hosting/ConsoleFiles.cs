using Microsoft.Net.Http.Headers;

namespace SpecialEquipment.Workflow.Server.Hosting;

/// <summary>The built console: fingerprinted files are kept for a year, the page itself is always asked for again.</summary>
public static class ConsoleFiles
{
    private const string Page = "index.html";

    public static void MapConsole(this WebApplication app)
    {
        var files = new StaticFileOptions
        {
            OnPrepareResponse = context => context.Context.Response.Headers[HeaderNames.CacheControl] =
                context.Context.Request.Path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "no-cache",
        };
        app.UseStaticFiles(files);
        // Screens are addresses of the console; anything below /api, /hubs, /health or /openapi that is unknown stays a 404. A file name is never
        // a screen: were it matched here, routing would win over the file that exists. The empty address needs a line of its own: it has no value to match.
        app.MapFallbackToFile("", Page, files).AllowAnonymous();
        app.MapFallbackToFile("{*path:nonfile:regex(^(?!api/|hubs/|health/|openapi/|elsa/).*$)}", Page, files).AllowAnonymous();
    }
}
