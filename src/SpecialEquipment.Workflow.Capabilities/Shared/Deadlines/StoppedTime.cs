namespace SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

/// <summary>The stops of one clock, put in order: merged instants for hours, merged days for everything else.</summary>
internal sealed class StoppedTime
{
    private readonly List<(ClockStop Stop, DateTimeOffset From, DateTimeOffset To)> ordered = [];

    /// <param name="stops">In any order; they may overlap.</param>
    /// <param name="asOf">An open stop is reckoned as if it ended now.</param>
    public StoppedTime(IReadOnlyList<ClockStop>? stops, DateTimeOffset? asOf)
    {
        foreach (var stop in stops ?? [])
        {
            var to = stop.To ?? asOf ?? throw new ArgumentException("期限正在暂停，须给出计算时刻", nameof(asOf));
            if (stop.To is { } end && end < stop.From)
            {
                throw new ArgumentException($"暂停的结束早于开始（{ShanghaiTime.Text(stop.From)}）", nameof(stops));
            }

            if (to > stop.From)
            {
                ordered.Add((stop, stop.From, to));
            }
        }

        ordered.Sort((a, b) => a.From.CompareTo(b.From));
        Instants = Merge();
        Days = [.. Instants
            .Select(s => (From: ShanghaiTime.DateOf(s.From), To: ShanghaiTime.DateOf(s.To).AddDays(-1)))
            .Where(d => d.To >= d.From)];
    }

    public IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> Instants { get; }

    /// <summary>Excluded days, first and last included, ascending and disjoint.</summary>
    public IReadOnlyList<(DateOnly From, DateOnly To)> Days { get; }

    public bool Any => Instants.Count > 0;

    public bool Excludes(DateOnly day) => Days.Any(d => d.From <= day && day <= d.To);

    public string ReasonOn(DateOnly day)
    {
        var end = ShanghaiTime.StartOf(day.AddDays(1));
        var stop = ordered.FirstOrDefault(s => s.From < end && s.To >= end).Stop ?? ordered.First(s => s.From < end).Stop;
        return "暂停：" + stop.Text;
    }

    public string ReasonAt(DateTimeOffset instant) => "暂停：" + ordered.First(s => s.From <= instant && instant < s.To).Stop.Text;

    public int DaysIn(DateOnly afterDay, DateOnly upTo) => Days.Sum(d =>
        Math.Max(0, (d.To < upTo ? d.To : upTo).DayNumber - (d.From > afterDay ? d.From.DayNumber - 1 : afterDay.DayNumber)));

    private List<(DateTimeOffset From, DateTimeOffset To)> Merge()
    {
        var merged = new List<(DateTimeOffset From, DateTimeOffset To)>();
        foreach (var (_, from, to) in ordered)
        {
            if (merged.Count > 0 && from <= merged[^1].To)
            {
                merged[^1] = (merged[^1].From, to > merged[^1].To ? to : merged[^1].To);
            }
            else
            {
                merged.Add((from, to));
            }
        }

        return merged;
    }
}
