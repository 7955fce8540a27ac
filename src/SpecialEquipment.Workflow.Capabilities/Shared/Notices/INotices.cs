using SpecialEquipment.Workflow.Capabilities.Shared.Acts;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Notices;

/// <summary>
/// The wall to Notifications: writes notices in the caller's transaction. Recipients are the persons who hold the post at that
/// instant; when nobody does, those of the post above (DOMAIN §4.0).
/// </summary>
public interface INotices
{
    /// <param name="act">The act; inside a host activity the one of its <c>HostCall.Services</c>.</param>
    /// <returns>Who was told; empty when no post upward is held, which is recorded on the matter.</returns>
    Task<IReadOnlyList<ToldPerson>> SendAsync(NoticeDraft draft, ActContext act, CancellationToken cancellation);
}

/// <param name="Body">Plain text, Chinese, one or two sentences.</param>
public sealed record NoticeDraft(NoticeKind Kind, string Title, string Body)
{
    public IReadOnlyList<NoticeTarget> To { get; init; } = [];
    public Guid? MatterId { get; init; }
    public Guid? TaskId { get; init; }
}

/// <summary>A post (its holders) or one person.</summary>
public sealed record NoticeTarget
{
    private NoticeTarget(Guid? postId, Guid? personId) => (PostId, PersonId) = (postId, personId);

    public Guid? PostId { get; }
    public Guid? PersonId { get; }

    public static NoticeTarget Post(Guid postId) => new(postId, null);
    public static NoticeTarget Person(Guid personId) => new(null, personId);
}

public sealed record ToldPerson(Guid PersonId, string Name, Guid? PostId, string? PostName, bool ForVacantPost);

/// <summary>Kinds of DOMAIN §4.0.</summary>
public enum NoticeKind
{
    Remind,
    Due,
    Overdue,
    Escalate,
    Decision,
    Copy,
}

public static class NoticeKinds
{
    public static string Code(this NoticeKind kind) => kind.ToString().ToUpperInvariant();

    public static string Name(this NoticeKind kind) => kind switch
    {
        NoticeKind.Remind => "提醒",
        NoticeKind.Due => "到期",
        NoticeKind.Overdue => "逾期",
        NoticeKind.Escalate => "升级",
        NoticeKind.Decision => "决定",
        _ => "抄送",
    };
}
