namespace SpecialEquipment.Workflow.Capabilities.Shared.Directory;

/// <summary>The logins of the demo county; the server's security turns them into users, in the demo profile only (DESIGN D15).</summary>
public interface IDemoAccounts
{
    IReadOnlyList<DemoAccount> List { get; }
}

/// <param name="UserId">Id the login must get: the person's row already names it.</param>
public sealed record DemoAccount(Guid UserId, string UserName, Guid PersonId, string PersonName, IReadOnlyList<string> Roles);
