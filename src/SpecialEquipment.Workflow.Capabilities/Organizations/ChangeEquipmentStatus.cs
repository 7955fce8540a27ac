using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Holds;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.Organizations;

/// <summary>
/// Records whether a device is in use. Under a stop-use order, a seizure or a listing it cannot be recorded “in use” (E21); when the unit
/// itself tries, the attempt is evidence that it refuses to execute, and stays in the ledger of the case although the act is refused.
/// </summary>
internal static class ChangeEquipmentStatus
{
    public sealed record Form(string? Status, string? Reason, long? Version);

    public sealed record Receipt(Guid Id, string Status, string StatusName, long Version);

    /// <summary>Changed, or refused with the evidence kept.</summary>
    internal sealed record Outcome(Receipt? Changed, Rejection? Refused);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/equipment/{id:guid}/change-status", async (Guid id, Form form, HttpContext http, IActRing ring, IActorSource actors, CancellationToken cancellation) =>
            {
                var actor = await actors.CurrentAsync(http, cancellation);
                var result = await ring.RunAsync("organizations/change-equipment-status", actor, (act, token) => DoAsync(id, form, act, token), cancellation: cancellation);
                return result.ToHttp(outcome => outcome.Refused is { } refused ? refused.ToHttp() : Results.Ok(outcome.Changed));
            })
            .RequireAuthorization(Policies.SignedIn).WithName("change-equipment-status").WithTags("organizations").WithSummary("变更设备使用状态").Produces<Receipt>()
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    internal static async Task<Result<Outcome>> DoAsync(Guid id, Form form, ActContext act, CancellationToken cancellation)
    {
        if (Refusals.OfReader(act.Actor) is { } reader)
            return reader;
        var device = await FindAsync(id, act, cancellation);
        if (device is null)
            return Refusals.NoSuchEquipment;
        if (!UpperSnake.TryTo<EquipmentStatus>(form.Status ?? "", out var status))
        {
            var expected = string.Join("、", Enum.GetValues<EquipmentStatus>().Select(s => $"{UpperSnake.From(s)}（{s.Name()}）"));
            return Rejection.Form("organizations.equipment-status-unknown", $"使用状态应为 {expected} 之一，实际为“{form.Status}”。", new FieldObjection("status", expected, form.Status ?? "（空）"));
        }
        if (string.IsNullOrWhiteSpace(form.Reason))
            return Rejection.Form("organizations.equipment-status-reason", "变更使用状态应说明理由，实际为空。", new FieldObjection("reason", "应填写理由", "（空）"));
        if (form.Version != device.Version)
            return Refusals.StaleVersion(device.Version);
        if (status == EquipmentStatus.InUse && await act.Db.OpenHoldsOnAsync(id, cancellation) is { Count: > 0 } holds)
            return new Outcome(null, Refuse(device, holds, form.Reason.Trim(), act));

        var before = device.Status;
        device.Status = status;
        device.Version++;
        act.Record(new LedgerFact(device.Id, "change-equipment-status", $"设备“{device.Name}”（{device.Code}）由{before.Name()}变更为{status.Name()}：{form.Reason.Trim()}")
        {
            Detail = new Dictionary<string, object?> { ["before"] = UpperSnake.From(before), ["after"] = UpperSnake.From(status), ["reason"] = form.Reason.Trim() },
        });
        return new Outcome(new Receipt(device.Id, UpperSnake.From(status), status.Name(), device.Version), null);
    }

    private static async Task<Equipment?> FindAsync(Guid id, ActContext act, CancellationToken cancellation)
    {
        var scope = await act.Services.GetRequiredService<IDirectory>().ScopeAsync(act.Actor, cancellation);
        var device = await act.Db.Set<Equipment>().SingleOrDefaultAsync(e => e.Id == id && e.Void == null, cancellation);
        return device is not null && await act.Db.Set<Enterprise>().AsNoTracking().Within(scope).AnyAsync(e => e.Id == device.EnterpriseId, cancellation) ? device : null;
    }

    private static Rejection Refuse(Equipment device, IReadOnlyList<Hold> holds, string reason, ActContext act)
    {
        var hold = holds[0];
        var paper = hold.DocumentNumber is { } number ? $"（{number}）" : "";
        if (act.Actor.EnterpriseId is not null)
        {
            foreach (var matter in holds.Select(h => h.MatterId).Distinct())
            {
                act.Record(new LedgerFact(matter, "refused-to-execute", $"使用单位将受限设备“{device.Name}”（{device.Code}）登记为在用，{hold.KindName}{paper}未解除，未予登记")
                {
                    Detail = new Dictionary<string, object?>
                    {
                        ["evidence"] = "REFUSED_TO_EXECUTE", ["equipmentId"] = device.Id.ToString("D"), ["equipmentCode"] = device.Code, ["reason"] = reason,
                        ["holds"] = holds.Where(h => h.MatterId == matter).Select(h => $"{h.KindName} {h.DocumentNumber}").ToArray(),
                    },
                });
                act.Raise("RefusedToExecute", matter, new Dictionary<string, object?> { ["equipmentId"] = device.Id.ToString("D") });
            }
        }
        var told = act.Actor.EnterpriseId is null ? "" : "本次操作已作为拒不执行的证据记入案卷。";
        return Rejection.Conflict("organizations.equipment-held", $"应先解除{hold.KindName}{paper}，实际仍在执行，不得登记为在用。{told}") with
        {
            Errors = [new FieldObjection("status", $"应先解除{hold.KindName}{paper}", "实际仍在执行", hold.Article)],
        };
    }
}
