using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

public sealed record DecommissionForm : ClosingForm
{
    /// <summary>REGISTRATION_CANCELLED, FUNCTION_DESTROYED or RELOCATED.</summary>
    public ClosureGround? Ground { get; init; }

    /// <summary>Number of the cancelled use registration certificate.</summary>
    public string? CertificateNumber { get; init; }
    public string? NewPlace { get; init; }
    public string? NewRegionCode { get; init; }
}

/// <summary>
/// Any open → CLOSED_DECOMMISSIONED: the use registration is cancelled, the use function destroyed, or the device stands elsewhere in
/// the county, where its hazard is a new one. Leaves the open count and is not counted as treated.
/// </summary>
public sealed class DecommissionHazard : ClosingCommand<DecommissionForm>
{
    public override string Name => "decommission";
    public override string DisplayName => "停用报废关闭";
    protected override string Article => Articles.Decommission;

    protected override async Task CheckAsync(CommandCall<DecommissionForm> call, Objections objections, CancellationToken cancellation)
    {
        await base.CheckAsync(call, objections, cancellation);
        var form = call.Form;
        if (!objections.Required("ground", form.Ground, "关闭依据（注销登记、消除使用功能或移位）", Article))
            return;
        if (form.Ground is ClosureGround.OtherCounty or ClosureGround.ShutDown)
            objections.Add("ground", "应为 REGISTRATION_CANCELLED、FUNCTION_DESTROYED 或 RELOCATED", $"实际为“{form.Ground.Value.Name()}”，请用对应的办理事项", Article);
        if (form.Ground == ClosureGround.RegistrationCancelled)
            objections.Text("certificateNumber", form.CertificateNumber, "已注销的使用登记证编号", Article, 60);
        if (form.Ground != ClosureGround.Relocated)
            return;
        objections.Text("newPlace", form.NewPlace, "设备现在的地点", Article, 200);
        await CountyRegions.CheckAsync("newRegionCode", form.NewRegionCode, call, objections, Article, cancellation);
    }

    protected override async Task<Effect> PerformAsync(CommandCall<DecommissionForm> call, CancellationToken cancellation)
    {
        var (form, ground) = (call.Form, call.Form.Ground!.Value);
        var hazard = await HazardRows.OfAsync(call, cancellation);
        var region = ground == ClosureGround.Relocated ? await call.Directory.FindRegionAsync(form.NewRegionCode!.Trim(), cancellation) : null;
        var reason = $"{ground.Name()}：{form.Reason!.Trim()}";
        await EndAsync(call, new HazardClosure
        {
            MatterId = call.Matter.Id, Ground = ground, Reason = form.Reason!.Trim(), HappenedOn = form.HappenedOn!.Value, ReferenceNumber = form.CertificateNumber?.Trim(),
            NewRegionName = region?.Name, NewPlace = region is null ? null : form.NewPlace!.Trim(), OfficerName = call.First.Name, ApproverName = call.Second!.Name, ClosedAt = call.Now,
        }, reason, cancellation);

        if (region is null)
            await SetEquipmentAsync(call, hazard, ground == ClosureGround.FunctionDestroyed ? "SCRAPPED" : "OUT_OF_USE", cancellation);
        else
            await RelocateAsync(call, hazard, region, cancellation);
        return new Effect(HazardState.ClosedDecommissioned, $"停用报废关闭，{reason}（{ShanghaiTime.Text(form.HappenedOn!.Value)}）").Raising(HazardSignals.Decommissioned, ("ground", ground.ToString()));
    }

    /// <summary>What was found does not go away with the move: at the new place it is a hazard to be judged anew.</summary>
    private static async Task RelocateAsync(CommandCall<DecommissionForm> call, Hazard hazard, RegionView region, CancellationToken cancellation)
    {
        var place = call.Form.NewPlace!.Trim();
        if (hazard.EquipmentId is { } device && call.Matter.EnterpriseId is { } unit)
            await call.Act.Services.GetRequiredService<IEquipmentRegister>().MoveAsync(device, unit, region.Code, place, cancellation);
        var (matter, moved) = NewHazard.From(hazard, call.Matter, call.Act, $"relocated-from:{call.Matter.Id:D}");
        (matter.RegionCode, moved.Place, moved.RegionName) = (region.Code, place, region.Name);
        moved.RefreshSearch(matter);
        await NewHazard.OpenAsync(matter, moved, call.Act, call.Rules, $"设备由 {hazard.Place} 移至 {place}，隐患随设备另行登记：{moved.Text}", cancellation);
        MatterLinks.Tie(call.Act, matter.Id, LinkKinds.RelocatedFrom, call.Matter.Id, LinkKinds.RelocatedTo);
    }
}
