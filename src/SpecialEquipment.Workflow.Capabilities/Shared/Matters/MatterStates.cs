namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

/// <summary>Groups of states that commands share.</summary>
public static class MatterStates
{
    /// <summary>Everything between the report and the close of the case.</summary>
    public static IReadOnlyList<HazardState> Open { get; } = [.. Enum.GetValues<HazardState>().Where(s => !s.IsClosed())];

    /// <summary>Open, and the grade is known.</summary>
    public static IReadOnlyList<HazardState> GradedAndOpen { get; } = [.. Open.Where(s => s is not (HazardState.Reported or HazardState.Registered))];

    /// <summary>Open, and an instruction has been served.</summary>
    public static IReadOnlyList<HazardState> Instructed { get; } =
    [
        HazardState.Ordered, HazardState.PlanPending, HazardState.PlanInReview, HazardState.PlanReturned, HazardState.Rectifying, HazardState.ReportSubmitted,
        HazardState.Reinspecting, HazardState.ReinspectionFailed, HazardState.Passed,
    ];
}
