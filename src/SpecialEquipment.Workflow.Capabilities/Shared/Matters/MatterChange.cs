using System.Text.Json;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

/// <summary>The one place where a matter moves: state, version, times, ledger, signals.</summary>
public static class MatterChange
{
    internal static readonly HazardState[] Closed =
        [HazardState.SignedOff, HazardState.Dismissed, HazardState.RoutedOut, HazardState.Merged, HazardState.ClosedDecommissioned, HazardState.ClosedShutdown, HazardState.MovedOut];

    public static bool IsClosed(this HazardState state) => Closed.Contains(state);

    public static Signer Signer(this ActContext act) => new(act.Actor.UserId, act.Actor.PersonId, act.Actor.PersonName, act.Now);

    public static void Write(
        ActContext act, Matter matter, string command, Effect effect, JsonElement? form = null, Signer? first = null, IReadOnlyList<Signer>? others = null)
    {
        foreach (var (state, passed, summary) in effect.Through)
            act.Record(new LedgerFact(matter.Id, passed, summary) { StateAfter = state.Code() });

        matter.State = effect.State;
        matter.Version++;
        matter.UpdatedAt = act.Now;
        if (effect.State.IsClosed())
            matter.ClosedAt ??= act.Now;

        act.Record(new LedgerFact(matter.Id, command, effect.Summary)
        {
            EventTime = effect.EventTime, Kind = effect.Kind, StateAfter = effect.State.Code(), Detail = Detail(form, first, others ?? []),
        });
        foreach (var (name, payload) in effect.Signals)
            act.Raise(name, matter.Id, payload);
    }

    private static Dictionary<string, object?>? Detail(JsonElement? form, Signer? first, IReadOnlyList<Signer> others)
    {
        var detail = new Dictionary<string, object?>();
        if (form is { ValueKind: JsonValueKind.Object } filled)
            detail["form"] = filled.Clone();
        if (others.Count > 0)
        {
            detail["proposedBy"] = first?.Name;
            detail["proposedAt"] = first?.At;
            detail["confirmedBy"] = string.Join("、", others.Select(o => o.Name));
        }
        return detail.Count == 0 ? null : detail;
    }
}
