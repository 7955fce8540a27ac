using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Identity;

namespace SpecialEquipment.Workflow.Server.Security;

/// <summary>Who one is: a cookie for the console, a bearer token for other systems, both of ASP.NET Core Identity; and the policies.</summary>
public static class Authentication
{
    private const string Either = "cookie-or-bearer";

    public static IServiceCollection AddWorkflowSecurity(this IServiceCollection services)
    {
        services.AddSingleton<ITables, SecurityTables>();
        services.AddDataProtection().SetApplicationName("SpecialEquipment.Workflow");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(o => o.XmlRepository = new DatabaseKeyRepository(provider.GetRequiredService<IServiceScopeFactory>())));

        services.AddIdentityCore<WorkflowUser>(o =>
            {
                o.Password.RequiredLength = 10;
                o.Password.RequireNonAlphanumeric = false;
                o.Lockout.AllowedForNewUsers = true;
                o.Lockout.MaxFailedAccessAttempts = 5;
                o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
                o.User.RequireUniqueEmail = false;
            })
            .AddRoles<WorkflowRole>()
            .AddUserStore<UserStore<WorkflowUser, WorkflowRole, WorkflowDbContext, Guid>>()
            .AddRoleStore<RoleStore<WorkflowRole, WorkflowDbContext, Guid>>()
            .AddErrorDescriber<ChineseIdentityErrors>()
            .AddSignInManager();

        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, o => o.ForwardDefaultSelector = http =>
                IsBearer(http) ? IdentityConstants.BearerScheme : IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, ConfigureCookie)
            .AddBearerToken(IdentityConstants.BearerScheme, ConfigureBearer);

        services.AddAuthorizationBuilder()
            .AddPolicy(Policies.SignedIn, p => p.RequireAuthenticatedUser())
            .AddPolicy(Policies.Officials, p => p.RequireRole(Roles.Inspector, Roles.CaseOfficer, Roles.Approver, Roles.Administrator, Roles.Auditor))
            .AddPolicy(Policies.Systems, p => p.AddAuthenticationSchemes(IdentityConstants.BearerScheme).RequireRole(Roles.DataSource))
            .AddPolicy(Policies.Administrators, p => p.RequireRole(Roles.Administrator))
            .AddPolicy(Policies.Designers, p => p.RequireRole(Roles.Designer, Roles.Administrator))
            .AddPolicy(Policies.Auditors, p => p.RequireRole(Roles.Auditor, Roles.Administrator));

        services.AddScoped<ActorSource>();
        services.AddSingleton<IActorSource, RequestActorSource>();
        services.AddScoped<DemoAccounts>();
        services.AddSingleton<AccessAudit>();
        services.AddSingleton<SessionWatch>();
        services.AddSingleton<WatchedConnections>();
        services.AddHostedService(provider => provider.GetRequiredService<WatchedConnections>());
        services.AddAntiforgery(o =>
        {
            o.HeaderName = Csrf.Header;
            o.Cookie.Name = "sew-csrf";
            o.Cookie.SameSite = SameSiteMode.Strict;
        });
        return services;
    }

    internal static bool IsBearer(HttpContext http) =>
        http.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
        || (http.Request.Path.StartsWithSegments("/hubs") && http.Request.Query.ContainsKey("access_token"));

    private static void ConfigureCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "sew-session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(10); // machine time
        options.SlidingExpiration = true;
        // An API has no login page to be redirected to.
        options.Events.OnRedirectToLogin = context => Refuse(context.HttpContext, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => Refuse(context.HttpContext, StatusCodes.Status403Forbidden);
    }

    private static void ConfigureBearer(BearerTokenOptions options)
    {
        options.BearerTokenExpiration = TimeSpan.FromHours(2); // machine time
        options.Events.OnMessageReceived = context =>
        {
            // A browser's WebSocket cannot set headers.
            if (context.HttpContext.Request.Path.StartsWithSegments("/hubs") && context.Request.Query["access_token"] is [{ Length: > 0 } token])
            {
                context.Token = token;
            }
            return Task.CompletedTask;
        };
    }

    private static Task Refuse(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
