using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

/// <summary>
/// Gives a waiting confirmation to another person or post, together with the task that stands for it: whoever holds the task afterwards
/// is the one who may confirm. Refused when he could not have been the second in the first place.
/// </summary>
public static class HandOverStep
{
    /// <param name="person">Null when the whole post is to confirm.</param>
    /// <param name="field">Field of the request that names person or post.</param>
    public static async Task<Rejection?> DoAsync(
        Guid confirmationId, Matter matter, PostView post, PersonView? person, string field, ActContext act, CancellationToken cancellation)
    {
        if (await act.Db.Set<Confirmation>().FirstOrDefaultAsync(c => c.Id == confirmationId && c.State == ConfirmationState.Pending, cancellation) is not { } pending)
            return null; // decided meanwhile: the task is about to close
        var kind = PostKinds.NameOf(pending.ConfirmerPostKind);
        if (person is null)
        {
            if (post.Kind != pending.ConfirmerPostKind)
                return Unfit(field, $"应为本辖区{kind}岗位", $"实际为“{post.Name}”");
            (pending.ConfirmerPersonId, pending.ConfirmerName) = (null, post.Name);
            return null;
        }
        if (person.Id == pending.ProposerPersonId)
            return Unfit(field, $"应为发起人以外的另一名{kind}", $"实际 {person.Name} 就是发起人");
        if ((await SigningChain.EarlierAsync(pending, act.Db, cancellation)).Any(s => s.PersonId == person.Id))
            return Unfit(field, "应为尚未签署本事项的人员", $"实际 {person.Name} 已经确认过");
        var directory = act.Services.GetRequiredService<IDirectory>();
        if (!await SecondPersons.QualifiesAsync(pending.ConfirmerPostKind, person.Id, matter, act, directory, cancellation))
            return Unfit(field, $"应为本辖区{kind}", $"实际 {person.Name} 不在该岗位");
        if (pending.ConfirmerPostKind == PostKinds.Inspector && string.IsNullOrWhiteSpace(person.CertificateNumber))
            return Unfit(field, "应为持有特种设备安全行政执法证件的人员", $"实际 {person.Name} 没有证件编号");
        (pending.ConfirmerPersonId, pending.ConfirmerName) = (person.Id, person.Name);
        return null;
    }

    private static Rejection Unfit(string field, string expected, string actual) =>
        Rejection.Form("matters.unfit-second", $"双人办理的确认{expected}，{actual}。", new FieldObjection(field, expected, actual, SecondPersons.TwoInspectors));
}
