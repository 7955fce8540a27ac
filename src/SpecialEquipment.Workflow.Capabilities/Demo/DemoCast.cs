using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Attachments;
using SpecialEquipment.Workflow.Capabilities.Hazards;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Attachments;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Demo;

/// <summary>The people of the demo county and what they act with.</summary>
internal sealed class DemoCast(IActRing ring, MatterCommands commands, ReportHazard report, Actor officer, Actor approver, Actor inspector1, Actor inspector2, int picturesTaken)
{
    private readonly List<(string Sha256, long Size, bool Repaired)> pictures = [];
    private int taken = picturesTaken;

    public Actor Officer => officer;
    public Actor Approver => approver;
    public MatterCommands Commands => commands;
    public ReportHazard Report => report;
    public int Acts { get; private set; }

    public Actor Inspector(int number) => number % 2 == 0 ? inspector1 : inspector2;

    public (Actor First, Actor Second) Pair(int number) => number % 2 == 0 ? (inspector1, inspector2) : (inspector2, inspector1);

    /// <summary>Draws the pictures and puts their contents into the store, once.</summary>
    public async Task DrawAsync(IAttachmentStore store, CancellationToken cancellation)
    {
        for (var variant = 0; variant < 8; variant++)
        {
            foreach (var repaired in (bool[])[false, true])
            {
                using var file = await store.ReceiveAsync(new MemoryStream(DemoPicture.Png(variant, repaired)), UploadAttachment.SizeLimit, cancellation);
                store.Keep(file);
                pictures.Add((file.Sha256, file.Size, repaired));
            }
        }
    }

    /// <summary>An upload of one of the pictures by the actor; its row is written in the act that binds it.</summary>
    public AttachmentRef Picture(ActContext act, DateTimeOffset at, bool repaired)
    {
        var choices = pictures.Where(p => p.Repaired == repaired).ToList();
        var (sha256, size, _) = choices[taken++ % choices.Count];
        var upload = new Attachment
        {
            Id = Guid.CreateVersion7(at), Sha256 = sha256, Size = size, ContentType = "image/png", Name = $"现场照片{taken:0000}.png", TakenAt = at.AddMinutes(-20),
            UploadedById = act.Actor.UserId, UploadedByName = act.Actor.PersonName, UploadedAt = at,
        };
        act.Db.Add(upload);
        return new AttachmentRef(upload.Id, sha256);
    }

    public async Task<CommandReceipt> RunAsync(Actor actor, DateTimeOffset at, Func<ActContext, CancellationToken, Task<Result<CommandReceipt>>> body)
    {
        Acts++;
        var result = await ring.RunAsync<CommandReceipt>("demo/hazards", actor, body, at);
        if (result.Rejection is { } rejection)
            throw new DemoRefusedException($"{rejection.Code}：{rejection.Detail} {string.Join("；", rejection.Errors.Select(e => $"{e.Field} {e.Expected} {e.Actual}"))}");
        return result.Value;
    }
}

/// <summary>The law said no to a demo story, e.g. because a holiday left too few days; the story stands where it is.</summary>
internal sealed class DemoRefusedException(string message) : Exception(message);
