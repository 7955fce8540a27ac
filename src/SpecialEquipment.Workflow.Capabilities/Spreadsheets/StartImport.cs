using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;

namespace SpecialEquipment.Workflow.Capabilities.Spreadsheets;

/// <summary>POST /spreadsheets/imports/{id}/start: the good rows go in.</summary>
internal sealed class StartImport(ImportTargets targets, IActRing ring, RunImports runner)
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/spreadsheets/imports/{id:guid}/start", async (Guid id, StartImport start, HttpContext http, IActorSource actors, CancellationToken cancellation) =>
                (await start.DoAsync(id, await actors.CurrentAsync(http, cancellation), cancellation)).ToHttp(view => Results.Accepted($"/api/spreadsheets/imports/{id}", view)))
            .RequireAuthorization(Policies.Officials).WithName("start-import").WithTags("spreadsheets").WithSummary("导入合格的行").Produces<ImportView>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status409Conflict);

    public async Task<Result<ImportView>> DoAsync(Guid id, Actor actor, CancellationToken cancellation)
    {
        var result = await ring.RunAsync<ImportView>("spreadsheets/start-import", actor, async (act, stop) =>
        {
            var found = await ImportRight.FindAsync(act.Db, id, act.Actor, stop);
            if (found.IsRejected)
                return found.Rejection!;
            var import = found.Value;
            if (import.State != ImportState.Ready)
                return Refusals.WrongState(import, "校验完毕待导入");
            if (import.GoodRows == 0)
                return Refusals.NothingToImport;
            (import.State, import.StartedAt, import.LeaseOwner, import.LeaseUntil) = (ImportState.Running, act.Now, null, null);
            import.Version++;
            act.Record(new LedgerFact(import.Id, "start-import", $"开始导入{targets.Of(import).Name} {import.GoodRows} 行") { Kind = "progress" });
            return ImportView.Of(import, targets);
        }, cancellation: cancellation);
        if (!result.IsRejected)
            runner.Wake();
        return result;
    }
}
