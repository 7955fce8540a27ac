using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>Makes a <see cref="HazardQuery"/> of a filter and of what the reader may see (DESIGN D9).</summary>
public sealed class HazardQueries(WorkflowDbContext db, MatterAccess access, IDirectory directory, DeadlineRules rules, BusinessClock clock)
{
    public async Task<Result<HazardQuery>> OfAsync(HazardFilter filter, Actor actor, CancellationToken cancellation)
    {
        var objections = new Objections();
        var visible = await access.ListedAsync(db, actor, cancellation);
        var condition = await new HazardConditions(db, directory, rules.Now.Calendar, clock.GetUtcNow(), objections).OfAsync(filter, visible, cancellation);
        return objections.Any
            ? new Rejection("hazards.filter", "筛选条件不正确。") { Errors = objections.List }
            : new HazardQuery(db, condition, await HazardWords.ReadAsync(filter.Q, db, directory, cancellation));
    }
}

/// <summary>
/// The rows of the ledger that one reader may see and one filter lets pass: by page, all of them, or counted. There are two ways through a large
/// table (docs/decisions/0011-lists-at-size.md): few rows fit, then they are gathered and sorted; many fit, then the index that stands in
/// the wanted order is walked and what does not fit is dropped on the way.
/// </summary>
public sealed class HazardQuery
{
    private const string Kind = "HAZARD";
    private const int RowsAtATime = 200;

    /// <summary>From here on the database sorts: handing over so many keys costs more.</summary>
    internal int MostGathered { get; set; } = 500;

    /// <summary>From here on an index is walked.</summary>
    internal int MostSorted { get; set; } = ListPages.TotalCap;

    /// <summary>How far rows are counted when no pair of a word narrows: their texts must be read.</summary>
    private const int MostByText = 1_000;
    private readonly WorkflowDbContext db;
    private readonly Expression<Func<Matter, bool>>? condition;
    private readonly HazardWords words;

    internal HazardQuery(WorkflowDbContext db, Expression<Func<Matter, bool>>? condition, HazardWords words) =>
        (this.db, this.condition, this.words) = (db, condition, words);

    private int Most => words.IsCommon ? Math.Min(MostByText, MostSorted) : MostSorted;

    public async Task<Result<ListPage<HazardRow>>> PageAsync(HazardOrder order, string? after, int limit, CancellationToken cancellation)
    {
        var from = string.IsNullOrEmpty(after) ? null : order.At(after);
        if (!string.IsNullOrEmpty(after) && from is null)
            return Rejection.Form("hazards.after", "翻页位置有误。", new FieldObjection("after", "上一页给出的 next", after));
        var total = await CountAsync(cancellation);
        if (total > Most && !order.IsWalkable)
            return TooMany();
        if (total > Most)
            return await ShowAsync(await WalkAsync(order, from, limit + 1, cancellation), order, limit, total, cancellation);
        if (total > MostGathered && order.IsWalkable)
            return await ShowAsync(await SortAsync(order, from, limit + 1, cancellation), order, limit, total, cancellation);
        var keys = (await GatherAsync(order, cancellation)).SkipWhile(k => from is not null && !order.IsAfter(k, from)).Take(limit + 1);
        return await ShowAsync([.. keys], order, limit, total, cancellation);
    }

    /// <summary>How many rows pass, counted no further than one beyond the cap.</summary>
    internal Task<int> CountAsync(CancellationToken cancellation) => CountAsync(Most, cancellation);

    internal Task<int> CountAsync(int most, CancellationToken cancellation) => Fitting().Take(most + 1).CountAsync(cancellation);

    private async Task<ListPage<HazardRow>> ShowAsync(List<SortKey> keys, HazardOrder order, int limit, int total, CancellationToken cancellation)
    {
        var rows = await RowsAsync(keys.Take(limit).Select(k => k.Key), cancellation);
        return new ListPage<HazardRow>(rows, keys.Count > limit ? order.Cursor(keys[limit - 1]) : null, Math.Min(total, Most), total > Most);
    }

