using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

namespace SpecialEquipment.Workflow.Capabilities.WorkCalendars;

/// <summary>Puts the shipped calendar and policy pack into the tables at first start, and a newer shipped pack at the first start after an upgrade.</summary>
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

        var policy = ShippedData.Policy();
        if (!await act.Db.Set<StoredPolicyPack>().AnyAsync(p => p.Version == policy.Version, cancellation))
        {
            // under the very first pack nothing can be open yet
            var isFirst = !await act.Db.Set<StoredPolicyPack>().AnyAsync(cancellation);
            act.Db.Add(new StoredPolicyPack { Version = policy.Version, LoadedAt = act.Now, LoadedByName = act.Actor.PersonName, AppliedAt = isFirst ? act.Now : null });
            act.Db.AddRange(policy.Rules.Select(rule => StoredPolicyRule.Of(policy.Version, rule)));
            act.Db.AddRange(policy.Parameters.Select(parameter => StoredPolicyParameter.Of(policy.Version, parameter)));
            act.Record(CalendarLedger.Fact("load-policy-pack", $"载入规则包 {policy.Version}（{policy.Rules.Count} 条期限规则、{policy.Parameters.Count} 个参数）"));
            added++;
        }

        return added;
    }
}
