using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Notifications;

internal sealed class NotificationsTables : ITables
{
    public const int TitleLength = 200;
    public const int BodyLength = 1000;

    public void Map(ModelBuilder model) => model.Entity<Notice>(notice =>
    {
        notice.ToTable("notice_notices");
        notice.HasHotKeys(n => n.Key, n => n.Id);
        notice.HasTail();
        notice.Property(n => n.RecipientName).HasMaxLength(100);
        notice.Property(n => n.PostName).HasMaxLength(200);
        notice.Property(n => n.Title).HasMaxLength(TitleLength);
        notice.Property(n => n.Body).HasMaxLength(BodyLength);
        notice.HasIndex(n => new { n.RecipientPersonId, n.Key });
        notice.HasIndex(n => new { n.RecipientPersonId, n.OpenedAt });
        notice.HasIndex(n => n.MatterId);
    });
}
