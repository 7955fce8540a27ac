using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

namespace SpecialEquipment.Workflow.Capabilities.WorkCalendars;

/// <summary>
/// Puts the shipped calendar and policy pack into the tables at first start. After an upgrade, rules and parameters that the pack in force
/// does not know at all are added to it; what it says already, shipped or changed by this county, is never touched (E10).
/// </summary>
internal static class LoadShippedData
{
    public static Task<Result<int>> RunAsync(IActRing ring, CancellationToken cancellation) =>
        ring.RunAsync("calendar/load-shipped-data", Actor.System, DoAsync, cancellation: cancellation);

    private static async Task<Result<int>> DoAsync(ActContext act, CancellationToken cancellation)
    {
        var added = 0;
        if (!await act.Db.Set<CalendarEdition>().AnyAsync(cancellation))
        {
            var calendar = ShippedData.Calendar();
            foreach (var year in calendar.Years)
            {
                var edition = CalendarEdition.Of(year, calendar.Version, 1, act);
                edition.RecomputedAt = act.Now; // nothing can rest on an earlier calendar
                act.Db.Add(edition);
                await act.Db.SaveChangesAsync(cancellation); // one by one: the keys tell the order
                added++;
            }

            act.Record(CalendarLedger.Fact("load-shipped-calendar", $"载入随产品提供的工作日历 {calendar.Version}（{string.Join("、", calendar.Years.Select(y => y.Year))} 年）"));
        }

        return added + await LoadPolicyAsync(ShippedData.Policy(), act, cancellation);
    }

    private static async Task<int> LoadPolicyAsync(PolicyPack shipped, ActContext act, CancellationToken cancellation)
    {
        if (await CalendarBook.PolicyAsync(act.Db, cancellation) is not { } inForce)
        {
            // under the very first pack nothing can be open yet
            act.Db.Add(new StoredPolicyPack { Version = shipped.Version, LoadedAt = act.Now, LoadedByName = act.Actor.PersonName, AppliedAt = act.Now });
            Add(shipped.Version, shipped.Rules, shipped.Parameters, act);
            act.Record(CalendarLedger.Fact("load-policy-pack", $"载入规则包 {shipped.Version}（{shipped.Rules.Count} 条期限规则、{shipped.Parameters.Count} 个参数）"));
            return 1;
        }
        var rules = shipped.Rules.Where(r => inForce.Rules.All(known => known.Id != r.Id)).ToList();
        var parameters = shipped.Parameters.Where(p => inForce.Parameters.All(known => known.Id != p.Id)).ToList();
        if (rules.Count + parameters.Count == 0)
            return 0;
        Add(inForce.Version, rules, parameters, act);
        act.Record(CalendarLedger.Fact(
            "complete-policy-pack", $"规则包 {inForce.Version} 补充 {rules.Count} 条期限规则、{parameters.Count} 个参数：{string.Join("、", rules.Select(r => r.Name).Concat(parameters.Select(p => p.Name)))}"));
        return 1;
    }

    private static void Add(string version, IEnumerable<PolicyRule> rules, IEnumerable<PolicyParameter> parameters, ActContext act)
    {
        act.Db.AddRange(rules.Select(rule => StoredPolicyRule.Of(version, rule)));
        act.Db.AddRange(parameters.Select(parameter => StoredPolicyParameter.Of(version, parameter)));
    }
}
