using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Statistics;

/// <summary>Which hazards a rate counts: found from one day to another in a region, as the ledger stood at the end of a day.</summary>
public sealed record RateQuery
{
    [FromQuery(Name = "region")] public string? Region { get; init; }
    [FromQuery(Name = "from")] public DateOnly? From { get; init; }
    [FromQuery(Name = "to")] public DateOnly? To { get; init; }

    /// <summary>Today when left out.</summary>
    [FromQuery(Name = "asOf")] public DateOnly? AsOf { get; init; }

    /// <summary>GENERAL, MAJOR or both.</summary>
    [FromQuery(Name = "grade")] public string? Grade { get; init; }

    internal async Task<Rejection?> ObjectionAsync(DateOnly today, IDirectory directory, CancellationToken cancellation)
    {
        var objections = new Objections();
        if (!string.IsNullOrWhiteSpace(Region) && await directory.FindRegionAsync(Region, cancellation) is null)
            objections.Add("region", "应为有效的区划代码", $"实际为“{Region}”");
        if (From > To)
            objections.Add("to", $"应不早于起始日 {ShanghaiTime.Text(From.Value)}", $"实际为 {ShanghaiTime.Text(To!.Value)}");
        if (AsOf > today)
            objections.Add("asOf", $"应不晚于今天 {ShanghaiTime.Text(today)}", $"实际为 {ShanghaiTime.Text(AsOf.Value)}");
        if (Grade is not (null or "" or "GENERAL" or "MAJOR"))
            objections.Add("grade", "应为 GENERAL 或 MAJOR", $"实际为“{Grade}”");
        return objections.Any ? new Rejection("statistics.query", "统计条件不正确。") { Errors = objections.List } : null;
    }

    /// <summary>Counted from the hazards themselves, each as it stood at the end of the day asked for.</summary>
    internal async Task<HazardFigures> CountAsync(IQueryable<Matter> visible, DateOnly today, IDirectory directory, CancellationToken cancellation)
    {
        var asOf = AsOf ?? today;
        var end = ShanghaiTime.StartOf(asOf.AddDays(1));
        var counted = visible.Where(m => m.Kind == Matter.HazardKind && m.RegisteredOn <= asOf);
        if (!string.IsNullOrWhiteSpace(Region))
        {
            var codes = (await directory.SubtreeAsync(Region, cancellation)).ToArray();
            counted = counted.Where(m => codes.Contains(m.RegionCode));
        }
        if (From is { } from)
            counted = counted.Where(m => m.FoundOn >= from);
        if (To is { } to)
            counted = counted.Where(m => m.FoundOn <= to);
        if (!string.IsNullOrEmpty(Grade))
        {
            var grade = Grade == "MAJOR" ? HazardGrade.Major : HazardGrade.General;
            counted = counted.Where(m => m.Grade == grade);
        }

        var groups = await counted.GroupBy(m => new { m.State, m.IsFixedOnSpot, IsClosed = m.ClosedAt < end, IsOverdue = m.IsOverdue })
            .Select(g => new { g.Key.State, g.Key.IsFixedOnSpot, g.Key.IsClosed, g.Key.IsOverdue, Count = g.Count() }).ToListAsync(cancellation);
        // what was registered and later merged has left the ledger, whatever day is asked for
        var kept = groups.Where(g => TallyShare.IsInLedger(g.State)).ToList();
        var registered = kept.Sum(g => g.Count);
        var treated = kept.Where(g => g.IsClosed && g.State == HazardState.SignedOff).ToList();
        var closed = kept.Where(g => g.IsClosed).Sum(g => g.Count);
        return new HazardFigures(
            registered, treated.Sum(g => g.Count), treated.Where(g => g.IsFixedOnSpot).Sum(g => g.Count), closed - treated.Sum(g => g.Count), registered - closed,
            asOf == today ? kept.Where(g => !g.IsClosed && g.IsOverdue).Sum(g => g.Count) : null);
    }
}
