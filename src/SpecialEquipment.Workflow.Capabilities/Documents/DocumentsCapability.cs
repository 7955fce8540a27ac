using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Documents.Word;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;
using SpecialEquipment.Workflow.Engine.Activities;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Documents;

public sealed class DocumentsCapability : ICapability
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ITables, DocumentTables>();
        services.AddSingleton<TemplateCatalogue>();
        services.AddSingleton<DocumentPage>();
        services.AddSingleton<WordPage>();
        services.AddSingleton<ReadDocument>();
        services.AddSingleton<IDocumentRegister>(provider => provider.GetRequiredService<ReadDocument>());
        services.AddScoped<IOfficialNumbers, OfficialNumbers>();
        services.AddScoped<IDocumentIssuer, IssueDocument>();
        services.AddSingleton<IHostActivity, IssueDocumentActivity>();
    }

    public void MapRoutes(IEndpointRouteBuilder api)
    {
        ReadDocument.Map(api);
        ServeDocument.Map(api);
        VoidDocument.Map(api);
        CorrectDocument.Map(api);
        IssueCorrection.Map(api);
        FindDocuments.Map(api);
        ExportDocuments.Map(api);
    }
}
