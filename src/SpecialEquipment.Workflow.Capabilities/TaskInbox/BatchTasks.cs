using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;

namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

/// <summary>What came of each item of a batch, in the order asked.</summary>
public sealed record BatchResult(IReadOnlyList<BatchItem> Items);

/// <param name="Code">Code of the refusal; null when it was done.</param>
public sealed record BatchItem(Guid Id, bool Ok, string? Code, string Detail);

/// <summary>
/// 任务批量: the same verb on many tasks. Each is an act of its own with the version its row showed (E9): one refusal does not undo the
/// others, and the answer says which ones were refused and why.
/// </summary>
internal static class BatchTasks
{
    internal const int MaxBatch = 100;

    internal sealed record Item(Guid Id, long? Version);

    internal sealed record TransferRequest(IReadOnlyList<Item>? Items, Guid? ToPersonId, Guid? ToPostId, string? Reason);

    internal sealed record ClaimRequest(IReadOnlyList<Item>? Items);

    public static async Task<BatchResult> EachAsync<T>(IEnumerable<T> items, Func<T, Guid> id, string done, Func<T, Task<Result<Guid>>> verb)
    {
        var results = new List<BatchItem>();
        foreach (var item in items.DistinctBy(id))
        {
            var result = await verb(item);
            results.Add(result.Rejection is { } no ? new BatchItem(id(item), false, no.Code, no.Detail) : new BatchItem(id(item), true, null, done));
        }
        return new BatchResult(results);
    }

    public static Rejection? Objection(string field, int? count) => count is > 0 and <= MaxBatch
        ? null : Rejection.Form("tasks.batch-size", $"应选择 1 至 {MaxBatch} 项待办，实际为 {count ?? 0} 项。", new FieldObjection(field, $"1 至 {MaxBatch} 项", $"{count ?? 0} 项"));

    public static void Map(IEndpointRouteBuilder tasks)
    {
        tasks.MapPost("/transfer", async (TransferRequest request, HttpContext http, IActorSource actors, TransferTask verb, CancellationToken cancellation) =>
            {
                if (Objection("items", request.Items?.Count) is { } objection)
                    return objection.ToHttp();
                var actor = await actors.CurrentAsync(http, cancellation);
                return Results.Ok(await EachAsync(request.Items!, i => i.Id, "已转办", i =>
                    verb.DoAsync(i.Id, new TransferTask.Request(request.ToPersonId, request.ToPostId, request.Reason, i.Version), actor, cancellation)));
            })
            .RequireAuthorization(Policies.SignedIn).WithName("transfer-tasks").WithSummary("批量转办").Produces<BatchResult>().ProducesProblem(422);
        tasks.MapPost("/claim", async (ClaimRequest request, HttpContext http, IActorSource actors, ClaimTask verb, CancellationToken cancellation) =>
            {
                if (Objection("items", request.Items?.Count) is { } objection)
                    return objection.ToHttp();
                var actor = await actors.CurrentAsync(http, cancellation);
                return Results.Ok(await EachAsync(request.Items!, i => i.Id, "已签收", i => verb.DoAsync(i.Id, new ClaimTask.Request(i.Version), actor, cancellation)));
            })
            .RequireAuthorization(Policies.SignedIn).WithName("claim-tasks").WithSummary("批量签收").Produces<BatchResult>().ProducesProblem(422);
    }
}
