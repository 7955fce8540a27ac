using System.Linq.Expressions;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Identity;

namespace SpecialEquipment.Workflow.Server.Security;

/// <summary>
/// Turns the demo county's logins into users with the one demo password. Only the demo profile calls it. All in one save with one hash:
/// hashing a password is slow on purpose, and here it is the same password every time.
/// </summary>
public sealed class DemoAccounts(WorkflowDbContext db, UserManager<WorkflowUser> users, RoleManager<WorkflowRole> roles, IDemoAccounts accounts)
{
    private const string EmailDomain = "@demo.invalid";

    /// <summary>How a demo user is recognised for ever: by an address in a domain that cannot exist (RFC 2606).</summary>
    public static Expression<Func<WorkflowUser, bool>> IsDemo { get; } = user => user.Email != null && user.Email.EndsWith(EmailDomain);

    public async Task CreateAsync(string password, CancellationToken cancellation)
    {
        var known = (await db.Set<WorkflowUser>().Where(IsDemo).Select(u => u.UserName!).ToListAsync(cancellation)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var missing = accounts.List.Where(a => !known.Contains(a.UserName)).ToList();
        if (missing.Count == 0)
        {
            return;
        }
        var roleIds = await RolesAsync([.. missing.SelectMany(a => a.Roles).Distinct()], cancellation);
        var hash = await HashAsync(password);
        foreach (var account in missing)
        {
            var email = account.UserName + EmailDomain;
            db.Add(new WorkflowUser
            {
                Id = account.UserId, UserName = account.UserName, NormalizedUserName = users.NormalizeName(account.UserName), Email = email, NormalizedEmail = users.NormalizeEmail(email),
                PersonId = account.PersonId, PasswordHash = hash, SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(20)), LockoutEnabled = true,
            });
            db.AddRange(account.Roles.Select(role => new IdentityUserRole<Guid> { UserId = account.UserId, RoleId = roleIds[role] }));
        }
        await db.SaveChangesAsync(cancellation);
    }

    private async Task<Dictionary<string, Guid>> RolesAsync(IReadOnlyList<string> wanted, CancellationToken cancellation)
    {
        var ids = await db.Set<WorkflowRole>().Where(r => wanted.Contains(r.Name!)).ToDictionaryAsync(r => r.Name!, r => r.Id, cancellation);
        foreach (var name in wanted.Where(n => !ids.ContainsKey(n)))
        {
            var role = new WorkflowRole(name) { NormalizedName = roles.NormalizeKey(name) };
            db.Add(role);
            ids.Add(name, role.Id);
        }
        return ids;
    }

    private async Task<string> HashAsync(string password)
    {
        var nobody = new WorkflowUser();
        foreach (var validator in users.PasswordValidators)
        {
            var result = await validator.ValidateAsync(users, nobody, password);
            if (!result.Succeeded)
            {
                throw new StartupRefusedException("演示账号创建失败：" + string.Join("；", result.Errors.Select(e => e.Description)));
            }
        }
        return users.PasswordHasher.HashPassword(nobody, password);
    }
}
