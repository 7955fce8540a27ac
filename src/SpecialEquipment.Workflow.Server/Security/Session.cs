using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Server.Scheduling;
using SpecialEquipment.Workflow.Storage.Identity;

namespace SpecialEquipment.Workflow.Server.Security;

/// <summary>Signing in and out: a cookie session for the console, a bearer token for systems.</summary>
public static class Session
{
    public sealed record Credentials([property: Required] string UserName, [property: Required] string Password);
    public sealed record SessionView(UserView User, ClockEndpoints.ClockView Clock, string CsrfToken);
    public sealed record UserView(Guid Id, string UserName, Guid? PersonId, string Name, IReadOnlyList<string> Roles, IReadOnlyList<HeldPostView> Posts);
    public sealed record HeldPostView(
        Guid Id, string Name, string Kind, string? DepartmentName, string RegionCode, string? RegionName, Guid? EnterpriseId, string? EnterpriseName, string? OnBehalfOf);
    public sealed record TokenView(string AccessToken, string TokenType, long ExpiresIn, string RefreshToken);

    public static void MapSession(this IEndpointRouteBuilder api)
    {
        api.MapPost("/session", SignInAsync).WithName("sign-in").WithTags("session").AllowAnonymous().RequireRateLimiting(RateLimits.SignIn)
            .Produces<SessionView>().ProducesProblem(StatusCodes.Status401Unauthorized);
        api.MapGet("/session", CurrentAsync).WithName("current-session").WithTags("session").RequireAuthorization(Policies.SignedIn).Produces<SessionView>();
        api.MapDelete("/session", SignOutAsync).WithName("sign-out").WithTags("session").RequireAuthorization(Policies.SignedIn);
        api.MapPost("/tokens", TokenAsync).WithName("issue-token").WithTags("session").AllowAnonymous().RequireRateLimiting(RateLimits.SignIn)
            .Produces<TokenView>().ProducesProblem(StatusCodes.Status401Unauthorized);
    }

    private static async Task<IResult> SignInAsync(
        Credentials credentials, SignInManager<WorkflowUser> signIn, SessionWatch watch, ActorSource actors, HttpContext http, CancellationToken cancellation)
    {
        var (user, rejection) = await CheckAsync(credentials, signIn, watch);
        if (user is null)
        {
            return rejection!.ToHttp();
        }
        signIn.AuthenticationScheme = IdentityConstants.ApplicationScheme;
        http.User = await signIn.CreateUserPrincipalAsync(user);
        await signIn.SignInAsync(user, isPersistent: false);
        return await ViewAsync(actors, http, cancellation);
    }

    private static Task<IResult> CurrentAsync(ActorSource actors, HttpContext http, CancellationToken cancellation) => ViewAsync(actors, http, cancellation);

    private static async Task<IResult> SignOutAsync(SignInManager<WorkflowUser> signIn)
    {
        await signIn.SignOutAsync();
        return Results.NoContent();
    }

    private static async Task<IResult> TokenAsync(Credentials credentials, SignInManager<WorkflowUser> signIn, SessionWatch watch)
    {
        var (user, rejection) = await CheckAsync(credentials, signIn, watch);
        return user is null
            ? rejection!.ToHttp()
            : Results.SignIn(await signIn.CreateUserPrincipalAsync(user), authenticationScheme: IdentityConstants.BearerScheme);
    }

    /// <summary>Says the same for an unknown account and for a wrong password, so that accounts cannot be guessed.</summary>
    private static async Task<(WorkflowUser?, Rejection?)> CheckAsync(Credentials credentials, SignInManager<WorkflowUser> signIn, SessionWatch watch)
    {
        var wrong = new Rejection("session.refused", "账号或密码不正确。") { Status = StatusCodes.Status401Unauthorized };
        if (string.IsNullOrWhiteSpace(credentials.UserName) || string.IsNullOrEmpty(credentials.Password))
        {
            return (null, wrong);
        }
        var user = await signIn.UserManager.FindByNameAsync(credentials.UserName.Trim());
        if (user is null)
        {
            return (null, wrong);
        }
        var check = await signIn.CheckPasswordSignInAsync(user, credentials.Password, lockoutOnFailure: true);
        watch.Forget(user.Id);
        return check.Succeeded && user.IsDisabled ? (null, new Rejection("session.disabled", "账号已停用，请联系管理员。") { Status = StatusCodes.Status401Unauthorized })
            : check.Succeeded ? (user, null)
            : check.IsLockedOut ? (null, new Rejection("session.locked", "连续多次密码错误，账号已暂时锁定，请十分钟后再试或联系管理员。") { Status = StatusCodes.Status401Unauthorized })
            : (null, wrong);
    }

    private static async Task<IResult> ViewAsync(ActorSource actors, HttpContext http, CancellationToken cancellation)
    {
        var actor = await actors.FindAsync(http.User, cancellation);
        var services = http.RequestServices;
        var clock = ClockEndpoints.View(services.GetRequiredService<BusinessClock>(), services.GetRequiredService<ClockKeeper>());
        var tokens = http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);
        return Results.Ok(new SessionView(
            new UserView(actor.UserId, actor.UserName, actor.PersonId, actor.PersonName, [.. actor.Roles.Order()], await PostsAsync(actor, services.GetRequiredService<IDirectory>(), cancellation)),
            clock,
            tokens.RequestToken!));
    }

    private static async Task<IReadOnlyList<HeldPostView>> PostsAsync(Actor actor, IDirectory directory, CancellationToken cancellation)
    {
        var posts = new List<HeldPostView>();
        foreach (var post in actor.Posts)
        {
            var region = await directory.FindRegionAsync(post.RegionCode, cancellation);
            var enterprise = post.EnterpriseId is { } id ? await directory.FindEnterpriseAsync(id, cancellation) : null;
            posts.Add(new HeldPostView(
                post.PostId, post.PostName, post.PostKind, post.DepartmentName, post.RegionCode, region?.Name, post.EnterpriseId, enterprise?.Name, post.OnBehalfOf));
        }
        return posts;
    }
}
