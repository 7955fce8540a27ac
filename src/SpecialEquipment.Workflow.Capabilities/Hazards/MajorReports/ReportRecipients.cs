using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Evidence;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>A recipient the rule names; without a post when the directory has nobody there who could sign for it.</summary>
public sealed record PlannedRecipient(RecipientRole Role, DepartmentView Department, PostView? Post, string Reason);

/// <summary>Who is told of a major hazard, decided by rule and never by the person who reports (DOMAIN §4.2, §2.4, E19).</summary>
/// <param name="Grounds">Cases of "necessary to report to the government" that follow from what is on record.</param>
/// <param name="Missing">Recipients the rule asks for and the directory does not have.</param>
public sealed record RecipientPlan(IReadOnlyList<PlannedRecipient> Recipients, PlannedRecipient? Government, IReadOnlyList<GovernmentGround> Grounds, IReadOnlyList<RecipientRole> Missing);

internal static class ReportRecipients
{
    private static readonly string[] Livelihood = ["RESIDENTIAL", "MUNICIPAL_UTILITY"];
    private static readonly string[] OfDepartment = [PostKinds.LiaisonOfficer, PostKinds.DepartmentLeader];
    private static readonly string[] OfRegulator = [PostKinds.CaseOfficer, PostKinds.BureauOffice, PostKinds.BureauLeader];

    public static async Task<RecipientPlan> PlanAsync(Matter matter, Actor reporter, WorkflowDbContext db, IDirectory directory, CancellationToken cancellation)
    {
        var (found, missing) = (new List<PlannedRecipient>(), new List<RecipientRole>());
        var sectors = await SectorsAsync(matter, directory, cancellation);
        foreach (var (department, reason) in sectors)
            found.Add(new PlannedRecipient(RecipientRole.SectorDepartment, department, await PostAsync(department, OfDepartment, directory, cancellation), reason));
        if (sectors.Count == 0)
            missing.Add(RecipientRole.SectorDepartment);

        var regulator = await directory.FindDepartmentAsync(matter.RegionCode, DepartmentCodes.MarketRegulator, cancellation);
        if (regulator is null)
            missing.Add(RecipientRole.DirectRegulator);
        else if (reporter.Posts.All(p => p.DepartmentId != regulator.Id))
            found.Add(new PlannedRecipient(RecipientRole.DirectRegulator, regulator, await PostAsync(regulator, OfRegulator, directory, cancellation), "发现部门不是直接监管部门"));

        if (await directory.NextLevelRegulatorAsync(matter.RegionCode, cancellation) is { Department: { } above } upper)
            found.Add(new PlannedRecipient(RecipientRole.UpperRegulator, above, upper.Post ?? await PostAsync(above, OfRegulator, directory, cancellation), "重大隐患应报上一级监管部门"));
        else
            missing.Add(RecipientRole.UpperRegulator);

        var government = await directory.FindDepartmentAsync(matter.RegionCode, DepartmentCodes.Government, cancellation) is { } hall
            ? new PlannedRecipient(RecipientRole.Government, hall, await PostAsync(hall, OfDepartment, directory, cancellation), "必要时报本级人民政府") : null;
        return new RecipientPlan(found, government, await GroundsAsync(matter, sectors.Count, db, cancellation), missing);
    }

    /// <summary>By place type; where no department answers for it, the safety-committee office names one (DOMAIN §2.4 fallback).</summary>
    private static async Task<IReadOnlyList<(DepartmentView Department, string Reason)>> SectorsAsync(Matter matter, IDirectory directory, CancellationToken cancellation)
    {
        var sectors = matter.PlaceType is { } place ? await directory.SectorDepartmentsAsync(matter.RegionCode, place, cancellation) : [];
        if (sectors.Count > 0)
            return [.. sectors.Select(d => (d, "按场所类型确定的行业主管部门"))];
        return await directory.FindDepartmentAsync(matter.RegionCode, DepartmentCodes.EmergencyManagement, cancellation) is { } office
            ? [(office, "行业主管部门不明，报安委会办公室指定")] : [];
    }

    public static async Task<PostView?> PostAsync(DepartmentView department, IEnumerable<string> kinds, IDirectory directory, CancellationToken cancellation)
    {
        foreach (var kind in kinds)
        {
            if (await directory.ResolvePostAsync(kind, department.RegionCode, department.Code, cancellation) is { } post && post.DepartmentId == department.Id)
                return post;
        }
        return null;
    }

    private static async Task<IReadOnlyList<GovernmentGround>> GroundsAsync(Matter matter, int sectors, WorkflowDbContext db, CancellationToken cancellation)
    {
        var triggers = await db.Set<HazardReport>().AsNoTracking().Where(r => r.MatterId == matter.Id && r.Trigger != null).Select(r => r.Trigger).ToListAsync(cancellation);
        var refused = triggers.Contains(FrontlineTrigger.Refusal)
            || await db.Set<LedgerEntry>().AnyAsync(e => e.MatterId == matter.Id && e.Act == RefusedToExecute, cancellation);
        var isPrevalent = await db.Set<Hazard>().AnyAsync(h => h.MatterId == matter.Id && h.PatternId != null, cancellation);
        var grounds = new List<GovernmentGround>();
        void When(bool holds, GovernmentGround ground)
        {
            if (holds)
                grounds.Add(ground);
        }
        When(isPrevalent || triggers.Contains(FrontlineTrigger.RegionalOrPrevalent), GovernmentGround.RegionalOrPrevalent);
        When(refused, GovernmentGround.Refusal);
        When(sectors > 1, GovernmentGround.SeveralDepartments);
        When(matter.PlaceType is { } place && Livelihood.Contains(place), GovernmentGround.Livelihood);
        return grounds;
    }

    /// <summary>Name of the fact in the ledger of a matter whose unit did not obey an order (E21).</summary>
    public const string RefusedToExecute = "refused-to-execute";
}
