using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Identity;

namespace SpecialEquipment.Workflow.Server.Security;

/// <summary>
/// Whether a session still stands. A cookie or bearer token carries the security stamp of the day it was issued; it is worth nothing once
/// the user is gone, disabled, locked, or has another stamp (a new password, new roles). Each node asks the database for a user at most
/// once per <c>Security:SessionTrustSeconds</c> (0–60, default 30, machine time), and once more before it refuses.
/// </summary>
public sealed class SessionWatch
{
    private const string Setting = "Security:SessionTrustSeconds";
    private readonly ConcurrentDictionary<Guid, Standing> known = new();
    private readonly IServiceScopeFactory scopes;
    private readonly TimeProvider machine;
    private readonly string stampClaim;

    // wrong passwords lock the sign-in for so long; anybody can type them, so they must not end the session of who is at work. A longer lock is an administrator's.
    private readonly TimeSpan wrongPasswords;

    public SessionWatch(IServiceScopeFactory scopes, TimeProvider machine, IOptions<IdentityOptions> identity, IConfiguration configuration)
    {
        var seconds = configuration.GetValue(Setting, 30);
        if (seconds is < 0 or > 60)
        {
            throw new StartupRefusedException($"{Setting} 应为 0 至 60 秒，实际为 {seconds}。");
        }
        (this.scopes, this.machine, Trust, stampClaim) = (scopes, machine, TimeSpan.FromSeconds(seconds), identity.Value.ClaimsIdentity.SecurityStampClaimType);
        wrongPasswords = identity.Value.Lockout.DefaultLockoutTimeSpan;
    }

    /// <summary>How long what was read of a user is believed.</summary>
    public TimeSpan Trust { get; }

    public async ValueTask<bool> StandsAsync(ClaimsPrincipal principal, CancellationToken cancellation)
    {
        if (!Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var userId) || principal.FindFirstValue(stampClaim) is not { } stamp)
        {
            return false;
        }
        if (known.TryGetValue(userId, out var seen) && machine.GetElapsedTime(seen.ReadAt) < Trust && Allows(seen, stamp))
        {
            return true;
        }
        // a refusal is never out of date: who has just signed in anew, or was just let in again, must not wait
        return Allows(known[userId] = await ReadAsync(userId, cancellation), stamp);
    }

    /// <summary>Something about the user has changed on this node: the next call looks again.</summary>
    public void Forget(Guid userId) => known.TryRemove(userId, out _);

    private bool Allows(Standing standing, string stamp) =>
        standing is { IsDisabled: false } && standing.Stamp == stamp && !(standing.LockedUntil > machine.GetUtcNow() + wrongPasswords);

    private async Task<Standing> ReadAsync(Guid userId, CancellationToken cancellation)
    {
        var readAt = machine.GetTimestamp();
        await using var scope = scopes.CreateAsyncScope();
        var row = await scope.ServiceProvider.GetRequiredService<WorkflowDbContext>().Set<WorkflowUser>().AsNoTracking().Where(u => u.Id == userId)
            .Select(u => new { u.SecurityStamp, u.IsDisabled, u.LockoutEnd }).FirstOrDefaultAsync(cancellation);
        return new Standing(readAt, row?.SecurityStamp, row?.IsDisabled ?? true, row?.LockoutEnd);
    }

    private sealed record Standing(long ReadAt, string? Stamp, bool IsDisabled, DateTimeOffset? LockedUntil);
}