    /// <summary>Every row, a few at a time, in constant memory.</summary>
    public async IAsyncEnumerable<HazardRow> AllAsync(HazardOrder order, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (await CountAsync(cancellation) is var total && (total <= MostGathered || (total <= Most && !order.IsWalkable)))
        {
            foreach (var keys in (await GatherAsync(order, cancellation)).Chunk(RowsAtATime))
                foreach (var row in await RowsAsync(keys.Select(k => k.Key), cancellation))
                    yield return row;
            yield break;
        }
        var walked = order.IsWalkable ? order : HazardOrder.Parse("-createdAt")!;
        for (HazardOrder.Position? from = null; ;)
        {
            var keys = await WalkAsync(walked, from, RowsAtATime, cancellation);
            foreach (var row in await RowsAsync(keys.Select(k => k.Key), cancellation))
                yield return row;
            if (keys.Count < RowsAtATime)
                yield break;
            from = walked.At(walked.Cursor(keys[^1]));
        }
    }

    /// <summary>Of up to 10,000 rows what facets are counted by; more are not read, so a count is then a least one.</summary>
    internal async Task<(IReadOnlyList<FacetRow> Rows, bool IsCapped)> FacetRowsAsync(CancellationToken cancellation)
    {
        var rows = await Fitting().Select(m => new FacetRow(m.State, m.Grade, m.Source, m.EquipmentKind, m.PlaceType, m.RegionCode, m.EnterpriseId, m.IsOverdue, m.DueOrder))
            .Take(Most + 1).ToListAsync(cancellation);
        return rows.Count > Most ? (rows.GetRange(0, Most), true) : (rows, false);
    }

    /// <summary>Keys of all rows that fit, in order.</summary>
    private async Task<List<SortKey>> GatherAsync(HazardOrder order, CancellationToken cancellation)
    {
        var keys = await Fitting().Select(order.Keys()).Take(Most).ToListAsync(cancellation);
        keys.Sort(order.Compare);
        return keys;
    }

    /// <summary>The database sorts what fits; the index in the wanted order, which it would rather walk to the end, is kept out of its sight.</summary>
    private Task<List<SortKey>> SortAsync(HazardOrder order, HazardOrder.Position? from, int take, CancellationToken cancellation) =>
        order.Sort(Fitting(), from).Select(order.Keys()).Take(take).ToListAsync(cancellation);

    private Task<List<SortKey>> WalkAsync(HazardOrder order, HazardOrder.Position? from, int take, CancellationToken cancellation)
    {
        var rows = db.Set<Matter>().AsNoTracking().Where(m => m.Kind == Kind);
        var all = words.Condition is null ? condition : condition.And(words.Condition);
        if (all is not null)
            rows = rows.Where(all.AsSieve());
        return order.Walk(rows, from).Select(order.Keys()).Take(take).ToListAsync(cancellation);
    }

    private IQueryable<Matter> Fitting()
    {
        var rows = db.Set<Matter>().AsNoTracking().Where(m => m.Kind == Kind);
        if (words.Narrow(rows, db) is { } narrowed)
            rows = condition is null ? narrowed : narrowed.Where(condition.AsSieve());
        else if (condition is not null)
            rows = rows.Where(condition);
        return words.Condition is null ? rows : rows.Where(words.Condition.AsSieve());
    }

    private async Task<List<HazardRow>> RowsAsync(IEnumerable<long> wanted, CancellationToken cancellation)
    {
        var keys = wanted.ToArray();
        if (keys.Length == 0)
            return [];
        var rows = await (from m in db.Set<Matter>().AsNoTracking()
                          join h in db.Set<Hazard>().AsNoTracking() on m.Id equals h.MatterId
                          where EF.Parameter(keys).Contains(m.Key)
                          select new HazardRow { Matter = m, Hazard = h }).ToDictionaryAsync(r => r.Matter.Key, cancellation);
        return [.. keys.Where(rows.ContainsKey).Select(k => rows[k])];
    }

    private Rejection TooMany() => Rejection.Form(
        "hazards.sort-too-wide", $"符合条件的隐患超过 {Most} 条，应按更新时间、发现时间、上报时间或整改期限排序，或先筛选。", new FieldObjection("sort", "updatedAt、foundAt、createdAt 或 deadline", "其他列"));
}

internal sealed record FacetRow(
    HazardState State, HazardGrade? Grade, string? Source, string? EquipmentKind, string? PlaceType, string RegionCode, Guid? EnterpriseId, bool IsOverdue, DateOnly DueOrder);
