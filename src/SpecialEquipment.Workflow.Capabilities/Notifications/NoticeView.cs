using SpecialEquipment.Workflow.Capabilities.Shared.Notices;

namespace SpecialEquipment.Workflow.Capabilities.Notifications;

/// <summary>A notice as its recipient sees it, in lists and through the hub.</summary>
/// <param name="Sequence">Grows with every notice; a client names the last one it saw to be given what it missed.</param>
/// <param name="PostName">For whose sake he is told.</param>
/// <param name="ForVacantPost">That post is vacant and he is its superior.</param>
public sealed record NoticeView(
    Guid Id, long Sequence, string Kind, string KindName, string Title, string Body, Guid? MatterId, Guid? TaskId,
    string? PostName, bool ForVacantPost, DateTimeOffset CreatedAt, DateTimeOffset? DeliveredAt, DateTimeOffset? OpenedAt)
{
    public static NoticeView Of(Notice notice) => new(
        notice.Id, notice.Key, notice.Kind.Code(), notice.Kind.Name(), notice.Title, notice.Body, notice.MatterId, notice.TaskId,
        notice.PostName, notice.ForVacantPost, notice.CreatedAt, notice.DeliveredAt, notice.OpenedAt);
}

public sealed record NoticePage(IReadOnlyList<NoticeView> Items, string? Next, int Unread);
