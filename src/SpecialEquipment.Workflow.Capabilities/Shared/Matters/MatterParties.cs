using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

/// <summary>Keeps who had a part in a matter, each person once per part (E8: the record stays with who held the post then).</summary>
public static class MatterParties
{
    public static void Involve(ActContext act, Matter matter, HeldPost post, PartyRole? part = null)
    {
        var role = part ?? RoleOf(post.PostKind);
        var person = act.Actor.PersonId;
        if (act.Db.Set<MatterParty>().Local.Any(p => p.MatterId == matter.Id && p.PersonId == person && p.Role == role)
            || act.Db.Set<MatterParty>().Any(p => p.MatterId == matter.Id && p.PersonId == person && p.Role == role))
            return;
        act.Db.Set<MatterParty>().Add(new MatterParty
        {
            MatterId = matter.Id, Role = role, PersonId = person, PersonName = act.Actor.PersonName, PostId = post.PostId, PostName = post.SigningName,
            DepartmentId = post.DepartmentId, DepartmentName = post.DepartmentName, EnterpriseId = post.EnterpriseId, Since = act.Now,
        });
    }

    public static PartyRole RoleOf(string postKind) => postKind switch
    {
        PostKinds.CaseOfficer => PartyRole.CaseOfficer,
        PostKinds.Inspector => PartyRole.Inspector,
        PostKinds.Approver => PartyRole.Approver,
        PostKinds.BureauLeader => PartyRole.BureauLeader,
        _ => PostKinds.IsEnterprisePost(postKind) ? PartyRole.UnitHandler : PartyRole.Finder,
    };

    public static string Name(this PartyRole role) => role switch
    {
        PartyRole.Finder => "发现人",
        PartyRole.Unit => "使用单位",
        PartyRole.CaseOfficer => "承办人",
        PartyRole.Inspector => "监察人员",
        PartyRole.Approver => "审批人",
        PartyRole.BureauLeader => "局领导",
        PartyRole.Recipient => "收件单位",
        _ => "单位经办人",
    };
}
