using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;

/// <summary>Writes down who exported what, before the first byte leaves.</summary>
public interface IExportLog
{
    /// <param name="kind">Name of the list, e.g. <c>hazards</c>.</param>
    /// <param name="filter">The query string as it was asked.</param>
    Task RecordAsync(Actor actor, string kind, string name, string filter, int rows, CancellationToken cancellation);
}

/// <summary>A filtered list as an .xlsx: the list brings rows and columns, and its scope is already part of the query.</summary>
public static class SheetExport
{
    /// <summary>Name of the rate limit that every export route requires; the server defines it.</summary>
    public const string RateLimit = "export";
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Excel's sheet ends a little above.</summary>
    public const int MostRows = 1_000_000;

    /// <param name="rows">Ordered, and narrowed to what the actor may see.</param>
    /// <param name="view">From the row read to what the columns show.</param>
    public static async Task<IResult> AnswerAsync<TRow, TView>(
        HttpContext http, Actor actor, string kind, string name, IQueryable<TRow> rows, Func<TRow, TView> view, IReadOnlyList<SheetColumn<TView>> columns,
        CancellationToken cancellation)
    {
        var count = await rows.Take(MostRows + 1).CountAsync(cancellation);
        return await AnswerAsync(http, actor, kind, name, count, rows.AsAsyncEnumerable(), view, columns, cancellation);
    }

    /// <param name="count">How many rows there are, counted no further than one beyond the most.</param>
    /// <param name="rows">Read while the file is written.</param>
    public static async Task<IResult> AnswerAsync<TRow, TView>(
        HttpContext http, Actor actor, string kind, string name, int count, IAsyncEnumerable<TRow> rows, Func<TRow, TView> view, IReadOnlyList<SheetColumn<TView>> columns,
        CancellationToken cancellation)
    {
        if (count > MostRows)
            return Rejection.Form("spreadsheets.export-too-large", $"一次导出应不超过 {MostRows} 行，实际超出。请缩小筛选范围后再导出。").ToHttp();
        await http.RequestServices.GetRequiredService<IExportLog>().RecordAsync(actor, kind, name, http.Request.QueryString.Value ?? "", count, cancellation);
        return new SheetAnswer<TView>(name, columns, ViewsAsync(rows, view));
    }

    private static async IAsyncEnumerable<TView> ViewsAsync<TRow, TView>(IAsyncEnumerable<TRow> rows, Func<TRow, TView> view)
    {
        await foreach (var row in rows)
            yield return view(row);
    }
}

/// <summary>Sends rows as a workbook while they are read; neither the rows nor the file are ever held as a whole.</summary>
public sealed class SheetAnswer<T>(string name, IReadOnlyList<SheetColumn<T>> columns, IAsyncEnumerable<T> rows) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, cancellation) = (httpContext.Response, httpContext.RequestAborted);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name + ".xlsx");
        response.ContentType = SheetExport.ContentType;
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
        await WriteAsync(response.Body, cancellation);
    }

    public async Task WriteAsync(Stream target, CancellationToken cancellation)
    {
        await using var workbook = await WorkbookWriter.BeginAsync(target, name, [.. columns.Select(c => (c.Heading, c.Width))], cancellation);
        var values = new SheetValue[columns.Count];
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            for (var i = 0; i < values.Length; i++)
                values[i] = columns[i].Of(row);
            await workbook.WriteAsync(values, cancellation);
        }
    }
}
