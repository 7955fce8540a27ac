using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.Shared.Notices;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

public sealed record TransferForm : ClosingForm
{
    /// <summary>The unit of this county that uses the device now.</summary>
    public Guid? NewUnitId { get; init; }
    public string? NewPlace { get; init; }
}

/// <summary>
/// Any open state, unchanged: another unit of the county uses the device now and takes the hazard over with every limit that runs on it (E5). Device, open
/// tasks of the unit and the right to see the case go with it; both units are told.
/// </summary>
public sealed class TransferUnit : ClosingCommand<TransferForm>
{
    public override string Name => "transfer-unit";
    public override string DisplayName => "变更使用单位";
    protected override string Article => Articles.UnitGone;

    protected override async Task CheckAsync(CommandCall<TransferForm> call, Objections objections, CancellationToken cancellation)
    {
        await base.CheckAsync(call, objections, cancellation);
        objections.Text("newPlace", call.Form.NewPlace, "设备现在的地点", Article, 200);
        if (!objections.Required("newUnitId", call.Form.NewUnitId, "承接的使用单位", Article))
            return;
        var unit = await call.Directory.FindEnterpriseAsync(call.Form.NewUnitId!.Value, cancellation);
        if (unit is null)
            objections.Add("newUnitId", "应为在册单位", "实际查无此单位", Article);
        else if (unit.Id == call.Matter.EnterpriseId)
            objections.Add("newUnitId", "应为另一使用单位", $"实际为本案的使用单位“{unit.Name}”", Article);
        else if (unit.IsDissolved)
            objections.Add("newUnitId", "应为存续单位", $"实际“{unit.Name}”已注销或者解散", Article);
        else if (!CountyRegions.SameCounty(unit.RegionCode, call.Matter.RegionCode))
            objections.Add("newUnitId", "应为本县的单位", $"实际“{unit.Name}”在其他县，应办理“移出辖区”", Article);
        else if (await call.Directory.ResolveEnterprisePostAsync(PostKinds.Principal, unit.Id, cancellation) is null)
            objections.Add("newUnitId", "承接单位应有主要负责人岗位", $"实际“{unit.Name}”没有登记", Article);
    }

    protected override async Task<Effect> PerformAsync(CommandCall<TransferForm> call, CancellationToken cancellation)
    {
        var (matter, act, place) = (call.Matter, call.Act, call.Form.NewPlace!.Trim());
        var hazard = await HazardRows.OfAsync(call, cancellation);
        var unit = (await call.Directory.FindEnterpriseAsync(call.Form.NewUnitId!.Value, cancellation))!;
        var (fromId, fromName) = (matter.EnterpriseId, hazard.EnterpriseName ?? "（未登记单位）");
        (matter.EnterpriseId, matter.PlaceType, matter.RegionCode) = (unit.Id, unit.PlaceType, unit.RegionCode);
        (hazard.EnterpriseName, hazard.NoUnit, hazard.Place, hazard.UnitGoneAt) = (unit.Name, false, place, null);
        hazard.RegionName = (await call.Directory.FindRegionAsync(unit.RegionCode, cancellation))?.Name ?? hazard.RegionName;
        matter.Title = Titles.Of(hazard);
        hazard.RefreshSearch(matter);
        act.Db.Set<MatterParty>().Add(new MatterParty { MatterId = matter.Id, Role = PartyRole.Unit, EnterpriseId = unit.Id, EnterpriseName = unit.Name, Since = call.Now });
        if (hazard.EquipmentId is { } device)
            await act.Services.GetRequiredService<IEquipmentRegister>().MoveAsync(device, unit.Id, unit.RegionCode, place, cancellation);
        if (fromId is { } from)
        {
            foreach (var follower in act.Services.GetServices<IFollowsUnits>())
                await follower.MoveAsync(matter, from, unit.Id, "因使用单位变更", act, cancellation);
        }
        var limit = matter.RectifyBy is { } by ? $"整改期限 {ShanghaiTime.Text(by)} 不变" : "已开始的期限不变";
        var told = $"设备由“{fromName}”转至“{unit.Name}”（{place}），隐患由其承接，{limit}";
        await TellAsync(call, fromId, unit.Id, told, cancellation);
        return new Effect(matter.State, $"{told}：{call.Form.Reason!.Trim()}").Raising(HazardSignals.UnitTransferred, ("from", fromId?.ToString("D")), ("to", unit.Id.ToString("D")));
    }

    private static async Task TellAsync(CommandCall<TransferForm> call, Guid? from, Guid to, string told, CancellationToken cancellation)
    {
        var notices = call.Act.Services.GetRequiredService<INotices>();
        foreach (var (unit, kind) in new[] { (from, NoticeKind.Copy), (to, NoticeKind.Decision) })
        {
            if (unit is { } id && await call.Directory.ResolveEnterprisePostAsync(PostKinds.Principal, id, cancellation) is { } post)
                await notices.SendAsync(new NoticeDraft(kind, "隐患的使用单位已变更", $"{told}。") { To = [NoticeTarget.Post(post.Id)], MatterId = call.Matter.Id }, call.Act, cancellation);
        }
    }
}
