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
    private const string Certificate = "《特种设备安全法》第六十五条";

    /// <summary>All of a chain, before the first proposes: none may be missing, none may be named twice.</summary>
    public static async Task<IReadOnlyList<Confirmer?>> ResolveAsync(
        IReadOnlyList<SecondPerson> others, Matter matter, ActContext act, Objections objections, CancellationToken cancellation)
    {
        var found = new List<Confirmer?>();
        foreach (var other in others)
        {
            if (other.PersonId is { } person && found.Any(f => f?.PersonId == person))
                objections.Add(other.PersonField, "应为不同的人员", "实际重复指定", TwoInspectors);
            found.Add(await ResolveAsync(other, matter, act, objections, cancellation));
        }
        return found;
    }

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
            var post = await directory.ResolvePostAsync(second.PostKind, await directory.CurrentRegionAsync(matter.RegionCode, matter.EnterpriseId, cancellation), null, cancellation);
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
        if (second.PostKind == PostKinds.Inspector)
            await CertificatesAsync(second.PersonField, person, act, directory, objections, cancellation);
        return new Confirmer(personId, person.Name);
    }

    /// <summary>Both inspectors carry a law-enforcement certificate (special equipment safety law, art. 65); its number is printed on what they sign.</summary>
    private static async Task CertificatesAsync(
        string field, PersonView second, ActContext act, IDirectory directory, Objections objections, CancellationToken cancellation)
    {
        var first = act.Actor.PersonId is { } own ? await directory.FindPersonAsync(own, cancellation) : null;
        if (string.IsNullOrWhiteSpace(first?.CertificateNumber))
            objections.Add("", "办理人应持有特种设备安全行政执法证件", $"实际 {act.Actor.PersonName} 没有证件编号", Certificate);
        if (string.IsNullOrWhiteSpace(second.CertificateNumber))
            objections.Add(field, "应为持有特种设备安全行政执法证件的人员", $"实际 {second.Name} 没有证件编号", Certificate);
    }

    public static async Task<bool> QualifiesAsync(
        string postKind, Guid personId, Matter matter, ActContext act, IDirectory directory, CancellationToken cancellation)
    {
        var posts = await directory.PostsHeldAsync(personId, act.Now, cancellation);
        var actor = new Actor { UserId = Guid.Empty, UserName = "", PersonName = "", PersonId = personId, Posts = posts };
        return await Who.Official(postKind).PostOfAsync(actor, matter, directory, cancellation) is not null;
    }
}
