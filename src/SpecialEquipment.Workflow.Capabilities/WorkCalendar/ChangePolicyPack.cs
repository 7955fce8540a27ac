using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.WorkCalendars;

/// <summary>
/// A new version of the policy pack (E10): an administrator proposes it, whole or as rows over the one in force, another person approves or rejects.
/// Approved, it holds by event date from then on; what is open under the old one is looked at by <see cref="ApplyPolicyPack"/>.
/// </summary>
internal static class ChangePolicyPack
{
    private const int MostReason = 1000;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) } };

    public sealed record Decision(string? Opinion);

    public sealed record Proposal(
        Guid Id, string PackVersion, string BasedOn, string Reason, IReadOnlyList<string> Changes, string State, string ProposedBy, DateTimeOffset ProposedAt, string? DecidedBy,
        DateTimeOffset? DecidedAt, string? Opinion);

    /// <param name="OpenTasks">Open deadlines of the rules that change; those with a task keep their date and are marked.</param>
    public sealed record Preview(string PackVersion, IReadOnlyList<string> Changes, int OpenDeadlines);

    public sealed record PackRow(string Version, DateTimeOffset LoadedAt, string LoadedBy, int Rules, bool InForce, DateTimeOffset? AppliedAt, int Flagged, int Moved);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/policy-packs/preview", async (PolicyPackDraft.Form form, WorkflowDbContext db, IDirectory directory, CancellationToken cancellation) =>
                (await PreviewAsync(form, db, directory, cancellation)).ToHttp())
            .RequireAuthorization(Policies.Administrators).WithName("preview-policy-pack").WithTags("calendar").Produces<Preview>();
        api.MapPost("/policy-packs/propose", async (PolicyPackDraft.Form form, HttpContext http, IActRing ring, IActorSource actors, CancellationToken cancellation) =>
            {
                var actor = await actors.CurrentAsync(http, cancellation);
                return (await ring.RunAsync("calendar/propose-policy-pack", actor, (act, token) => ProposeAsync(form, act, token), cancellation: cancellation)).ToHttp();
            })
            .RequireAuthorization(Policies.Administrators).WithName("propose-policy-pack").WithTags("calendar").Produces<Proposal>();
        api.MapPost("/policy-packs/proposals/{id:guid}/approve", async (
                Guid id, Decision decision, HttpContext http, IActRing ring, IActorSource actors, FollowCalendar follow, CancellationToken cancellation) =>
            {
                var actor = await actors.CurrentAsync(http, cancellation);
                var result = await ring.RunAsync("calendar/approve-policy-pack", actor, (act, token) => DecideAsync(id, decision, true, act, token), cancellation: cancellation);
                if (!result.IsRejected)
                {
                    await follow.LoadedAsync(cancellation);
                }
                return result.ToHttp();
            })
            .RequireAuthorization(Policies.SignedIn).WithName("approve-policy-pack").WithTags("calendar").Produces<Proposal>();
        api.MapPost("/policy-packs/proposals/{id:guid}/reject", async (
                Guid id, Decision decision, HttpContext http, IActRing ring, IActorSource actors, CancellationToken cancellation) =>
            {
                var actor = await actors.CurrentAsync(http, cancellation);
                return (await ring.RunAsync("calendar/reject-policy-pack", actor, (act, token) => DecideAsync(id, decision, false, act, token), cancellation: cancellation)).ToHttp();
            })
            .RequireAuthorization(Policies.SignedIn).WithName("reject-policy-pack").WithTags("calendar").Produces<Proposal>();
        api.MapGet("/policy-packs/proposals", async (WorkflowDbContext db, CancellationToken cancellation) =>
            {
                var rows = await db.Set<PolicyPackProposal>().AsNoTracking().OrderByDescending(p => p.Key).Take(ListPages.TotalCap).ToListAsync(cancellation);
                return Results.Ok(new ListPage<Proposal>([.. rows.Select(View)], null, rows.Count, false));
            })
            .RequireAuthorization(Policies.Officials).WithName("list-policy-pack-proposals").WithTags("calendar").Produces<ListPage<Proposal>>();
        api.MapGet("/policy-packs", async (WorkflowDbContext db, CancellationToken cancellation) =>
            {
                var packs = await db.Set<StoredPolicyPack>().AsNoTracking().OrderByDescending(p => p.Key).ToListAsync(cancellation);
                var counts = await db.Set<StoredPolicyRule>().GroupBy(r => r.PackVersion).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
                var rows = packs.Select((p, i) => new PackRow(p.Version, p.LoadedAt, p.LoadedByName, counts.GetValueOrDefault(p.Version), i == 0, p.AppliedAt, p.Flagged, p.Moved)).ToList();
                return Results.Ok(new ListPage<PackRow>(rows, null, rows.Count, false));
            })
            .RequireAuthorization(Policies.SignedIn).WithName("list-policy-packs").WithTags("calendar").Produces<ListPage<PackRow>>();
    }

    internal static async Task<Result<Preview>> PreviewAsync(PolicyPackDraft.Form form, WorkflowDbContext db, IDirectory directory, CancellationToken cancellation)
    {
        var (read, inForce) = await ReadAsync(form, db, directory, cancellation);
        if (read.IsRejected)
        {
            return read.Rejection!;
        }
        var changed = inForce.Rules.Except(read.Value.Rules).Concat(read.Value.Rules.Except(inForce.Rules)).Select(r => r.Id).Distinct().ToList();
        var open = await ApplyPolicyPack.Open(db).CountAsync(d => changed.Contains(d.RuleId) && d.NamedDate == null, cancellation);
        return new Preview(read.Value.Version, PolicyPackDraft.Changes(read.Value, inForce), open);
    }

    internal static async Task<Result<Proposal>> ProposeAsync(PolicyPackDraft.Form form, ActContext act, CancellationToken cancellation)
    {
        if (!act.Actor.HasRole(Roles.Administrator))
        {
            return Rejection.Forbidden("calendar.not-administrator", "规则包由管理员提出。");
        }
        if (string.IsNullOrWhiteSpace(form.Reason) || form.Reason.Trim().Length > MostReason)
        {
            return Rejection.Form("calendar.pack-without-reason", "规则包变更应写明依据和理由。", new FieldObjection("reason", $"1 至 {MostReason} 字的依据和理由", string.IsNullOrWhiteSpace(form.Reason) ? "（空）" : $"{form.Reason.Trim().Length} 字"));
        }
        var (read, inForce) = await ReadAsync(form, act.Db, act.Services.GetRequiredService<IDirectory>(), cancellation);
        if (read.IsRejected)
        {
            return read.Rejection!;
        }
        var pack = read.Value;
        if (await act.Db.Set<StoredPolicyPack>().AnyAsync(p => p.Version == pack.Version, cancellation))
        {
            return Rejection.Conflict("calendar.pack-known", $"版本号“{pack.Version}”已经使用。") with { Errors = [new FieldObjection("version", "未用过的版本号", pack.Version)] };
        }
        var changes = PolicyPackDraft.Changes(pack, inForce);
        if (changes.Count == 0)
        {
            return Rejection.Conflict("calendar.pack-unchanged", "规则包应与现行版本有所不同，实际完全相同。");
        }
        var proposal = new PolicyPackProposal
        {
            Id = Guid.CreateVersion7(act.Now), PackVersion = pack.Version, BasedOn = inForce.Version, Reason = form.Reason.Trim(), Changes = string.Join('\n', changes),
            PackJson = JsonSerializer.Serialize(new { version = pack.Version, rules = pack.Rules, parameters = pack.Parameters }, Json),
            ProposedBy = act.Actor.UserId, ProposedByName = act.Actor.PersonName, ProposedAt = act.Now,
        };
        act.Db.Add(proposal);
        act.Record(CalendarLedger.Fact("propose-policy-pack", $"提出规则包 {pack.Version}（{changes.Count} 处变更）", new Dictionary<string, object?>
        {
            ["proposalId"] = proposal.Id, ["reason"] = proposal.Reason, ["changes"] = changes,
        }));
        return View(proposal);
    }

    internal static async Task<Result<Proposal>> DecideAsync(Guid id, Decision decision, bool approve, ActContext act, CancellationToken cancellation)
    {
        if (!act.Actor.HasRole(Roles.Approver) && !act.Actor.HasRole(Roles.Administrator))
        {
            return Rejection.Forbidden("calendar.not-approver", "规则包由审批人或者另一名管理员批准。");
        }
        if (await act.Db.Set<PolicyPackProposal>().SingleOrDefaultAsync(p => p.Id == id, cancellation) is not { } proposal)
        {
            return Rejection.NotFound("calendar.no-such-proposal", "未找到该规则包变更。");
        }
        if (proposal.ProposedBy == act.Actor.UserId)
        {
            return Rejection.Forbidden("calendar.same-person", "提出人不得批准自己提出的变更，应由另一人办理。");
        }
        if (proposal.State != CorrectionState.Proposed)
        {
            return Rejection.Conflict("calendar.proposal-decided", $"变更应为待批准，实际已由{proposal.DecidedByName}办理。");
        }
        if (!approve && string.IsNullOrWhiteSpace(decision.Opinion))
        {
            return Rejection.Form("calendar.rejection-without-opinion", "不予批准应写明意见。", new FieldObjection("opinion", "意见", "（空）"));
        }
        if (approve)
        {
            var newest = await act.Db.Set<StoredPolicyPack>().OrderByDescending(p => p.Key).Select(p => p.Version).FirstOrDefaultAsync(cancellation);
            if (newest != proposal.BasedOn)
            {
                return Rejection.Conflict("calendar.proposal-outdated", $"变更应基于现行版本 {newest}，实际基于 {proposal.BasedOn}；应重新提出。");
            }
            Load(PolicyPack.Parse(proposal.PackJson), act);
        }
        (proposal.State, proposal.DecidedBy, proposal.DecidedByName) = (approve ? CorrectionState.Approved : CorrectionState.Rejected, act.Actor.UserId, act.Actor.PersonName);
        (proposal.DecidedAt, proposal.Opinion) = (act.Now, decision.Opinion?.Trim());
        proposal.Version++;
        act.Record(CalendarLedger.Fact("decide-policy-pack", $"{(approve ? "批准" : "不予批准")}规则包 {proposal.PackVersion}", new Dictionary<string, object?>
        {
            ["proposalId"] = proposal.Id, ["opinion"] = proposal.Opinion, ["proposedBy"] = proposal.ProposedByName,
        }));
        return View(proposal);
    }

    private static void Load(PolicyPack pack, ActContext act)
    {
        act.Db.Add(new StoredPolicyPack { Version = pack.Version, LoadedAt = act.Now, LoadedByName = act.Actor.PersonName });
        act.Db.AddRange(pack.Rules.Select(rule => StoredPolicyRule.Of(pack.Version, rule)));
        act.Db.AddRange(pack.Parameters.Select(parameter => StoredPolicyParameter.Of(pack.Version, parameter)));
    }

    private static async Task<(Result<PolicyPack> Read, PolicyPack InForce)> ReadAsync(PolicyPackDraft.Form form, WorkflowDbContext db, IDirectory directory, CancellationToken cancellation)
    {
        var inForce = await CalendarBook.PolicyAsync(db, cancellation) ?? ShippedData.Policy();
        var read = PolicyPackDraft.Read(form, inForce);
        if (read.IsRejected)
        {
            return (read, inForce);
        }
        var unknown = new List<string>();
        foreach (var region in read.Value.Rules.Select(r => r.Region).Concat(read.Value.Parameters.Select(p => p.Region)).OfType<string>().Distinct())
        {
            if (await directory.FindRegionAsync(region, cancellation) is null)
            {
                unknown.Add(region);
            }
        }
        return (unknown.Count == 0 ? read : Rejection.Form("calendar.pack-region", "规则包中有未登记的行政区划。", new FieldObjection("rules.region", "已有的行政区划代码", string.Join("、", unknown))), inForce);
    }

    private static Proposal View(PolicyPackProposal p) => new(
        p.Id, p.PackVersion, p.BasedOn, p.Reason, p.Changes.Split('\n'), p.State.ToString().ToUpperInvariant(), p.ProposedByName, p.ProposedAt, p.DecidedByName, p.DecidedAt, p.Opinion);
}
