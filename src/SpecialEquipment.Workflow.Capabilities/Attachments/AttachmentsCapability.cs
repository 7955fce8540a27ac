using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Attachments.Thumbnails;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Attachments;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Attachments;

public sealed class AttachmentsCapability : ICapability
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ITables, AttachmentTables>();
        services.AddSingleton<IAttachmentStore>(provider =>
            new FolderStore(Path.GetFullPath(configuration["Attachments:Folder"] ?? Path.Combine("data", "attachments")), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<UploadAttachment>();
        services.AddSingleton<Thumbnail>();
        services.AddSingleton<IAttachmentBinder, BindAttachments>();
        services.AddSingleton<IDuty, SweepOrphans>();
    }

    public void MapRoutes(IEndpointRouteBuilder api)
    {
        UploadAttachment.Map(api);
        ReadAttachment.Map(api);
    }
}
