using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Evidence;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage.Tests.Databases;

namespace SpecialEquipment.Workflow.Storage.Tests.Acts;

public class ActRingTests
{
    [Fact]
    public async Task An_act_stores_its_rows_and_its_ledger_entries_in_one_commit()
    {
        await using var test = await TestDatabase.SqliteAsync();
        var id = await NewMatterAsync(test);

        await using var db = test.Database.CreateContext();
        var matter = await db.Set<Matter>().SingleAsync(m => m.Id == id);
        Assert.Equal(HazardState.Reported, matter.State);
        Assert.Equal(TimeSpan.Zero, matter.CreatedAt.Offset);
        var entry = await db.Set<LedgerEntry>().SingleAsync(e => e.MatterId == id);
        Assert.Equal(("report", "上报隐患", 1L), (entry.Act, entry.Summary, entry.Sequence));
        Assert.True((await VerifyLedger.RunAsync(db, id, default)).IsIntact);
    }

    [Fact]
    public async Task A_rejected_act_leaves_nothing()
    {
        await using var test = await TestDatabase.SqliteAsync();
        var result = await test.Ring.RunAsync<Guid>("test/refuse", Actor.System, async (act, ct) =>
        {
            act.Db.Add(MatterOf(act));
            await act.Db.SaveChangesAsync(ct);
            return Rejection.Form("test.no", "应为是，实际为否。");
        });

        Assert.Equal("test.no", result.Rejection?.Code);
        await using var db = test.Database.CreateContext();
        Assert.Empty(await db.Set<Matter>().ToListAsync());
    }

    [Fact]
    public async Task An_act_that_throws_leaves_nothing_and_the_next_one_works()
    {
        await using var test = await TestDatabase.SqliteAsync();
        await Assert.ThrowsAsync<FormatException>(() => test.Ring.RunAsync<Guid>("test/throw", Actor.System, async (act, ct) =>
        {
            act.Db.Add(MatterOf(act));
            await act.Db.SaveChangesAsync(ct);
            throw new FormatException("defect");
        }));

        var id = await NewMatterAsync(test);
        await using var db = test.Database.CreateContext();
        Assert.Equal(id, (await db.Set<Matter>().SingleAsync()).Id);
    }

    [Fact]
    public async Task A_changed_ledger_entry_is_named()
    {
        await using var test = await TestDatabase.SqliteAsync();
        var id = await NewMatterAsync(test);
        for (var i = 0; i < 3; i++)
            await test.Ring.RunAsync("test/note", Actor.System, (act, _) =>
            {
                act.Record(new LedgerFact(id, "note", "记录") { Detail = new Dictionary<string, object?> { ["文"] = "好" } });
                return Task.FromResult<Result<int>>(1);
            });

        await using var db = test.Database.CreateContext();
        Assert.True((await VerifyLedger.RunAsync(db, id, default)).IsIntact);
        await db.Set<LedgerEntry>().Where(e => e.MatterId == id && e.Sequence == 3).ExecuteUpdateAsync(s => s.SetProperty(e => e.Summary, "改"));
        Assert.Equal(3, (await VerifyLedger.RunAsync(db, id, default)).BrokenAt);
    }

    [Fact]
    public async Task An_act_inside_an_act_fails_loudly()
    {
        await using var test = await TestDatabase.SqliteAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => test.Ring.RunAsync<Guid>("test/outer", Actor.System, async (_, _) => await NewMatterAsync(test)));
        await NewMatterAsync(test);
    }

    internal static Matter MatterOf(ActContext act) => new()
    {
        Id = Guid.CreateVersion7(act.Now), Kind = "HAZARD", Title = "电梯层门", RegionCode = "330000", CreatedAt = act.Now, UpdatedAt = act.Now,
    };

    internal static async Task<Guid> NewMatterAsync(TestDatabase test)
    {
        var result = await test.Ring.RunAsync<Guid>("test/report", Actor.System, (act, _) =>
        {
            var matter = MatterOf(act);
            act.Db.Add(matter);
            act.Record(new LedgerFact(matter.Id, "report", "上报隐患") { StateAfter = "REPORTED" });
            return Task.FromResult<Result<Guid>>(matter.Id);
        });
        return result.Value;
    }
}
