using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.Organizations;

/// <summary>
/// Ends a unit's entry in the register: struck off or dissolved, from a day, with the paper that says so (E5). Its hazards do not close by that: each
/// is put before its officer afterwards, who decides per device (<see cref="OpenDisposals"/>).
/// </summary>
internal static class DissolveUnit
{
    private const string Article = "边界规则 E5（单位注销、设备迁移的隐患处置）";
    private const int MostProof = 500;
    private static readonly string[] Officers = [PostKinds.CaseOfficer, PostKinds.Approver];

    /// <param name="Ending">DEREGISTERED or DISSOLVED.</param>
    /// <param name="Proof">Which paper says so: organ, number, day.</param>
    public sealed record Form(long Version, string? Ending, DateOnly? HappenedOn, string? Proof);

    public sealed record Receipt(Guid Id, string Name, DateOnly DissolvedOn, long Version);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/enterprises/{id:guid}/dissolve", async (
                Guid id, Form form, HttpContext http, IActRing ring, IActorSource actors, OpenDisposals disposals, CancellationToken cancellation) =>
            {
                var actor = await actors.CurrentAsync(http, cancellation);
                var result = await ring.RunAsync("organizations/dissolve-enterprise", actor, (act, token) => DoAsync(id, form, act, token), cancellation: cancellation);
                if (!result.IsRejected)
                {
                    await disposals.DoAsync(null, cancellation);
                }
                return result.ToHttp();
            })
            .RequireAuthorization(Policies.Officials).WithName("dissolve-enterprise").WithTags("organizations").WithSummary("登记单位注销、解散").Produces<Receipt>()
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    internal static async Task<Result<Receipt>> DoAsync(Guid id, Form form, ActContext act, CancellationToken cancellation)
    {
        if (Refusals.OfReader(act.Actor) is { } reader)
        {
            return reader;
        }
        var scope = await act.Services.GetRequiredService<IDirectory>().ScopeAsync(act.Actor, cancellation);
        if (await act.Db.Set<Enterprise>().Within(scope).FirstOrDefaultAsync(e => e.Id == id && e.Void == null, cancellation) is not { } unit)
        {
            return Refusals.NoSuchEnterprise;
        }
        if (!act.Actor.Posts.Any(p => p.EnterpriseId is null && Officers.Contains(p.PostKind)))
        {
            return Rejection.Forbidden("organizations.only-officers", "单位注销、解散应由本地区承办人或者审批人登记。");
        }
        if (unit.Version != form.Version)
        {
            return Refusals.StaleVersion(unit.Version);
        }
        if (unit.Status == EnterpriseStatus.Dissolved)
        {
            return Refusals.Dissolved(unit);
        }
        var today = ShanghaiTime.DateOf(act.Now);
        var errors = Check(form, today);
        if (errors.Count > 0)
        {
            return Rejection.Form("organizations.dissolution-incomplete", "登记单位注销、解散应写明方式、日期和依据。", [.. errors]);
        }
        UpperSnake.TryTo<UnitEnding>(form.Ending!, out var ending);
        (unit.Status, unit.Ending, unit.DissolvedOn, unit.EndingProof) = (EnterpriseStatus.Dissolved, ending, form.HappenedOn, form.Proof!.Trim());
        unit.Version++;
        act.Record(new LedgerFact(id, "dissolve-enterprise", $"单位“{unit.Name}”于 {ShanghaiTime.Text(form.HappenedOn!.Value)} {ending.Name()}：{unit.EndingProof}")
        {
            Detail = new Dictionary<string, object?> { ["ending"] = UpperSnake.From(ending), ["happenedOn"] = form.HappenedOn, ["proof"] = unit.EndingProof },
        });
        return new Receipt(id, unit.Name, form.HappenedOn.Value, unit.Version);
    }

    private static List<FieldObjection> Check(Form form, DateOnly today)
    {
        List<FieldObjection> errors = [.. Refusals.Required("proof", form.Proof, MostProof).Select(e => e with { Article = Article })];
        if (!UpperSnake.TryTo<UnitEnding>(form.Ending ?? "", out _))
        {
            var expected = string.Join("、", Enum.GetValues<UnitEnding>().Select(e => $"{UpperSnake.From(e)}（{e.Name()}）"));
            errors.Add(new FieldObjection("ending", $"应为 {expected} 之一", $"实际为“{form.Ending}”", Article));
        }
        if (form.HappenedOn is not { } day)
        {
            errors.Add(new FieldObjection("happenedOn", "应填写日期", "实际为空", Article));
        }
        else if (day > today)
        {
            errors.Add(new FieldObjection("happenedOn", $"应不晚于今天 {ShanghaiTime.Text(today)}", $"实际为 {ShanghaiTime.Text(day)}", Article));
        }
        return errors;
    }
}
