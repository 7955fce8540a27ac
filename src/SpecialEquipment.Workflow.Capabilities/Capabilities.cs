using SpecialEquipment.Workflow.Capabilities.Shared;

namespace SpecialEquipment.Workflow.Capabilities;

/// <summary>Table of contents: what supervision does, one line per capability.</summary>
public static class AllCapabilities
{
    public static IReadOnlyList<ICapability> List { get; } =
    [
        new WorkCalendars.WorkCalendarCapability(),
        new Hazards.HazardsCapability(),
        new Rectification.RectificationCapability(),
        new Escalation.EscalationCapability(),
        new ProcessDesign.ProcessDesignCapability(),
        new TaskInbox.TaskInboxCapability(),
        new Notifications.NotificationsCapability(),
        new CaseFile.CaseFileCapability(),
        new Organizations.OrganizationsCapability(),
        new Documents.DocumentsCapability(),
        new Attachments.AttachmentsCapability(),
        new Ledger.LedgerCapability(),
        new Statistics.StatisticsCapability(),
        new Spreadsheets.SpreadsheetsCapability(),
        new Demo.DemoCapability(),
    ];
}
