using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace SpecialEquipment.Workflow.Storage.Identity;

/// <summary>Somebody who can sign in. Who he is and which posts he holds is organisation data, found by <see cref="PersonId"/>.</summary>
public sealed class WorkflowUser : IdentityUser<Guid>
{
    public WorkflowUser() => Id = Guid.CreateVersion7();
    public Guid? PersonId { get; set; }
    public bool IsDisabled { get; set; }
}

public sealed class WorkflowRole : IdentityRole<Guid>
{
    public WorkflowRole() => Id = Guid.CreateVersion7();
    public WorkflowRole(string name) : base(name) => Id = Guid.CreateVersion7();
}

/// <summary>ASP.NET Core Identity's rows, for its <c>UserStore</c> over <see cref="WorkflowDbContext"/>.</summary>
internal sealed class IdentityTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<WorkflowUser>(user =>
        {
            user.ToTable("identity_user");
            user.HasIndex(u => u.NormalizedUserName).IsUnique();
            user.HasIndex(u => u.NormalizedEmail);
            user.HasIndex(u => u.PersonId);
            user.Property(u => u.ConcurrencyStamp).IsConcurrencyToken().HasMaxLength(64);
            user.Property(u => u.UserName).HasMaxLength(128);
            user.Property(u => u.NormalizedUserName).HasMaxLength(128);
            user.Property(u => u.Email).HasMaxLength(256);
            user.Property(u => u.NormalizedEmail).HasMaxLength(256);
            user.HasMany<IdentityUserClaim<Guid>>().WithOne().HasForeignKey(c => c.UserId).IsRequired();
            user.HasMany<IdentityUserLogin<Guid>>().WithOne().HasForeignKey(l => l.UserId).IsRequired();
            user.HasMany<IdentityUserToken<Guid>>().WithOne().HasForeignKey(t => t.UserId).IsRequired();
            user.HasMany<IdentityUserRole<Guid>>().WithOne().HasForeignKey(r => r.UserId).IsRequired();
        });
        model.Entity<WorkflowRole>(role =>
        {
            role.ToTable("identity_role");
            role.HasIndex(r => r.NormalizedName).IsUnique();
            role.Property(r => r.ConcurrencyStamp).IsConcurrencyToken().HasMaxLength(64);
            role.Property(r => r.Name).HasMaxLength(128);
            role.Property(r => r.NormalizedName).HasMaxLength(128);
            role.HasMany<IdentityUserRole<Guid>>().WithOne().HasForeignKey(r => r.RoleId).IsRequired();
            role.HasMany<IdentityRoleClaim<Guid>>().WithOne().HasForeignKey(c => c.RoleId).IsRequired();
        });
        model.Entity<IdentityUserClaim<Guid>>(claim => claim.ToTable("identity_user_claim"));
        model.Entity<IdentityRoleClaim<Guid>>(claim => claim.ToTable("identity_role_claim"));
        model.Entity<IdentityUserRole<Guid>>(link => { link.ToTable("identity_user_role"); link.HasKey(r => new { r.UserId, r.RoleId }); });
        model.Entity<IdentityUserLogin<Guid>>(login =>
        {
            login.ToTable("identity_user_login");
            login.HasKey(l => new { l.LoginProvider, l.ProviderKey });
            login.Property(l => l.LoginProvider).HasMaxLength(128);
            login.Property(l => l.ProviderKey).HasMaxLength(128);
        });
        model.Entity<IdentityUserToken<Guid>>(token =>
        {
            token.ToTable("identity_user_token");
            token.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
            token.Property(t => t.LoginProvider).HasMaxLength(128);
            token.Property(t => t.Name).HasMaxLength(128);
        });
    }
}
