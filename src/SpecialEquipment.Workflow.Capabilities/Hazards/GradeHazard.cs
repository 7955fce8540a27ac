using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

public sealed record GradeForm : MatterForm
{
    public HazardGrade? Grade { get; init; }
    public IReadOnlyList<string>? Basis { get; init; }
    public string? BasisText { get; init; }
}

/// <summary>REGISTERED → GRADED. MAJOR if any ground of the list holds, and then only together with the approver.</summary>
public sealed class GradeHazard : MatterCommand<GradeForm>
{
    public override string Name => "grade";
    public override string DisplayName => "定级";
    protected override string Article => Articles.GradingBasis;
    protected override IReadOnlyList<HazardState> From => [HazardState.Registered];
    protected override Who By => Who.Official(PostKinds.CaseOfficer);

    /// <summary>MAJOR needs the approver, and so does every grade of a relapse or of a prevalent hazard: its grading is reviewed (E3, §4.2).</summary>
    protected override SecondPerson? Second(CommandCall<GradeForm> call) =>
        call.Form.Grade == HazardGrade.Major || call.Db.Set<Hazard>().Local.Any(h => h.MatterId == call.Matter.Id && (h.RelapseOfId is not null || h.PatternId is not null))
            ? new SecondPerson(PostKinds.Approver, null, "") : null;

    protected override async Task CheckAsync(CommandCall<GradeForm> call, Objections objections, CancellationToken cancellation)
    {
        await HazardRows.OfAsync(call, cancellation); // whether it is a relapse or prevalent decides who must sign
        var form = call.Form;
        objections.Required("grade", form.Grade, "隐患等级", Articles.GradingBasis);
        var codes = form.Basis ?? [];
        for (var i = 0; i < codes.Count; i++)
        {
            var basis = GradingBases.Find(codes[i]);
            if (basis is null)
                objections.Add($"basis[{i}]", "应为判定依据目录中的代码", $"实际为“{codes[i]}”", Articles.GradingBasis);
            else if (basis.NeedsText && string.IsNullOrWhiteSpace(form.BasisText))
                objections.Add("basisText", $"依据“{basis.Name}”应有文字说明", "实际为空", basis.Source);
        }
        if (form.Grade == HazardGrade.Major && codes.Count == 0)
            objections.Add("basis", "判定为重大隐患应至少有一项依据", "实际没有", Articles.GradingBasis);
        if (form.Grade == HazardGrade.General && codes.Any(c => GradingBases.Find(c) is not null))
            objections.Add("grade", "具备重大隐患判定依据的应判定为重大", "实际为一般", Articles.GradingBasis);
    }

    protected override async Task<Effect> PerformAsync(CommandCall<GradeForm> call, CancellationToken cancellation)
    {
        var grade = call.Form.Grade!.Value;
        var hazard = await HazardRows.OfAsync(call, cancellation);
        (hazard.BasisCodes, hazard.BasisText, hazard.GradedAt) = (string.Join(',', call.Form.Basis ?? []), call.Form.BasisText?.Trim(), call.Now);
        (hazard.GradedByName, hazard.GradedOn, hazard.GradeApproverName) = (call.First.Name, ShanghaiTime.DateOf(call.First.At), call.Second?.Name);
        call.Matter.Grade = grade;
        await call.Act.MeetDeadlinesAsync(call.Matter.Id, "grade", call.Now, cancellation);
        await call.Act.MeetDeadlinesAsync(call.Matter.Id, "gradeUrgent", call.Now, cancellation);
        var effect = new Effect(HazardState.Graded, $"定级为{grade.Name()}事故隐患").Raising(HazardSignals.Graded, ("grade", grade.Code()));
        if (grade == HazardGrade.General)
            return effect;

        // Both clocks run from the grading itself: the duty to report does not wait for anybody to take up a task.
        call.Act.StartDeadline(call.Matter, MajorReports.FirstReport, call.Now, call.Rules);
        call.Act.StartDeadline(call.Matter, MajorReports.ReportUp, call.Now, call.Rules);
        return effect.Raising(HazardSignals.GradedMajor, ("grade", grade.Code()));
    }
}
