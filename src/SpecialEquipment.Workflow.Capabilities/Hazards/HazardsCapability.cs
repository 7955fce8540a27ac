using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.Shared.Search;
using SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;
using SpecialEquipment.Workflow.Engine.Activities;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

public sealed class HazardsCapability : ICapability
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddMatters();
        services.AddSingleton<IRegisterUse, UseOfEquipment>();
        services.AddSingleton<ITables, HazardTables>();
        services.AddSingleton<ITables, MajorTables>();
        services.AddSingleton<ReportHazard>();
        services.AddSingleton<IntakeHazard>();
        services.AddSingleton(new IntakeSystems(configuration));
        services.AddSingleton<IMatterCommand, RegisterHazard>();
        services.AddSingleton<IMatterCommand, DismissHazard>();
        services.AddSingleton<IMatterCommand, MergeHazard>();
        services.AddSingleton<IMatterCommand, RouteOutHazard>();
        services.AddSingleton<IMatterCommand, ReceiveRouted>();
        services.AddSingleton<IMatterCommand, DecommissionHazard>();
        services.AddSingleton<IMatterCommand, RecordMoveOut>();
        services.AddSingleton<IMatterCommand, ShutDownHazard>();
        services.AddSingleton<IMatterCommand, TransferUnit>();
        services.AddSingleton<IMatterCommand, RecordMissing>();
        services.AddSingleton<IDissolvedUnits, UnitsGone>();
        services.AddSingleton<IMatterCommand, AcceptPattern>();
        services.AddSingleton<IMatterCommand, RejectPattern>();
        services.AddSingleton<IMatterClosing, PassPatternOn>();
        services.AddSingleton<IMatterCommand, GradeHazard>();
        services.AddSingleton<IMatterCommand, IssueInstruction>();
        services.AddSingleton<IMatterCommand, ServeInstruction>();
        services.AddSingleton<IMatterCommand, FixOnSpot>();
        services.AddSingleton<IMatterCommand, ReportMajor>();
        services.AddSingleton<IMatterCommand, SignForReport>();
        services.AddSingleton<IMatterCommand, ReportToTown>();
        services.AddSingleton<IMatterCommand, WrittenReport>();
        services.AddSingleton<IMatterCommand, CloseFrontlineReport>();
        services.AddSingleton<IMatterCommand, TakeEmergencyMeasure>();
        services.AddSingleton<IMatterCommand, SupplementInstruction>();
        services.AddSingleton<IMatterCommand, SeizeOrSeal>();
        services.AddSingleton<IMatterCommand, ExtendSeizure>();
        services.AddSingleton<IMatterCommand, StopSeizureClock>();
        services.AddSingleton<IMatterCommand, ResumeSeizureClock>();
        services.AddSingleton<IMatterCommand, ReleaseSeizure>();
        services.AddSingleton<IMatterCommand, StartSelfRectification>();
        services.AddSingleton<IHostActivity, ReadHazard>();
        services.AddSingleton<IHostActivity, RenewInstruction>();
        services.AddSingleton<IDocumentSource, InstructionDocument>();
        services.AddSingleton<IDocumentSource, InspectionDocument>();
        services.AddSingleton<IDocumentSource, ClosureLetters>();
        services.AddSingleton<IDocumentSource, MajorDocuments>();
        services.AddSingleton<IDocumentSource, SeizureDocuments>();
        services.AddSingleton<IMatterFacts, HazardFacts>();
        services.AddSingleton<IStartupStep, FillFoundOn>();
        services.AddSingleton<IImportTarget, Sheets.ImportHazards>();
        services.AddSingleton<IRelapseIntake, RelapseIntake>();
        services.AddSingleton<ISearchFill, FillHazardSearch>();
        services.AddScoped<HazardQueries>();
        services.AddSingleton<KeepViews>();
    }

    public void MapRoutes(IEndpointRouteBuilder api)
    {
        api.MapReportHazard();
        api.MapIntakeHazard();
        api.MapFindHazards();
        Sheets.ExportHazards.MapExportHazards(api);
        api.MapCountHazards();
        KeepViews.Map(api);
        ManyMatters.Map(api, "hazards");
        api.MapFindDuplicates();
        api.MapFindReceivers();
        api.MapFindRecipients();
        api.MapFindRelapses();
        api.MapFindPattern();
        api.MapMatterCommands("hazards");
    }
}
