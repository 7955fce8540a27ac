using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Escalation;
using SpecialEquipment.Workflow.Capabilities.Hazards;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Attachments;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;
using SpecialEquipment.Workflow.Capabilities.Shared.Holds;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.TaskInbox;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.CaseFile;

/// <summary>GET /hazards/{id}: reads across capabilities and changes nothing.</summary>
internal sealed class ReadCase(
    WorkflowDbContext db, MatterAccess access, IDirectory directory, IAttachmentBinder attachments, IDocumentRegister documents, FindTasks tasks,
    MatterCommands commands, DeadlineRules rules, BusinessClock clock, IServiceProvider services)
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/hazards/{id:guid}", async (Guid id, ReadCase read, IActorSource actors, HttpContext http, CancellationToken cancellation) =>
                await read.DoAsync(id, await actors.CurrentAsync(http, cancellation), cancellation) is { } view ? Results.Ok(view) : MatterRefusals.NotFound().ToHttp())
            .RequireAuthorization(Policies.SignedIn).WithName("get-hazard").WithTags("hazards").WithSummary("一案一档")
            .Produces<CaseView>().ProducesProblem(StatusCodes.Status404NotFound);

    public async Task<CaseView?> DoAsync(Guid id, Actor actor, CancellationToken cancellation)
    {
        var matter = await (await access.VisibleAsync(db, actor, cancellation)).SingleOrDefaultAsync(m => m.Id == id, cancellation);
        if (matter is null)
            return null;
        var now = clock.GetUtcNow();
        var calendar = rules.Now.Calendar;
        var hazard = await db.Set<Hazard>().AsNoTracking().SingleAsync(h => h.MatterId == id, cancellation);
        var row = HazardRowView.Of(matter, hazard, calendar, now);
        var knowsFinder = hazard.Source != HazardSource.TipOff || await access.HandlesAsync(id, [PostKinds.CaseOfficer, PostKinds.Approver], actor, db, cancellation);
        var plans = await ReadRectification.PlansAsync(db, id, cancellation);
        var instructions = await ReadRectification.InstructionsAsync(db, id, cancellation);
        return new CaseView
        {
            Id = row.Id, Number = row.Number, Title = row.Title, Text = row.Text, State = row.State, StateName = row.StateName, Grade = row.Grade, GradeName = row.GradeName,
            IsOverdue = row.IsOverdue, OverdueWorkingDays = row.OverdueWorkingDays, Source = row.Source, SourceName = row.SourceName, FoundAt = row.FoundAt,
            EnterpriseId = row.EnterpriseId, EnterpriseName = row.EnterpriseName, EquipmentCode = row.EquipmentCode, EquipmentKindName = row.EquipmentKindName, Place = row.Place,
            RegionCode = row.RegionCode, RegionName = row.RegionName, Deadline = row.Deadline, CurrentHolder = row.CurrentHolder, UpdatedAt = row.UpdatedAt, Version = row.Version,
            FinderName = knowsFinder ? hazard.FinderName : null, ReceivedAt = hazard.ReceivedAt, LateReason = hazard.LateReason, ImmediateDanger = hazard.ImmediateDanger,
            Clause = hazard.Clause, GradingBasis = Bases(hazard), GradingText = hazard.BasisText, ClosedAt = matter.ClosedAt,
            Enterprise = matter.EnterpriseId is { } unit ? await directory.FindEnterpriseAsync(unit, cancellation) : null,
            Equipment = hazard.EquipmentId is { } device ? await directory.FindEquipmentAsync(device, cancellation) : null, EquipmentText = hazard.EquipmentText,
            Plan = plans.Count > 0 ? plans[0] : null, Plans = plans, Instruction = instructions.Count > 0 ? instructions[0] : null, Instructions = instructions,
            Reports = await ReadRectification.ReportsAsync(db, id, cancellation), Reinspections = await ReadRectification.ReinspectionsAsync(db, id, cancellation),
            Extensions = await ReadRectification.ExtensionsAsync(db, id, cancellation), Progress = await ReadRectification.ProgressAsync(db, id, cancellation),
            HazardReports = await ReadMajor.ReportsAsync(db, id, cancellation), EmergencyMeasures = await ReadMajor.EmergencyMeasuresAsync(db, id, cancellation),
            Seizures = await ReadMajor.SeizuresAsync(db, id, cancellation), DefaultDeadline = ReadMajor.DefaultDeadline(matter, rules.Now, now),
            Deadlines = await ReadDeadlines.DoAsync(db, id, calendar, now, cancellation),
            Documents = [.. (await documents.OfMatterAsync(db, id, cancellation)).Where(d => actor.EnterpriseId is null || !d.IsInternal)], Tasks = await tasks.OfMatterAsync(id, actor, db, directory, now, cancellation),
            Confirmations = await ConfirmationsAsync(id, actor, cancellation), Parties = await PartiesAsync(id, knowsFinder, cancellation),
            Attachments = await attachments.OfMatterAsync(db, id, cancellation), Links = await LinksAsync(id, cancellation), Holds = await HoldsAsync(id, cancellation),
            CloseReason = matter.CloseReason, Closure = await ReadEnding.ClosureAsync(db, id, cancellation), Routing = await ReadEnding.RoutingAsync(db, id, cancellation),
            LookBack = await ReadEnding.LookBackAsync(db, id, actor.EnterpriseId is null, cancellation),
            Escalation = await EscalationAsync(id, cancellation), Commands = await CommandsAsync(matter, actor, now, cancellation),
            Flows = await FlowPicture.ReadAsync(db, id, cancellation),
        };
    }

    private static List<string> Bases(Hazard hazard) =>
        [.. (hazard.BasisCodes ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(code => GradingBases.Find(code) is { } basis ? $"{basis.Name}（{basis.Source}）" : code)];

    private async Task<IReadOnlyList<ConfirmationView>> ConfirmationsAsync(Guid id, Actor actor, CancellationToken cancellation)
    {
        var rows = await db.Set<Confirmation>().AsNoTracking().Where(c => c.MatterId == id).OrderByDescending(c => c.Key).ToListAsync(cancellation);
        return [.. rows.Select(c => Show(c, [.. rows.Where(r => c.ChainId is { } chain && (r.Id == chain || r.ChainId == chain) && r.Place < c.Place).OrderBy(r => r.Place).Select(r => r.DecidedByName ?? "")], actor))];
    }

    private ConfirmationView Show(Confirmation c, IReadOnlyList<string> signedBy, Actor actor)
    {
        var pending = c.State == ConfirmationState.Pending;
        var canWithdraw = pending && c.ProposerUserId == actor.UserId;
        var canConfirm = pending && !canWithdraw
            && (c.ConfirmerPersonId is { } person ? person == actor.PersonId : actor.Posts.Any(p => p.PostKind == c.ConfirmerPostKind));
        return new ConfirmationView(
            c.Id, c.Command, commands.DisplayNameOf(c.Command), c.ProposerName, c.ProposedAt, c.ConfirmerName, UpperSnake.From(c.State), c.DecidedByName, c.DecidedAt, c.Reason,
            canConfirm, canWithdraw, canConfirm || canWithdraw ? JsonSerializer.Deserialize<JsonElement>(c.FormJson) : null, signedBy);
    }

    /// <summary>Who tipped off is told neither to the unit nor to officials who do not handle the case.</summary>
    private async Task<IReadOnlyList<PartyView>> PartiesAsync(Guid id, bool knowsFinder, CancellationToken cancellation) =>
        [.. (await db.Set<MatterParty>().AsNoTracking().Where(p => p.MatterId == id).OrderBy(p => p.Key).ToListAsync(cancellation))
            .Where(p => p.Role != PartyRole.Finder || knowsFinder)
            .Select(p => new PartyView(UpperSnake.From(p.Role), p.Role.Name(), p.PersonName, p.PostName, p.DepartmentName, p.EnterpriseName, p.Since))];

    private async Task<IReadOnlyList<LinkView>> LinksAsync(Guid id, CancellationToken cancellation) =>
        await (from l in db.Set<MatterLink>().AsNoTracking()
               join m in db.Set<Matter>().AsNoTracking() on l.OtherMatterId equals m.Id
               where l.MatterId == id
               select new LinkView(l.Kind, m.Id, m.Number)).ToListAsync(cancellation);

    private async Task<IReadOnlyList<HoldView>> HoldsAsync(Guid id, CancellationToken cancellation)
    {
        var views = new List<HoldView>();
        foreach (var hold in await db.OpenHoldsAsync(id, cancellation))
        {
            var device = hold.EquipmentId is { } equipment ? await directory.FindEquipmentAsync(equipment, cancellation) : null;
            views.Add(new HoldView(UpperSnake.From(hold.Kind), hold.KindName, hold.Article, hold.DocumentNumber, hold.PlacedAt, device?.Code));
        }
        return views;
    }

    private async Task<EscalationView?> EscalationAsync(Guid id, CancellationToken cancellation) =>
        await db.Set<EscalationCase>().AsNoTracking().Where(e => e.MatterId == id).OrderByDescending(e => e.Key).FirstOrDefaultAsync(cancellation) is { } open
            ? new EscalationView(open.Level.ToString(), open.Level.Name(), open.Fact, open.OpenedAt, open.ClosedAt) : null;

    /// <summary>我现在能做什么: what is this person's now, and what the rule forbids with its reason; the rest is not shown.</summary>
    private async Task<IReadOnlyList<CommandView>> CommandsAsync(Matter matter, Actor actor, DateTimeOffset now, CancellationToken cancellation)
    {
        var asking = new ActContext(db, actor, now, now, services);
        var views = new List<CommandView>();
        foreach (var command in commands.All)
        {
            var availability = await command.AvailabilityAsync(matter, asking, cancellation);
            if (availability.Status != CommandAvailability.Hidden.Status)
                views.Add(new CommandView(command.Name, command.DisplayName, availability.Status, availability.Reason, availability.Article));
        }
        return views;
    }
}
