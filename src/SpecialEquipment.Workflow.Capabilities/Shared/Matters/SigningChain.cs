using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

/// <summary>
/// The rows of one step that several others sign in order: first inspector, second inspector, head of the organ. Each row is asked for
/// only when the one before it has been signed, so that there is always at most one pending.
/// </summary>
internal static class SigningChain
{
    /// <summary>Who of the others has signed before this row, in order.</summary>
    public static async Task<IReadOnlyList<Signer>> EarlierAsync(Confirmation row, WorkflowDbContext db, CancellationToken cancellation)
    {
        if (row.ChainId is not { } chain)
            return [];
        var rows = await db.Set<Confirmation>().AsNoTracking()
            .Where(c => (c.Id == chain || c.ChainId == chain) && c.Place < row.Place && c.State == ConfirmationState.Confirmed).OrderBy(c => c.Place).ToListAsync(cancellation);
        return [.. rows.Select(c => new Signer(c.DecidedByUserId ?? Guid.Empty, c.DecidedByPersonId, c.DecidedByName ?? "", c.DecidedAt!.Value))];
    }

    /// <summary>Asks the next one, with the same form and the same person who proposed it.</summary>
    public static Confirmation Next(Confirmation signed, SecondPerson who, Confirmer confirmer, ActContext act)
    {
        var next = new Confirmation
        {
            Id = Guid.CreateVersion7(act.Now), MatterId = signed.MatterId, Command = signed.Command, FormJson = signed.FormJson, ProposerUserId = signed.ProposerUserId,
            ProposerPersonId = signed.ProposerPersonId, ProposerName = signed.ProposerName, ProposedAt = signed.ProposedAt, StateBefore = signed.StateBefore,
            ConfirmerPersonId = confirmer.PersonId, ConfirmerPostKind = who.PostKind, ConfirmerName = confirmer.Name,
            ChainId = signed.ChainId ?? signed.Id, Place = signed.Place + 1, Places = signed.Places,
        };
        act.Db.Set<Confirmation>().Add(next);
        return next;
    }

    /// <summary>What <c>ConfirmationRequested</c> tells the flow that gives the task.</summary>
    public static Dictionary<string, object?> Request(Confirmation row, string displayName) => new()
    {
        ["confirmationId"] = row.Id.ToString("D"), ["command"] = row.Command, ["commandName"] = displayName, ["proposerId"] = row.ProposerPersonId?.ToString("D"),
        ["personId"] = row.ConfirmerPersonId?.ToString("D"), ["postKind"] = row.ConfirmerPostKind, ["place"] = row.Place,
        ["title"] = $"确认：{displayName}（{row.ProposerName} 发起）",
    };
}
