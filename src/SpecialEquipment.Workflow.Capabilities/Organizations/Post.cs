namespace SpecialEquipment.Workflow.Capabilities.Organizations;

/// <summary>A post of a department in a region, or of an enterprise. Duties belong to posts (DESIGN D9): tasks name the post, never the person.</summary>
public sealed class Post
{
    public long Key { get; set; }
    public Guid Id { get; init; }
    public required string Name { get; set; }

    /// <summary>One of <c>PostKinds</c>.</summary>
    public required string Kind { get; init; }
    public required string RegionCode { get; set; }
    public Guid? DepartmentId { get; set; }
    public Guid? EnterpriseId { get; init; }

    /// <summary>Receives what this post would while nobody holds it.</summary>
    public Guid? SuperiorPostId { get; set; }
    public DateOnly ValidFrom { get; init; }
    public DateOnly? ValidTo { get; set; }
    public VoidMark? Void { get; set; }
    public long Version { get; set; }
}

/// <summary>Who held a post from when to when: the record of personal liability (E8). Never deleted.</summary>
public sealed class PostHolder
{
    public long Key { get; set; }
    public Guid Id { get; init; }
    public Guid PostId { get; init; }
    public Guid PersonId { get; init; }
    public DateTimeOffset ValidFrom { get; init; }

    /// <summary>First instant at which he no longer held it.</summary>
    public DateTimeOffset? ValidTo { get; set; }
    public Guid AppointedBy { get; init; }
    public Guid? RelievedBy { get; set; }
}

/// <summary>A natural person; signs in when <see cref="UserId"/> links a login.</summary>
public sealed class Person
{
    public long Key { get; set; }
    public Guid Id { get; init; }
    public required string Name { get; set; }

    /// <summary>Enforcement certificate of an inspector; printed on instructions.</summary>
    public string? CertificateNumber { get; set; }
    public string? Phone { get; set; }
    public Guid? UserId { get; set; }

    /// <summary>Where he belongs: the region of the organ, or of the unit. Null for those registered before it was asked.</summary>
    public string? RegionCode { get; set; }
    public Guid? EnterpriseId { get; set; }
    public VoidMark? Void { get; set; }
    public long Version { get; set; }
}

/// <summary>
/// Who acts for a post between two instants (代理): sees and does what the post owes, signs "代 岗位". Never deleted; a deputation that ends early
/// gets an earlier end.
/// </summary>
public sealed class PostDeputy
{
    public long Key { get; set; }
    public Guid Id { get; init; }
    public Guid PostId { get; init; }
    public Guid PersonId { get; init; }
    public DateTimeOffset ValidFrom { get; init; }

    /// <summary>First instant at which he no longer acts for it.</summary>
    public DateTimeOffset ValidTo { get; set; }
    public required string Reason { get; init; }
    public Guid AppointedBy { get; init; }
    public required string AppointedByName { get; init; }
    public Guid? EndedBy { get; set; }
}

/// <summary>A wrong entry, voided by an approver (E20): it stays, with the reason, and counts for nothing any more.</summary>
public sealed record VoidMark(DateTimeOffset At, Guid ByUserId, string ByName, string Reason);
