namespace SpecialEquipment.Workflow.Capabilities.Shared.Acts;

/// <summary>Who acts: an authenticated user with the posts he holds at that instant, or the system (a timer, a duty).</summary>
public sealed record Actor
{
    public required Guid UserId { get; init; }
    public required string UserName { get; init; }
    public Guid? PersonId { get; init; }

    /// <summary>Chinese name, as printed on documents.</summary>
    public required string PersonName { get; init; }
    public IReadOnlySet<string> Roles { get; init; } = new HashSet<string>();
    public IReadOnlyList<HeldPost> Posts { get; init; } = [];
    public bool IsSystem { get; init; }

    public bool HasRole(string role) => Roles.Contains(role);
    public bool Holds(Guid postId) => Posts.Any(p => p.PostId == postId);

    /// <summary>The enterprise of an enterprise user; null for officials.</summary>
    public Guid? EnterpriseId => Posts.Select(p => p.EnterpriseId).FirstOrDefault(id => id is not null);

    public static Actor System { get; } = new()
    {
        UserId = Guid.Empty, UserName = "system", PersonName = "系统", IsSystem = true,
    };
}

/// <summary>A post held now. <paramref name="RegionCode"/> is the node whose subtree the post may see.</summary>
public sealed record HeldPost(
    Guid PostId, string PostName, string PostKind, Guid? DepartmentId, string? DepartmentCode, string? DepartmentName, string RegionCode, Guid? EnterpriseId)
{
    /// <summary>Whom he stands in for as a deputy: the holders' names, or the post's while it is vacant. Null for a holder in his own right.</summary>
    public string? OnBehalfOf { get; init; }

    public bool IsDeputy => OnBehalfOf is not null;

    /// <summary>How the ledger names the post: a deputy signs "代 岗位".</summary>
    public string SigningName => IsDeputy ? $"代 {PostName}" : PostName;
}

/// <summary>Role codes (claims).</summary>
public static class Roles
{
    public const string Inspector = "inspector";
    public const string CaseOfficer = "case-officer";
    public const string Approver = "approver";
    public const string EnterpriseUser = "enterprise-user";

    /// <summary>Of a town, a government or a department other than the market regulator: reports, receives and signs for reports.</summary>
    public const string Official = "official";
    public const string Designer = "designer";
    /// <summary>Another system that reports hazards.</summary>
    public const string DataSource = "data-source";
    public const string Administrator = "administrator";
    public const string Auditor = "auditor";
}
