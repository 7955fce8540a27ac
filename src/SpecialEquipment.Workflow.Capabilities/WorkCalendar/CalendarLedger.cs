using SpecialEquipment.Workflow.Capabilities.Shared.Acts;

namespace SpecialEquipment.Workflow.Capabilities.WorkCalendars;

/// <summary>The calendar belongs to no matter; it has a chain of its own in the ledger.</summary>
public static class CalendarLedger
{
    /// <summary>Address of the chain: <c>GET /api/ledger/{id}</c>.</summary>
    public static readonly Guid Id = new("00000000-0000-7000-8000-000000000001");

    internal static LedgerFact Fact(string act, string summary, IReadOnlyDictionary<string, object?>? detail = null) =>
        new(Id, act, summary) { Kind = "clock", Detail = detail };
}
