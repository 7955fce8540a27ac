using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SpecialEquipment.Workflow.Server.Security;
using SpecialEquipment.Workflow.Server.Tests.Notifications;
using SpecialEquipment.Workflow.Storage.Identity;

namespace SpecialEquipment.Workflow.Server.Tests.Security;

/// <summary>A session is worth nothing once its user is locked, disabled or has a new password: for cookies, tokens and live lines.</summary>
public sealed class SessionWatchTests(WatchfulServer server) : IClassFixture<WatchfulServer>
{
    private const string NewPassword = "Another-2026-word";

    [Theory]
    [InlineData("officer1", "lock")]
    [InlineData("inspector1", "disable")]
    [InlineData("inspector2", "password")]
    public async Task Who_is_locked_disabled_or_has_a_new_password_is_nobody_at_the_next_call(string userName, string change)
    {
        using var token = await Caller.SignInAsync(server.Host, userName);
        using var browser = await BrowserAsync(userName, ServerHost.DemoPassword);
        await token.MustAsync(token.GetAsync("/api/session"));
        await browser.MustAsync(browser.GetAsync("/api/session"));

        await ChangeAsync(userName, change);

        foreach (var caller in new[] { token, browser })
        {
            var answer = await caller.GetAsync("/api/tasks/mine");
            Assert.Equal((401, "session.required"), (answer.Status, answer.Code));
        }
        using var again = new Caller(server.Host.Anonymous(), userName);
        var signIn = await again.PostAsync("/api/session", new { userName, password = ServerHost.DemoPassword });
        Assert.Equal((401, change switch { "lock" => "session.locked", "disable" => "session.disabled", _ => "session.refused" }), (signIn.Status, signIn.Code));
    }

    [Fact]
    public async Task A_session_begun_after_the_change_stands_while_the_one_before_does_not()
    {
        using var before = await BrowserAsync("admin1", ServerHost.DemoPassword);
        await ChangeAsync("admin1", "password");
        using var after = await BrowserAsync("admin1", NewPassword);

        await after.MustAsync(after.GetAsync("/api/session"));
        Assert.Equal(401, (await before.GetAsync("/api/session")).Status);
        await after.MustAsync(after.GetAsync("/api/session"));
    }

    [Fact]
    public async Task The_live_line_of_a_locked_user_is_cut()
    {
        using var client = await server.Host.SignInAsync("approver1");
        await using var screen = await HubScreen.ConnectAsync(server.Host.Address, client.DefaultRequestHeaders.Authorization!.Parameter);
        var cut = new TaskCompletionSource();
        screen.Line.Closed += _ =>
        {
            cut.TrySetResult();
            return Task.CompletedTask;
        };

        await ChangeAsync("approver1", "lock");

        await cut.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task The_database_is_asked_once_in_half_a_minute_and_once_more_before_a_refusal()
    {
        var machine = new MovedMachine();
        var scopes = new CountedScopes(server.Host.Services.GetRequiredService<IServiceScopeFactory>());
        var watch = new SessionWatch(scopes, machine, server.Host.Services.GetRequiredService<IOptions<IdentityOptions>>(), new ConfigurationBuilder().Build());
        var principal = await PrincipalAsync("auditor1");

        for (var i = 0; i < 100; i++)
        {
            Assert.True(await watch.StandsAsync(principal, default));
        }
        Assert.Equal(1, scopes.Count);
        await ChangeAsync("auditor1", "lock");
        Assert.True(await watch.StandsAsync(principal, default));
        Assert.Equal(1, scopes.Count);

        machine.Ahead += TimeSpan.FromSeconds(31);
        Assert.False(await watch.StandsAsync(principal, default));
        Assert.Equal(2, scopes.Count);
        await ChangeAsync("auditor1", "unlock");
        Assert.True(await watch.StandsAsync(principal, default));
    }

    private async Task<Caller> BrowserAsync(string userName, string password)
    {
        var browser = new Caller(new HttpClient(new HttpClientHandler()) { BaseAddress = server.Host.Address }, userName);
        await browser.MustAsync(browser.PostAsync("/api/session", new { userName, password }));
        return browser;
    }

    private async Task ChangeAsync(string userName, string change)
    {
        await using var scope = server.Host.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<WorkflowUser>>();
        var user = (await users.FindByNameAsync(userName))!;
        user.IsDisabled = change == "disable";
        var changed = change switch
        {
            "password" => await users.ChangePasswordAsync(user, ServerHost.DemoPassword, NewPassword),
            "lock" => await users.SetLockoutEndDateAsync(user, TimeProvider.System.GetUtcNow().AddHours(1)),
            "unlock" => await users.SetLockoutEndDateAsync(user, null),
            _ => await users.UpdateAsync(user),
        };
        Assert.True(changed.Succeeded, changed.ToString());
    }

    private async Task<ClaimsPrincipal> PrincipalAsync(string userName)
    {
        await using var scope = server.Host.Services.CreateAsyncScope();
        var signIn = scope.ServiceProvider.GetRequiredService<SignInManager<WorkflowUser>>();
        return await signIn.CreateUserPrincipalAsync((await signIn.UserManager.FindByNameAsync(userName))!);
    }

    private sealed class CountedScopes(IServiceScopeFactory inner) : IServiceScopeFactory
    {
        public int Count { get; private set; }

        public IServiceScope CreateScope()
        {
            Count++;
            return inner.CreateScope();
        }
    }

    private sealed class MovedMachine : TimeProvider
    {
        public TimeSpan Ahead { get; set; }
        public override long TimestampFrequency => TimeSpan.TicksPerSecond;
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
        public override long GetTimestamp() => GetUtcNow().UtcTicks;
    }
}

/// <summary>A server that believes nothing it has read before.</summary>
public sealed class WatchfulServer : IAsyncLifetime
{
    public ServerHost Host { get; private set; } = null!;
    public async ValueTask InitializeAsync() => Host = await ServerHost.StartAsync(("Security:SessionTrustSeconds", "0"));
    public async ValueTask DisposeAsync() => await Host.DisposeAsync();
}
