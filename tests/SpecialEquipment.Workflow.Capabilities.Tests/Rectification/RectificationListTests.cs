using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Rectification;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.Tests.Journeys;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Rectification;

/// <summary>整改清单 (NX): rows with the five elements, issued as a numbered paper that does not change afterwards.</summary>
public sealed class RectificationListTests
{
    [Fact]
    public async Task A_list_names_problem_five_elements_and_state_open_ones_first()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var spot = await county.GradedAsync();
        await county.BothAsync("inspector1", "inspector2", spot, "fix-on-spot", new
        {
            text = "当场更换触点", fixedAt = county.Now, secondInspectorId = (await county.ActorAsync("inspector2")).PersonId,
            before = new[] { await county.FileAsync("inspector1") }, after = new[] { await county.FileAsync("inspector1") },
        });
        await county.DoAsync("approver1", spot, "sign-off", new { opinion = "同意" });
        var open = await county.RectifyingAsync("2026-03-20");
        await county.ReportAsync();
        await county.OtherUnitsHazardAsync();

        var rows = await RowsAsync(county, "officer1");
        Assert.Equal([open, spot], rows.Select(r => r.MatterId));
        Assert.Equal(("2026-03-20", 12000m, "张主任、王工", "整改中"), (rows[0].Deadline!.Value.ToString("yyyy-MM-dd"), rows[0].FundingAmount, rows[0].Responsible, rows[0].StateName));
        Assert.Equal(2, rows[0].Measures.Count);
        Assert.NotNull(rows[1].SignedOffOn);
    }

    [Fact]
    public async Task It_is_issued_by_the_officer_and_read_by_the_unit()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        Assert.Equal("rectification.nothing-open", (await IssueAsync(county, "officer1")).Rejection!.Code);
        await county.RectifyingAsync("2026-03-20");
        Assert.Equal("rectification.not-the-officer", (await IssueAsync(county, "inspector1")).Rejection!.Code);
        var issued = (await IssueAsync(county, "officer1")).Value;
        Assert.Contains("整清", issued.Number);
        Assert.Equal("RECTIFICATION_LIST", Assert.Single(await county.DocumentsAsync(county.UnitId)).Kind);

        var access = await county.ReadAsync(async (services, db) =>
        {
            var may = services.GetRequiredService<IMatterAccess>();
            return (Own: await may.MaySeeAsync(county.UnitId, await county.ActorAsync("enterprise1"), db, default),
                Official: await may.MaySeeAsync(county.UnitId, await county.ActorAsync("officer1"), db, default));
        });
        Assert.Equal((true, true), access);
    }

    private static Task<IReadOnlyList<RectificationRow>> RowsAsync(County county, string who) => county.ReadAsync(async (services, db) =>
        await RectificationLists.OfUnitAsync(
            db, await services.GetRequiredService<MatterAccess>().VisibleAsync(db, await county.ActorAsync(who), default), county.UnitId, openOnly: false, default));

    private static async Task<Result<IssuedDocument>> IssueAsync(County county, string who) =>
        await county.Services.GetRequiredService<IActRing>().RunAsync("issue", await county.ActorAsync(who), (act, stop) => ListRectifications.IssueAsync(county.UnitId, act, stop));
}
