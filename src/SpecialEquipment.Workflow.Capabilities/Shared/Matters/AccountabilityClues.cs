using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Notices;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

/// <summary>A clue is a fact, not a verdict (DOMAIN §4.9): kept in the ledger, away from the unit, and told to the bureau leader.</summary>
public static class AccountabilityClues
{
    /// <summary>Kind of ledger entry that no unit reads.</summary>
    public const string Kind = "accountability";

    public static async Task RaiseClueAsync(this ActContext act, Matter matter, string fact, CancellationToken cancellation)
    {
        act.Record(new LedgerFact(matter.Id, "raise-clue", $"问责线索：{fact}") { Kind = Kind });
        var leader = await act.Services.GetRequiredService<IDirectory>()
            .ResolvePostAsync(PostKinds.BureauLeader, matter.RegionCode, DepartmentCodes.MarketRegulator, cancellation);
        // the notice itself enters the case's ledger by its title, which the unit reads: the fact stands in its body only
        await act.Services.GetRequiredService<INotices>().SendAsync(
            new NoticeDraft(NoticeKind.Escalate, "请阅处", fact) { To = leader is null ? [] : [NoticeTarget.Post(leader.Id)], MatterId = matter.Id }, act, cancellation);
    }
}
