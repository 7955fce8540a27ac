using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.Shared.Notices;

namespace SpecialEquipment.Workflow.Server.Tests.Notifications;

/// <summary>The live line of a screen, through the whole server.</summary>
public sealed class HubTests(SharedServer server) : IClassFixture<SharedServer>
{
    private ServerHost Host => server.Host;

    [Fact]
    public async Task A_notice_is_on_the_other_screen_after_the_commit_and_its_receipts_are_kept()
    {
        var (client, person) = await SignInAsync("officer1");
        await using var screen = await HubScreen.ConnectAsync(Host.Address, client.DefaultRequestHeaders.Authorization!.Parameter);
        await SendAsync(person, "请办理");
        var notice = await screen.NextNoticeAsync();
        Assert.Equal(("请办理", "DECISION", "决定"), (Text(notice, "title"), Text(notice, "kind"), Text(notice, "kindName")));

        await screen.Line.InvokeAsync("Delivered", new[] { notice.GetProperty("id").GetGuid() });
        Assert.Equal(JsonValueKind.String, (await ListedAsync(client, notice)).GetProperty("deliveredAt").ValueKind);
        using var opened = await client.PostAsync($"/api/notifications/{Text(notice, "id")}/opened", null);
        Assert.True(opened.IsSuccessStatusCode);
        Assert.Equal(JsonValueKind.String, (await ListedAsync(client, notice)).GetProperty("openedAt").ValueKind);
    }

    [Fact]
    public async Task A_screen_that_was_away_is_given_what_it_missed_and_nobody_elses()
    {
        var (client, person) = await SignInAsync("approver1");
        var (_, other) = await SignInAsync("inspector2");
        await SendAsync(person, "先前");
        var seen = (await ItemsAsync(client))[0].GetProperty("sequence").GetInt64();
        await SendAsync(person, "错过一");
        await SendAsync(other, "别人的");
        await SendAsync(person, "错过二");
        await using var screen = await HubScreen.ConnectAsync(Host.Address, client.DefaultRequestHeaders.Authorization!.Parameter);
        await screen.Line.InvokeAsync("Delivered", (await ItemsAsync(client)).Where(n => n.GetProperty("sequence").GetInt64() <= seen).Select(n => n.GetProperty("id").GetGuid()).ToArray());
        await screen.Line.InvokeAsync("Replay", seen);
        // the last one may also be pushed at the moment the line is up: a screen knows each notice by its id, so what comes twice counts once
        var given = new SortedSet<long>();
        var titles = new Dictionary<long, string?>();
        while (titles.Count < 2 || screen.Notices.TryPeek(out _))
        {
            var notice = await screen.NextNoticeAsync();
            given.Add(notice.GetProperty("sequence").GetInt64());
            titles[notice.GetProperty("sequence").GetInt64()] = Text(notice, "title");
        }
        Assert.Equal(["错过一", "错过二"], given.Select(sequence => titles[sequence]));
    }

    [Fact]
    public async Task A_watched_matter_tells_its_new_version_and_one_that_may_not_be_seen_cannot_be_watched()
    {
        var matter = await MatterAsync();
        var (officer, _) = await SignInAsync("officer1");
        await using var screen = await HubScreen.ConnectAsync(Host.Address, officer.DefaultRequestHeaders.Authorization!.Parameter);
        Assert.Equal(1, await screen.Line.InvokeAsync<long>("Watch", matter));
        await ActAsync(async act => (await act.Db.Set<Matter>().SingleAsync(m => m.Id == matter)).Version++, matter);
        var change = await screen.NextChangeAsync();
        Assert.Equal((matter, 2L), (change.GetProperty("matterId").GetGuid(), change.GetProperty("version").GetInt64()));

        var (unit, _) = await SignInAsync("enterprise1");
        await using var stranger = await HubScreen.ConnectAsync(Host.Address, unit.DefaultRequestHeaders.Authorization!.Parameter);
        var refused = await Assert.ThrowsAsync<HubException>(() => stranger.Line.InvokeAsync<long>("Watch", matter));
        Assert.Contains("无权查看", refused.Message);
    }

    [Fact]
    public async Task Without_signing_in_there_is_no_line() =>
        await Assert.ThrowsAsync<WebSocketException>(() => HubScreen.ConnectAsync(Host.Address, null));

    private async Task<(HttpClient Client, Guid PersonId)> SignInAsync(string userName)
    {
        var client = await Host.SignInAsync(userName);
        var session = await client.GetFromJsonAsync<JsonElement>("/api/session");
        return (client, session.GetProperty("user").GetProperty("personId").GetGuid());
    }

    private Task SendAsync(Guid person, string title) => ActAsync(async act => await Host.Services.GetRequiredService<INotices>().SendAsync(
        new NoticeDraft(NoticeKind.Decision, title, "内容") { To = [NoticeTarget.Person(person)] }, act, default), null);

    private async Task<Guid> MatterAsync()
    {
        var id = Guid.CreateVersion7();
        await ActAsync(act =>
        {
            act.Db.Add(new Matter { Id = id, Kind = "HAZARD", Title = "看板电梯", RegionCode = "140581", Version = 1, CreatedAt = act.Now, UpdatedAt = act.Now });
            return Task.CompletedTask;
        }, id);
        return id;
    }

    private async Task ActAsync(Func<ActContext, Task> body, Guid? matter)
    {
        var done = await Host.Services.GetRequiredService<IActRing>().RunAsync<bool>("test", Actor.System, async (act, _) =>
        {
            await body(act);
            if (matter is { } id)
                act.Record(new LedgerFact(id, "test", "试验"));
            return true;
        });
        Assert.Null(done.Rejection);
    }

    private static async Task<IReadOnlyList<JsonElement>> ItemsAsync(HttpClient client) =>
        [.. (await client.GetFromJsonAsync<JsonElement>("/api/notifications?limit=200")).GetProperty("items").EnumerateArray()];

    private static async Task<JsonElement> ListedAsync(HttpClient client, JsonElement notice) =>
        (await ItemsAsync(client)).Single(n => Text(n, "id") == Text(notice, "id"));

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
