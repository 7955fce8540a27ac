using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

public sealed record MoveOutForm : ClosingForm
{
    /// <summary>Code of the other county; six digits at least.</summary>
    public string? NewRegionCode { get; init; }
    public string? NewRegionName { get; init; }

    /// <summary>The regulator that takes over; the transfer letter is addressed to it.</summary>
    public string? NewRegulator { get; init; }
    public string? NewUnitName { get; init; }
    public string? NewPlace { get; init; }
}

/// <summary>Any open → MOVED_OUT: the device stands in another county now; its regulator is told by letter (E5).</summary>
public sealed class RecordMoveOut : ClosingCommand<MoveOutForm>
{
    public override string Name => "record-move-out";
    public override string DisplayName => "移出辖区";
    protected override string Article => Articles.UnitGone;

    protected override async Task CheckAsync(CommandCall<MoveOutForm> call, Objections objections, CancellationToken cancellation)
    {
        await base.CheckAsync(call, objections, cancellation);
        var form = call.Form;
        objections.Text("newRegionName", form.NewRegionName, "移入地", Article, 60);
        objections.Text("newRegulator", form.NewRegulator, "移入地监管部门", Article, 100);
        objections.Text("newPlace", form.NewPlace, "设备现在的地点", Article, 200);
        if (form.NewUnitName?.Trim().Length > 200)
            objections.Add("newUnitName", "应不超过 200 字", $"实际为 {form.NewUnitName.Trim().Length} 字", Article);
        if (!objections.Text("newRegionCode", form.NewRegionCode, "移入地区划代码", Article, 12))
            return;
        var code = form.NewRegionCode!.Trim();
        if (code.Length < 6 || !code.All(char.IsAsciiDigit))
            objections.Add("newRegionCode", "应为 6 至 12 位数字区划代码", $"实际为“{code}”", Article);
        else if (CountyRegions.SameCounty(code, call.Matter.RegionCode))
            objections.Add("newRegionCode", "应为其他县的区划；设备仍在本县的应由新的使用单位承接", $"实际“{code}”在本县", Article);
    }

    protected override async Task<Effect> PerformAsync(CommandCall<MoveOutForm> call, CancellationToken cancellation)
    {
        var form = call.Form;
        var hazard = await HazardRows.OfAsync(call, cancellation);
        var to = form.NewRegionName!.Trim();
        await EndAsync(call, new HazardClosure
        {
            MatterId = call.Matter.Id, Ground = ClosureGround.OtherCounty, Reason = form.Reason!.Trim(), HappenedOn = form.HappenedOn!.Value,
            Authority = form.NewRegulator!.Trim(), NewRegionName = to, NewUnitName = form.NewUnitName?.Trim(), NewPlace = form.NewPlace!.Trim(),
            OfficerName = call.First.Name, ApproverName = call.Second!.Name, ClosedAt = call.Now,
        }, $"设备移出辖区至{to}", cancellation);
        await SetEquipmentAsync(call, hazard, "OUT_OF_USE", cancellation);
        return new Effect(HazardState.MovedOut, $"设备于 {ShanghaiTime.Text(form.HappenedOn!.Value)} 移至{to}，移交{form.NewRegulator!.Trim()}：{form.Reason!.Trim()}")
            .Raising(HazardSignals.MovedOut, ("regulator", form.NewRegulator!.Trim()));
    }
}
