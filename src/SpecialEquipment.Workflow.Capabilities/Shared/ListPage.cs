using Microsoft.EntityFrameworkCore;

namespace SpecialEquipment.Workflow.Capabilities.Shared;

/// <summary>How every list answers (DESIGN D12): a page, where to go on, and a total that stops counting at a cap.</summary>
/// <param name="Next">Value for <c>after=</c>; null on the last page.</param>
public sealed record ListPage<T>(IReadOnlyList<T> Items, string? Next, int Total, bool TotalIsCapped);

public static class ListPages
{
    public const int TotalCap = 10_000;

    public static int Limit(int? asked) => Math.Clamp(asked ?? 50, 1, 200);

    /// <param name="page">The rows of the page and one more, if there is one.</param>
    public static ListPage<TView> Of<TRow, TView>(IReadOnlyList<TRow> page, int limit, int countedUpToCapPlusOne, Func<TRow, string> cursor, Func<TRow, TView> view) => new(
        [.. page.Take(limit).Select(view)],
        page.Count > limit ? cursor(page[limit - 1]) : null,
        Math.Min(countedUpToCapPlusOne, TotalCap),
        countedUpToCapPlusOne > TotalCap);

    /// <summary>In no order, not even one by a constant: SQLite would sort every row for it before it stops counting.</summary>
    public static Task<int> CountToCapAsync<T>(this IQueryable<T> rows, CancellationToken cancellation) => rows.Take(TotalCap + 1).CountAsync(cancellation);
}
