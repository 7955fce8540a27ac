using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.Documents;

/// <summary>The ways this capability says no.</summary>
internal static class Refusals
{
    private const int ReasonLength = 300;

    public static Rejection NoSuchDocument => Rejection.NotFound("documents.no-such-document", "未找到该文书，或者您无权查看所属事项。");

    public static Rejection WrongState(string expected, OfficialDocument document) =>
        Rejection.Conflict("documents.wrong-state", $"{expected}，实际为{StateNames.Of(document.State)}。") with
        {
            CurrentState = UpperSnake.From(document.State), CurrentVersion = document.Version,
        };

    /// <summary>A paper is the business of the organ that handles its matter: other departments may read it, never void or serve it.</summary>
    public static Task<bool> HandlesAsync(OfficialDocument document, ActContext act, IReadOnlyList<string> postKinds, CancellationToken cancellation) =>
        act.Services.GetRequiredService<IMatterAccess>().HandlesAsync(document.MatterId, postKinds, act.Actor, act.Db, cancellation);

    /// <summary>A reason that goes on paper: there, and short enough to stand there.</summary>
    public static Rejection? OfReason(string? reason, string what) => (reason?.Trim().Length ?? 0) switch
    {
        0 => Rejection.Form("documents.reason-missing", $"{what}应说明理由，实际为空。", new FieldObjection("reason", "必填", "（空）")),
        > ReasonLength => Rejection.Form("documents.reason-too-long", $"{what}理由应不超过 {ReasonLength} 字，实际 {reason!.Trim().Length} 字。", new FieldObjection("reason", $"不超过 {ReasonLength} 字", $"{reason.Trim().Length} 字")),
        _ => null,
    };

    /// <summary>The document, if the actor may see its matter and has seen its newest version.</summary>
    public static async Task<Result<OfficialDocument>> FindAsync(Guid id, long seenVersion, ActContext act, CancellationToken cancellation)
    {
        var document = await act.Db.Set<OfficialDocument>().FirstOrDefaultAsync(d => d.Id == id, cancellation);
        if (document is null || !await act.Services.GetRequiredService<IMatterAccess>().MaySeeAsync(document.MatterId, act.Actor, act.Db, cancellation))
        {
            return NoSuchDocument;
        }
        return document.Version == seenVersion
            ? document
            : Rejection.Conflict("documents.stale-version", "文书已被他人办理，请刷新后重试。") with
            {
                CurrentState = UpperSnake.From(document.State), CurrentVersion = document.Version,
            };
    }
}

internal static class StateNames
{
    public static string Of(DocumentState state) => state switch
    {
        DocumentState.Draft => "草稿",
        DocumentState.Issued => "已制发",
        DocumentState.Served => "已送达",
        _ => "已作废",
    };
}
