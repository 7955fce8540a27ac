using Microsoft.AspNetCore.Identity;
using Microsoft.OpenApi;

namespace SpecialEquipment.Workflow.Server.Hosting;

/// <summary><c>/openapi/v1.json</c>; the committed copy is <c>openapi.json</c> beside the project file and a stale one fails the tests.</summary>
public static class OpenApi
{
    public static void AddWorkflowOpenApi(this IServiceCollection services) => services.AddOpenApi("v1", o => o.AddDocumentTransformer((document, _, _) =>
    {
        document.Info = new OpenApiInfo { Title = "SpecialEquipment.Workflow", Version = "v1", Description = "特种设备监管工作流接口" };
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [IdentityConstants.BearerScheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "POST /api/tokens" },
        };
        return Task.CompletedTask;
    }));
}
