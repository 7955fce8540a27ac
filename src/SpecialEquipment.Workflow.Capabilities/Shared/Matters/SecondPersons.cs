using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

/// <summary>Whom a two-person step waits for.</summary>
internal sealed record Confirmer(Guid? PersonId, string Name);

/// <summary>Finds the second person and objects when it cannot be one: the same person, or one without the post in this region.</summary>
internal static class SecondPersons
{
    public const string TwoInspectors = "《特种设备安全监督检查办法》第十九条";

    public static async Task<Confirmer?> ResolveAsync(SecondPerson second, Matter matter, ActContext act, Objections objections, CancellationToken cancellation)
    {
        var directory = act.Services.GetRequiredService<IDirectory>();
        var kindName = PostKinds.NameOf(second.PostKind);
        if (second.PersonId is not { } personId)
        {
            if (second.PersonField.Length > 0)
            {
                objections.Add(second.PersonField, $"应指定第二名{kindName}", "实际为空", TwoInspectors);
                return null;
            }
            var post = await directory.ResolvePostAsync(second.PostKind, matter.RegionCode, null, cancellation);
            return new Confirmer(null, post?.Name ?? kindName);
        }

        if (personId == act.Actor.PersonId)
        {
            objections.Add(second.PersonField, $"应为另一名{kindName}", "实际是本人", TwoInspectors);
            return null;
        }
        var person = await directory.FindPersonAsync(personId, cancellation);
        if (person is null)
        {
            objections.Add(second.PersonField, $"应为在册{kindName}", "实际查无此人", TwoInspectors);
            return null;
        }
        if (!await QualifiesAsync(second.PostKind, personId, matter, act, directory, cancellation))
        {
            objections.Add(second.PersonField, $"应为本辖区{kindName}", $"实际 {person.Name} 不在该岗位", TwoInspectors);
            return null;
        }
        return new Confirmer(personId, person.Name);
    }

    public static async Task<bool> QualifiesAsync(
        string postKind, Guid personId, Matter matter, ActContext act, IDirectory directory, CancellationToken cancellation)
    {
        var posts = await directory.PostsHeldAsync(personId, act.Now, cancellation);
        var actor = new Actor { UserId = Guid.Empty, UserName = "", PersonName = "", PersonId = personId, Posts = posts };
        return await Who.Official(postKind).PostOfAsync(actor, matter, directory, cancellation) is not null;
    }
}
