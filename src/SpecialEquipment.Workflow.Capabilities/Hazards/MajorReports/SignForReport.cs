using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

public sealed record ReceiptForm : MatterForm
{
    /// <summary>May be left out when only one report waits for this recipient.</summary>
    public Guid? RecipientId { get; init; }
}

/// <summary>A recipient signs for a report: his name and the time are the proof that it has arrived.</summary>
public sealed class SignForReport : MatterCommand<ReceiptForm>
{
    public override string Name => "sign-for-report";
    public override string DisplayName => "签收报告";
    protected override string Article => Articles.ReportUp;
    protected override IReadOnlyList<HazardState> From => Enum.GetValues<HazardState>();
    protected override Who By => Who.OfAnyDepartment(
        PostKinds.LiaisonOfficer, PostKinds.DepartmentLeader, PostKinds.TownLeader, PostKinds.CaseOfficer, PostKinds.BureauOffice, PostKinds.BureauLeader);

    protected override bool MayRunBesideConfirmation => true;
    protected override PartyRole? Part => PartyRole.Recipient;

    protected override async Task<CommandAvailability?> ForbiddenAsync(Matter matter, ActContext act, CancellationToken cancellation) =>
        (await WaitingAsync(matter.Id, act, cancellation)).Count > 0 ? null : CommandAvailability.Hidden with { Reason = "没有待您签收的报告。" };

    protected override async Task CheckAsync(CommandCall<ReceiptForm> call, Objections objections, CancellationToken cancellation)
    {
        if (await ChosenAsync(call, cancellation) is null)
            objections.Add("recipientId", "应为待您签收的一份报告", call.Form.RecipientId is null ? "实际不止一份，未指明" : "实际不是");
    }

    /// <summary>By his post, or another post of the same department: an office signs for its own.</summary>
    private static async Task<IReadOnlyList<ReportRecipient>> WaitingAsync(Guid matterId, ActContext act, CancellationToken cancellation)
    {
        var posts = act.Actor.Posts.Select(p => p.PostId).ToArray();
        var departments = act.Actor.Posts.Select(p => p.DepartmentId).OfType<Guid>().ToArray();
        return await act.Db.Set<ReportRecipient>()
            .Where(r => r.MatterId == matterId && r.ReceivedAt == null && (posts.Contains(r.PostId) || departments.Contains(r.DepartmentId))).OrderBy(r => r.Key).ToListAsync(cancellation);
    }

    private static async Task<ReportRecipient?> ChosenAsync(CommandCall<ReceiptForm> call, CancellationToken cancellation)
    {
        var waiting = await WaitingAsync(call.Matter.Id, call.Act, cancellation);
        return call.Form.RecipientId is { } id ? waiting.FirstOrDefault(r => r.Id == id) : waiting.Count == 1 ? waiting[0] : null;
    }

    protected override async Task<Effect> PerformAsync(CommandCall<ReceiptForm> call, CancellationToken cancellation)
    {
        var row = (await ChosenAsync(call, cancellation))!;
        (row.ReceivedAt, row.ReceivedById, row.ReceivedByName) = (call.Now, call.First.PersonId, call.First.Name);
        var report = await call.Db.Set<HazardReport>().AsNoTracking().SingleAsync(r => r.Id == row.ReportId, cancellation);
        var effect = new Effect(call.Matter.State, $"{row.DepartmentName}（{call.First.Name}）签收{report.Kind.Name()}") { Kind = "document" }
            .Raising(HazardSignals.ReportReceived, ("recipientId", row.Id.ToString("D")));
        return await FrontlineReceipts.CompleteAsync(effect, row, call.Db, cancellation);
    }
}
