using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;

namespace SpecialEquipment.Workflow.Capabilities.Spreadsheets;

/// <summary>POST /spreadsheets/imports/{id}/cancel: no further row goes in; what is in stays, for a register forgets nothing.</summary>
internal sealed class CancelImport(ImportTargets targets, IActRing ring)
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/spreadsheets/imports/{id:guid}/cancel", async (Guid id, CancelImport cancel, HttpContext http, IActorSource actors, CancellationToken cancellation) =>
                (await cancel.DoAsync(id, await actors.CurrentAsync(http, cancellation), cancellation)).ToHttp())
            .RequireAuthorization(Policies.Officials).WithName("cancel-import").WithTags("spreadsheets").WithSummary("取消导入").Produces<ImportView>()
            .ProducesProblem(StatusCodes.Status409Conflict);

    public Task<Result<ImportView>> DoAsync(Guid id, Actor actor, CancellationToken cancellation) =>
        ring.RunAsync<ImportView>("spreadsheets/cancel-import", actor, async (act, stop) =>
        {
            var found = await ImportRight.FindAsync(act.Db, id, act.Actor, stop);
            if (found.IsRejected)
                return found.Rejection!;
            var import = found.Value;
            if (import.IsOver)
                return Refusals.WrongState(import, "尚未结束");
            (import.State, import.EndedAt, import.LeaseOwner, import.LeaseUntil) = (ImportState.Cancelled, act.Now, null, null);
            import.Version++;
            act.Record(new LedgerFact(import.Id, "cancel-import", $"取消导入{targets.Of(import).Name}：已导入 {import.ImportedRows} 行保留") { Kind = "progress" });
            return ImportView.Of(import, targets);
        }, cancellation: cancellation);
}
