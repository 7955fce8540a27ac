using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Attachments;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.Attachments;

/// <summary>Makes uploads part of a matter, in the act that refers to them; their hashes enter the ledger's chain.</summary>
internal sealed class BindAttachments : IAttachmentBinder
{
    public async Task<Result<IReadOnlyList<AttachmentView>>> BindAsync(
        ActContext act, Guid matterId, string kind, IReadOnlyList<AttachmentRef> files, string field, CancellationToken cancellation)
    {
        if (!UpperSnake.TryTo<AttachmentKind>(kind, out var shows))
        {
            throw new ArgumentException($"{kind} is not a kind of attachment", nameof(kind));
        }
        if (files.Count == 0)
        {
            return Array.Empty<AttachmentView>();
        }
        var ids = files.Select(f => f.AttachmentId).Distinct().ToList();
        var found = await act.Db.Set<Attachment>().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellation);
        var bindings = await act.Db.Set<AttachmentBinding>().Where(b => ids.Contains(b.AttachmentId)).ToListAsync(cancellation);
        var objections = files.Select((file, i) => Objection(file, $"{field}[{i}]", matterId, found, bindings)).OfType<FieldObjection>().ToArray();
        if (objections.Length > 0)
        {
            return Rejection.Form("attachments.cannot-bind", $"附件应为已上传、未改动且未用于其他事项的文件：{objections[0].Expected}，实际为{objections[0].Actual}。", objections);
        }
        var views = new List<AttachmentView>();
        foreach (var attachment in ids.Select(id => found[id]))
        {
            if (!bindings.Exists(b => b.AttachmentId == attachment.Id && b.Kind == shows))
            {
                act.Db.Add(new AttachmentBinding { AttachmentId = attachment.Id, MatterId = matterId, Kind = shows, BoundAt = act.Now });
            }
            views.Add(View(attachment, shows));
        }
        act.Record(new LedgerFact(matterId, "bind-attachments", $"附入{NameOf(shows)} {views.Count} 件")
        {
            Kind = "document",
            Detail = new Dictionary<string, object?>
            {
                ["kind"] = kind,
                ["files"] = views.Select(v => new Dictionary<string, object?> { ["id"] = v.Id, ["sha256"] = v.Sha256, ["name"] = v.Name, ["size"] = v.Size }).ToList(),
            },
        });
        return views;
    }

    public async Task ShareAsync(ActContext act, Guid fromMatterId, Guid toMatterId, CancellationToken cancellation)
    {
        var there = await act.Db.Set<AttachmentBinding>().Where(b => b.MatterId == toMatterId).Select(b => b.AttachmentId).ToListAsync(cancellation);
        var shared = (await OfMatterAsync(act.Db, fromMatterId, cancellation)).Where(v => !there.Contains(v.Id)).DistinctBy(v => v.Id).ToList();
        if (shared.Count == 0)
        {
            return;
        }
        act.Db.AddRange(shared.Select(v => new AttachmentBinding { AttachmentId = v.Id, MatterId = toMatterId, Kind = AttachmentKind.Evidence, BoundAt = act.Now }));
        act.Record(new LedgerFact(toMatterId, "bind-attachments", $"附入另案{NameOf(AttachmentKind.Evidence)} {shared.Count} 件")
        {
            Kind = "document",
            Detail = new Dictionary<string, object?>
            {
                ["from"] = fromMatterId.ToString("D"),
                ["files"] = shared.Select(v => new Dictionary<string, object?> { ["id"] = v.Id, ["sha256"] = v.Sha256, ["name"] = v.Name, ["size"] = v.Size }).ToList(),
            },
        });
    }

    public async Task<IReadOnlyList<AttachmentView>> OfMatterAsync(WorkflowDbContext db, Guid matterId, CancellationToken cancellation)
    {
        var rows = await (
            from binding in db.Set<AttachmentBinding>().AsNoTracking()
            where binding.MatterId == matterId
            join attachment in db.Set<Attachment>().AsNoTracking() on binding.AttachmentId equals attachment.Id
            orderby binding.Key
            select new { attachment, binding.Kind }).ToListAsync(cancellation);
        return [.. rows.Select(r => View(r.attachment, r.Kind))];
    }

    /// <summary>Knowing the id and the hash of an upload proves that one has it; a file of another matter stays with that matter.</summary>
    private static FieldObjection? Objection(
        AttachmentRef file, string field, Guid matterId, Dictionary<Guid, Attachment> found, List<AttachmentBinding> bindings)
    {
        if (!found.TryGetValue(file.AttachmentId, out var attachment))
        {
            return new FieldObjection($"{field}.attachmentId", "已上传的附件", "未找到该附件，请重新上传");
        }
        if (!string.Equals(attachment.Sha256, file.Sha256, StringComparison.OrdinalIgnoreCase))
        {
            return new FieldObjection($"{field}.sha256", "与上传内容一致的校验值", "校验值不符，请重新上传");
        }
        return bindings.Exists(b => b.AttachmentId == attachment.Id && b.MatterId != matterId)
            ? new FieldObjection($"{field}.attachmentId", "未用于其他事项的附件", "该附件已属于其他事项")
            : null;
    }

    private static string NameOf(AttachmentKind kind) => kind switch
    {
        AttachmentKind.Before => "整改前照片",
        AttachmentKind.After => "整改后照片",
        _ => "证据材料",
    };

    private static AttachmentView View(Attachment a, AttachmentKind kind) =>
        new(a.Id, a.Sha256, a.Name, a.ContentType, a.Size, UpperSnake.From(kind), a.TakenAt, a.UploadedByName, a.UploadedAt);
}
