using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.TaskInbox;
using SpecialEquipment.Workflow.Capabilities.Tests.Journeys;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Matters;

/// <summary>E9: each item is an act of its own.</summary>
public sealed class ManyMattersTests
{
    [Fact]
    public async Task What_is_refused_for_one_is_done_for_the_others()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var (first, stale, second, wrong) = (await county.ReportAsync(), await county.ReportAsync(), await county.ReportAsync(), await county.RegisteredAsync());
        async Task<ManyMatters.Item> ItemAsync(Guid id, long off = 0) => new(id, (await county.MatterAsync(id)).Version + off);
        var form = JsonSerializer.SerializeToElement(new { clause = "《特种设备安全监督检查办法》第二十九条" });
        var receipt = (await county.Services.GetRequiredService<ManyMatters>().DoAsync(
            new("register", [await ItemAsync(first), await ItemAsync(stale, -1), await ItemAsync(second), await ItemAsync(wrong), new(Guid.CreateVersion7(), 1)], form), await county.ActorAsync("officer1"), default)).Value;

        Assert.Equal((2, 3), (receipt.Done, receipt.Refused));
        Assert.Equal([true, false, true, false, false], receipt.Items.Select(i => i.Ok));
        Assert.All(receipt.Items.Where(i => !i.Ok), i => Assert.NotEmpty(i.Detail));
        Assert.Equal([HazardState.Registered, HazardState.Reported, HazardState.Registered], new[] { (await county.MatterAsync(first)).State, (await county.MatterAsync(stale)).State, (await county.MatterAsync(second)).State });
    }

    [Fact]
    public async Task More_than_two_hundred_or_an_unknown_verb_is_refused_whole()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var (many, officer) = (county.Services.GetRequiredService<ManyMatters>(), await county.ActorAsync("officer1"));
        var form = JsonSerializer.SerializeToElement(new { });
        var tooMany = Enumerable.Range(0, 201).Select(_ => new ManyMatters.Item(Guid.CreateVersion7(), 1)).ToList();
        Assert.Equal("matters.many", (await many.DoAsync(new("register", tooMany, form), officer, default)).Rejection!.Code);
        Assert.Equal("matters.unknown-command", (await many.DoAsync(new("burn", tooMany[..1], form), officer, default)).Rejection!.Code);
        Assert.Equal("matters.form", (await many.DoAsync(new("register", tooMany[..1], null), officer, default)).Rejection!.Code);
    }

    [Fact]
    public async Task Who_owes_something_on_each_matter_is_urged_and_the_rest_is_said()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var waiting = await county.RectifyingAsync("2026-03-20");
        var unknown = Guid.CreateVersion7();
        var officer = await county.ActorAsync("officer1");
        var urged = await county.ReadAsync((services, _) => services.GetRequiredService<UrgeMatters>().DoAsync([waiting, unknown], "请抓紧", officer, default));
        Assert.Equal([true, false], urged.Select(u => u.Ok));
        Assert.Equal([waiting, unknown], urged.Select(u => u.Id));
        var again = await county.ReadAsync((services, _) => services.GetRequiredService<UrgeMatters>().DoAsync([waiting], null, officer, default));
        Assert.Equal("tasks.urged-today", Assert.Single(again).Code);
    }
}
