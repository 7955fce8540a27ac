using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Attachments;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

public sealed record MergeForm : MatterForm
{
    /// <summary>The open case into which this report goes.</summary>
    public Guid? TargetId { get; init; }

    /// <summary>Why it is the same defect.</summary>
    public string? Reason { get; init; }
}

/// <summary>
/// REPORTED → MERGED: the same defect of the same object is already an open case (E12). Its evidence is added there; the clocks that run
/// there are not started again, and the earliest time of finding counts.
/// </summary>
public sealed class MergeHazard : MatterCommand<MergeForm>
{
    public override string Name => "merge";
    public override string DisplayName => "并案";
    protected override string Article => Articles.Duplicates;
    protected override IReadOnlyList<HazardState> From => [HazardState.Reported];
    protected override Who By => Who.Official(PostKinds.CaseOfficer);

    /// <summary>What was sealed on the spot must be released, and what was ordered on the spot written down, while the case still can be acted on.</summary>
    protected override Task<CommandAvailability?> ForbiddenAsync(Matter matter, ActContext act, CancellationToken cancellation) => OwedFromTheScene.RefusalAsync(matter, act, cancellation);

    protected override async Task CheckAsync(CommandCall<MergeForm> call, Objections objections, CancellationToken cancellation)
    {
        objections.Substance("reason", call.Form.Reason, "认定为同一隐患的理由", Article);
        if (!objections.Required("targetId", call.Form.TargetId, "并入的案件", Article))
            return;
        var target = await TargetAsync(call, cancellation);
        if (target is null || target.Id == call.Matter.Id
            || !await call.Act.Services.GetRequiredService<IMatterAccess>().MaySeeAsync(target.Id, call.Act.Actor, call.Db, cancellation))
            objections.Add("targetId", "应为您可以查看的另一案件", target?.Id == call.Matter.Id ? "实际为本案" : "实际没有这个案件", Article);
        else if (target.State.IsClosed())
            objections.Add("targetId", "应为尚未办结的案件", $"实际为“{target.State.Name()}”", Article);
        else if (!SameObject.MayBe(await HazardRows.OfAsync(call, cancellation), call.Matter, await RowAsync(call, target.Id, cancellation), target))
            objections.Add("targetId", "应为同一设备（或同一单位）的案件", "实际对象不同", Article);
    }

    protected override async Task<Effect> PerformAsync(CommandCall<MergeForm> call, CancellationToken cancellation)
    {
        var (matter, act) = (call.Matter, call.Act);
        var target = (await TargetAsync(call, cancellation))!;
        var (hazard, kept) = (await HazardRows.OfAsync(call, cancellation), await RowAsync(call, target.Id, cancellation));
        if (hazard.EarliestFoundAt < kept.EarliestFoundAt)
            (kept.EarliestFoundAt, target.FoundOn) = (hazard.EarliestFoundAt, ShanghaiTime.DateOf(hazard.EarliestFoundAt));
        hazard.MergedIntoId = target.Id;
        MatterLinks.Tie(act, matter.Id, LinkKinds.MergedInto, target.Id, LinkKinds.MergedFrom);
        await act.Services.GetRequiredService<IAttachmentBinder>().ShareAsync(act, matter.Id, target.Id, cancellation);
        Tell(target, hazard, call);

        await act.MeetDeadlinesAsync(matter.Id, "triage", call.Now, cancellation);
        var number = target.Number ?? target.Title;
        await act.CloseAsync(matter, $"已并入 {number}", cancellation);
        return new Effect(HazardState.Merged, $"并入 {number}：{call.Form.Reason!.Trim()}").Raising(HazardSignals.Merged, ("targetId", target.Id.ToString("D")));
    }

    /// <summary>The other case has changed, too: two officers who act on it at once must not both succeed (E9).</summary>
    private static void Tell(Matter target, Hazard hazard, CommandCall<MergeForm> call)
    {
        target.Version++;
        target.UpdatedAt = call.Now;
        // the unit reads its case: that somebody tipped off, and in what words, stays out of it (TSJB art. 33)
        var told = hazard.Source == HazardSource.TipOff ? "" : $"（{hazard.Source.Name()}）：{hazard.Text}";
        call.Act.Record(new LedgerFact(target.Id, "add-report", $"并入同一隐患的上报，{ShanghaiTime.Text(hazard.FoundAt)} 发现{told}")
        {
            EventTime = hazard.FoundAt, StateAfter = target.State.Code(),
            Detail = new Dictionary<string, object?>
            {
                ["from"] = call.Matter.Id.ToString("D"), ["foundAt"] = hazard.FoundAt, ["reason"] = call.Form.Reason!.Trim(), ["similarity"] = Similarity.Percent(hazard.Text, call.Db.Set<Hazard>().Local.First(h => h.MatterId == target.Id).Text),
            },
        });
    }

    private static Task<Matter?> TargetAsync(CommandCall<MergeForm> call, CancellationToken cancellation) =>
        call.Db.Set<Matter>().SingleOrDefaultAsync(m => m.Id == call.Form.TargetId, cancellation);

    private static Task<Hazard> RowAsync(CommandCall<MergeForm> call, Guid id, CancellationToken cancellation) =>
        call.Db.Set<Hazard>().SingleAsync(h => h.MatterId == id, cancellation);
}
