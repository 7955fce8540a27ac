using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Ledger;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Evidence;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Ledger;

public class ReadLedgerTests
{
    private readonly Guid matter = Guid.CreateVersion7();

    private static Task<Result<ReadLedger.Page>> ReadAsync(Bench bench, Guid subject, Actor actor) =>
        bench.ReadAsync((_, db) => ReadLedger.ReadAsync(subject, actor, db, bench.Matters, default));

    private Task<Result<bool>> WriteAsync(Bench bench, Actor actor, string act, object? detail = null) => bench.ActAsync<bool>(actor, (context, _) =>
    {
        context.Record(new LedgerFact(matter, act, $"测试 {act}")
        {
            StateAfter = "REGISTERED", Detail = detail is null ? null : new Dictionary<string, object?> { ["form"] = detail },
        });
        return Task.FromResult<Result<bool>>(true);
    });

    [Fact]
    public async Task Entries_say_who_what_when_and_the_chain_stands()
    {
        await using var bench = await Bench.WithCountyAsync();
        var officer = await bench.ActorAsync("officer1");
        bench.Matters.Show(matter, officer);
        await WriteAsync(bench, officer, "register", "条款一");
        bench.Time.Advance(TimeSpan.FromMinutes(3));
        await WriteAsync(bench, officer, "grade");
        var page = (await ReadAsync(bench, matter, officer)).Value;
        Assert.Equal([1L, 2L], page.Items.Select(e => e.Sequence));
        var first = page.Items[0];
        Assert.Equal(("register", officer.PersonName, officer.Posts[0].PostName, "REGISTERED"), (first.Act, first.PersonName, first.PostName, first.StateAfter));
        Assert.Equal("条款一", first.Detail!.Value.GetProperty("form").GetString());
        Assert.Equal(64, first.Hash.Length);
        Assert.Equal(new ReadLedger.Verdict(true, null, null, 2), page.Verified);
    }

    [Theory]
    [InlineData("UPDATE ledger_entry SET summary = '改过' WHERE sequence = 2", 2)]
    [InlineData("UPDATE ledger_entry SET detail = X'7B7D' WHERE sequence = 1", 1)]
    [InlineData("UPDATE ledger_entry SET detail = X'FF' WHERE sequence = 3", 3)]
    [InlineData("DELETE FROM ledger_entry WHERE sequence = 2", 2)]
    [InlineData("DELETE FROM ledger_entry WHERE sequence = 3", 3)]
    public async Task Tampering_is_named_by_the_first_broken_entry(string tampering, long firstBroken)
    {
        await using var bench = await Bench.WithCountyAsync();
        var officer = await bench.ActorAsync("officer1");
        bench.Matters.Show(matter, officer);
        foreach (var act in new[] { "register", "grade", "issue-instruction" })
        {
            await WriteAsync(bench, officer, act, act);
        }
        await bench.ReadAsync((_, db) => db.Database.ExecuteSqlRawAsync(tampering));
        var verdict = (await ReadAsync(bench, matter, officer)).Value.Verified;
        Assert.Equal((false, firstBroken), (verdict.Ok, verdict.FirstBroken));
        Assert.NotNull(verdict.Reason);
    }

    [Fact]
    public async Task Only_who_may_see_the_matter_reads_it_and_an_auditor_reads_every_ledger()
    {
        await using var bench = await Bench.WithCountyAsync();
        var officer = await bench.ActorAsync("officer1");
        await WriteAsync(bench, officer, "register");
        Assert.Equal(404, (await ReadAsync(bench, matter, await bench.ActorAsync("enterprise1"))).Rejection!.Status);
        Assert.Single((await ReadAsync(bench, matter, await bench.ActorAsync("auditor1"))).Value.Items);
        Assert.Equal(404, (await ReadAsync(bench, Guid.CreateVersion7(), await bench.ActorAsync("auditor1"))).Rejection!.Status);
    }
}
