using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

public sealed record RegisterForm : MatterForm
{
    public Guid? EnterpriseId { get; init; }
    public Guid? EquipmentId { get; init; }

    /// <summary>Clause of the rule that was broken.</summary>
    public string? Clause { get; init; }
    public string? Note { get; init; }

    /// <summary>The signed-off case whose relapse this is (E3).</summary>
    public Guid? RelapseOf { get; init; }

    /// <summary>The proposed relapse is none.</summary>
    public bool RelapseRejected { get; init; }
    public string? RelapseReason { get; init; }
}

/// <summary>REPORTED → REGISTERED: the hazard gets its ledger number.</summary>
public sealed class RegisterHazard : MatterCommand<RegisterForm>
{
    public override string Name => "register";
    public override string DisplayName => "登记";
    protected override IReadOnlyList<HazardState> From => [HazardState.Reported];
    protected override Who By => Who.Official(PostKinds.CaseOfficer);

    protected override async Task CheckAsync(CommandCall<RegisterForm> call, Objections objections, CancellationToken cancellation)
    {
        var hazard = await HazardRows.OfAsync(call, cancellation);
        var form = call.Form;
        objections.Text("clause", form.Clause, "违反的条款", max: 500);
        if ((form.EnterpriseId ?? call.Matter.EnterpriseId) is not { } enterpriseId)
            objections.Add("enterpriseId", "登记时应明确使用单位", "实际为空");
        else if (await call.Directory.FindEnterpriseAsync(enterpriseId, cancellation) is null)
            objections.Add("enterpriseId", "应为在册单位", "实际查无此单位");
        else if (form.EquipmentId is { } equipmentId)
        {
            var equipment = await call.Directory.FindEquipmentAsync(equipmentId, cancellation);
            if (equipment is null)
                objections.Add("equipmentId", "应为在册设备", "实际查无此设备");
            else if (equipment.EnterpriseId != enterpriseId)
                objections.Add("equipmentId", "应为该单位的设备", "实际属于其他单位");
        }
        if (form.EquipmentId is null && hazard.EquipmentId is null && string.IsNullOrEmpty(hazard.EquipmentText))
            objections.Add("equipmentId", "登记时应明确设备", "实际为空");
        await RelapseDecision.CheckAsync(call, hazard, objections, cancellation);
    }

    protected override async Task<Effect> PerformAsync(CommandCall<RegisterForm> call, CancellationToken cancellation)
    {
        var (matter, act, form) = (call.Matter, call.Act, call.Form);
        var hazard = await HazardRows.OfAsync(call, cancellation);
        var enterprise = (await call.Directory.FindEnterpriseAsync((form.EnterpriseId ?? matter.EnterpriseId)!.Value, cancellation))!;
        if (form.EquipmentId is { } equipmentId && await call.Directory.FindEquipmentAsync(equipmentId, cancellation) is { } equipment)
            (hazard.EquipmentId, hazard.EquipmentCode, hazard.EquipmentKindName, hazard.EquipmentKind) = (equipment.Id, equipment.Code, equipment.KindName, equipment.Kind);
        if (hazard.EquipmentId is { } known && await call.Directory.FindEquipmentAsync(known, cancellation) is { } device)
            (hazard.EquipmentModel, hazard.MaintenanceUnit) = (device.Model, device.MaintenanceUnit);

        (matter.EnterpriseId, matter.PlaceType, hazard.EnterpriseName, hazard.NoUnit) = (enterprise.Id, enterprise.PlaceType, enterprise.Name, false);
        (hazard.Clause, hazard.RegistrationNote, hazard.RegisteredAt) = (form.Clause!.Trim(), form.Note?.Trim(), act.Now);
        matter.Number = await act.Services.GetRequiredService<IOfficialNumbers>()
            .NextAsync(act.Db, matter.RegionCode, DepartmentCodes.MarketRegulator, "隐", call.Today.Year, cancellation);
        hazard.DefectKey = DefectKeys.Of(hazard.EquipmentKindName, hazard.Clause);
        (matter.Title, matter.RegisteredOn) = (Titles.Of(hazard), call.Today);
        hazard.RefreshSearch(matter);
        act.Db.Set<MatterParty>().Add(new MatterParty
        {
            MatterId = matter.Id, Role = PartyRole.Unit, EnterpriseId = enterprise.Id, EnterpriseName = enterprise.Name, Since = act.Now,
        });

        await RelapseDecision.ApplyAsync(call, hazard, cancellation);
        await act.MeetDeadlinesAsync(matter.Id, "triage", act.Now, cancellation);
        var urgent = hazard.Source is HazardSource.InspectionBody or HazardSource.Manufacturer;
        act.StartDeadline(matter, urgent ? "gradeUrgent" : "grade", act.Now, call.Rules);
        var effect = new Effect(HazardState.Registered, $"登记隐患，台账编号 {matter.Number}");
        if (enterprise.IsDissolved && hazard.UnitGoneAt is null)
        {
            hazard.UnitGoneAt = act.Now;
            effect = effect.Raising(HazardSignals.UnitGone, ("reason", $"使用单位“{enterprise.Name}”已注销或者解散"));
        }
        effect = await PrevalentHazards.LookAsync(call, hazard, effect, cancellation);
        return effect.Raising(HazardSignals.Registered, ("number", matter.Number), ("source", hazard.Source.Code()), ("urgent", urgent));
    }
}
