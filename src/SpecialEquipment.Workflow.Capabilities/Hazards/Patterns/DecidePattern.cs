using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

public sealed record PatternForm : MatterForm
{
    public string? Reason { get; init; }
}

/// <summary>The officer's answer to a proposed prevalent major hazard; the proposal stands on the case that brought it about.</summary>
public abstract class DecidePattern : MatterCommand<PatternForm>
{
    private static readonly HazardState[] InLedger = [.. Enum.GetValues<HazardState>().Where(TallyShare.IsInLedger)];

    protected override string Article => Articles.Prevalent;
    protected override IReadOnlyList<HazardState> From => InLedger;
    protected override Who By => Who.Official(PostKinds.CaseOfficer);
    protected override bool MayRunBesideConfirmation => true;
    protected abstract PatternState Decision { get; }

    protected override async Task<CommandAvailability?> ForbiddenAsync(Matter matter, ActContext act, CancellationToken cancellation) =>
        await Pending(matter.Id, act).AnyAsync(cancellation) ? null : CommandAvailability.Hidden with { Reason = "应有待认定的普遍性重大隐患，实际没有。" };

    protected override Task CheckAsync(CommandCall<PatternForm> call, Objections objections, CancellationToken cancellation)
    {
        objections.Substance("reason", call.Form.Reason, Decision == PatternState.Accepted ? "认定的理由" : "不予认定的理由", Article);
        return Task.CompletedTask;
    }

    protected override async Task<Effect> PerformAsync(CommandCall<PatternForm> call, CancellationToken cancellation)
    {
        var pattern = await Pending(call.Matter.Id, call.Act).OrderBy(p => p.Key).FirstAsync(cancellation);
        (pattern.State, pattern.DecidedAt, pattern.DecidedByName, pattern.Reason) = (Decision, call.Now, call.First.Name, call.Form.Reason!.Trim());
        return await DecideAsync(pattern, call, cancellation);
    }

    protected abstract Task<Effect> DecideAsync(HazardPattern pattern, CommandCall<PatternForm> call, CancellationToken cancellation);

    private static IQueryable<HazardPattern> Pending(Guid matterId, ActContext act) =>
        act.Db.Set<HazardPattern>().Where(p => p.MatterId == matterId && p.State == PatternState.Proposed);
}

/// <summary>
/// Accepted: every hazard behind it belongs to the pattern. Its grading needs the approver, and reporting to the government is the default
/// (DOMAIN §4.2 "necessary to report").
/// </summary>
public sealed class AcceptPattern : DecidePattern
{
    public override string Name => "accept-pattern";
    public override string DisplayName => "认定普遍性重大隐患";
    protected override PatternState Decision => PatternState.Accepted;

    protected override async Task<Effect> DecideAsync(HazardPattern pattern, CommandCall<PatternForm> call, CancellationToken cancellation)
    {
        var ids = pattern.MatterIds.ToList();
        var tied = await call.Db.Set<MatterLink>().Where(l => l.MatterId == call.Matter.Id && l.Kind == LinkKinds.Prevalent).Select(l => l.OtherMatterId).ToListAsync(cancellation);
        var rows = await (from h in call.Db.Set<Hazard>()
                          join m in call.Db.Set<Matter>() on h.MatterId equals m.Id
                          where ids.Contains(m.Id)
                          select new HazardRow { Matter = m, Hazard = h }).ToListAsync(cancellation);
        foreach (var row in rows)
        {
            row.Hazard.PatternId = pattern.Id;
            if (row.Matter.Id == call.Matter.Id)
                continue;
            if (!tied.Contains(row.Matter.Id))
                MatterLinks.Tie(call.Act, call.Matter.Id, LinkKinds.Prevalent, row.Matter.Id, LinkKinds.Prevalent);
            var next = row.Matter.Grade == HazardGrade.General && !row.Matter.State.IsClosed() ? "；已定为一般的，应复核定级" : "";
            call.Act.Record(new LedgerFact(row.Matter.Id, "join-pattern", $"列入普遍性重大隐患（{call.Matter.Number}）：{pattern.Text()}{next}"));
        }
        return new Effect(call.Matter.State, $"认定普遍性重大隐患，{pattern.Text()}，涉及隐患 {ids.Count} 件：{pattern.Reason}")
            .Raising(HazardSignals.PrevalentAccepted, ("patternId", pattern.Id.ToString("D")));
    }
}

/// <summary>Rejected with a reason; not proposed again for the same hazards.</summary>
public sealed class RejectPattern : DecidePattern
{
    public override string Name => "reject-pattern";
    public override string DisplayName => "不予认定普遍性重大隐患";
    protected override PatternState Decision => PatternState.Rejected;

    protected override Task<Effect> DecideAsync(HazardPattern pattern, CommandCall<PatternForm> call, CancellationToken cancellation) => Task.FromResult(
        new Effect(call.Matter.State, $"不予认定普遍性重大隐患（{pattern.Text()}）：{pattern.Reason}").Raising(HazardSignals.PrevalentRejected, ("patternId", pattern.Id.ToString("D"))));
}

/// <summary>When the case on which the officer is asked ends, the question goes on to another open case behind the same proposal.</summary>
internal sealed class PassPatternOn : IMatterClosing
{
    public async Task EndAsync(Matter matter, string reason, ActContext act, CancellationToken cancellation)
    {
        foreach (var pattern in await act.Db.Set<HazardPattern>().Where(p => p.MatterId == matter.Id && p.State == PatternState.Proposed).ToListAsync(cancellation))
        {
            var ids = pattern.MatterIds.Where(id => id != matter.Id).ToList();
            var next = await act.Db.Set<Matter>().Where(m => ids.Contains(m.Id) && m.ClosedAt == null).OrderByDescending(m => m.Key).FirstOrDefaultAsync(cancellation);
            if (next is null)
            {
                pattern.State = PatternState.Lapsed;
                act.Record(new LedgerFact(matter.Id, "lapse-pattern", $"拟认定的普遍性重大隐患（{pattern.Text()}）案件均已办结，不再认定"));
                continue;
            }
            pattern.MatterId = next.Id;
            act.Raise(HazardSignals.PrevalentProposed, next.Id, new Dictionary<string, object?>
            {
                ["patternId"] = pattern.Id.ToString("D"), ["text"] = $"{pattern.Text()}在窗口期内存在同类缺陷，涉及隐患 {pattern.MatterIds.Count} 件",
            });
        }
    }
}
