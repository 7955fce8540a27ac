using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

namespace SpecialEquipment.Workflow.Capabilities.Organizations.Reorganizations;

/// <summary>
/// On the day of a reorganisation: departments and posts of the ended nodes end, the successor nodes get theirs, and whoever held or deputised for
/// an old post does so in the new one, until somebody decides otherwise. A node that takes others over keeps the posts it has.
/// </summary>
internal sealed class PassOrgans(RegionReorganization reorganization, RegionTree tree, ActContext act)
{
    private readonly DateOnly on = reorganization.EffectiveOn;
    private readonly DateTimeOffset instant = ShanghaiTime.StartOf(reorganization.EffectiveOn);
    private readonly Dictionary<(Guid Department, string Region), Department> departments = [];
    private readonly Dictionary<(Guid Post, string Region), Post> posts = [];

    public async Task DoAsync(CancellationToken cancellation)
    {
        if (reorganization.OrgansPassedAt is not null)
        {
            return;
        }
        foreach (var node in reorganization.From.Select(code => tree.Find(code, on.AddDays(-1))!))
        {
            await DepartmentsAsync(node, cancellation);
            await PostsAsync(node, cancellation);
        }
        await SuperiorsAsync(cancellation);
        reorganization.OrgansPassedAt = act.Now;
    }

    private async Task DepartmentsAsync(Region node, CancellationToken cancellation)
    {
        var old = await act.Db.Set<Department>().Where(d => d.RegionCode == node.Code && d.ValidFrom < on && (d.ValidTo == null || d.ValidTo > on)).OrderBy(d => d.Key).ToListAsync(cancellation);
        foreach (var department in old)
        {
            foreach (var region in reorganization.To)
            {
                bool Is(Department d) => d.RegionCode == region && d.Code == department.Code && (d.ValidTo is null || d.ValidTo > on);
                var standing = act.Db.Set<Department>().Local.FirstOrDefault(Is)
                    ?? await act.Db.Set<Department>().FirstOrDefaultAsync(d => d.RegionCode == region && d.Code == department.Code && (d.ValidTo == null || d.ValidTo > on), cancellation);
                if (standing is null)
                {
                    act.Db.Add(standing = new Department
                    {
                        Id = Guid.CreateVersion7(act.Now), Code = department.Code, Name = Renamed(department.Name, node, region), ShortName = department.ShortName,
                        NumberMark = department.NumberMark, RegionCode = region, Duty = department.Duty, PlaceTypes = department.PlaceTypes, Priority = department.Priority, ValidFrom = on,
                    });
                }
                departments[(department.Id, region)] = standing;
            }
            department.ValidTo = on;
            department.SuccessorId = reorganization.To.Count == 1 ? departments[(department.Id, reorganization.To[0])].Id : null;
        }
    }

    private async Task PostsAsync(Region node, CancellationToken cancellation)
    {
        var old = await act.Db.Set<Post>()
            .Where(p => p.RegionCode == node.Code && p.EnterpriseId == null && p.Void == null && p.ValidFrom < on && (p.ValidTo == null || p.ValidTo > on)).OrderBy(p => p.Key).ToListAsync(cancellation);
        var ids = old.ConvertAll(p => p.Id);
        var holders = (await act.Db.Set<PostHolder>().Where(h => ids.Contains(h.PostId) && (h.ValidTo == null || h.ValidTo > instant)).OrderBy(h => h.Key).ToListAsync(cancellation)).ToLookup(h => h.PostId);
        var deputies = (await act.Db.Set<PostDeputy>().Where(d => ids.Contains(d.PostId) && d.ValidTo > instant).OrderBy(d => d.Key).ToListAsync(cancellation)).ToLookup(d => d.PostId);
        foreach (var post in old)
        {
            foreach (var region in reorganization.To)
            {
                var successor = await SuccessorAsync(post, node, region, cancellation);
                posts[(post.Id, region)] = successor;
                act.Db.Add(new PostSuccession { PostId = post.Id, SuccessorPostId = successor.Id, RegionCode = region });
                Take(successor, [.. holders[post.Id]], [.. deputies[post.Id]]);
            }
            foreach (var holder in holders[post.Id])
            {
                holder.ValidTo = instant;
            }
            foreach (var deputy in deputies[post.Id])
            {
                deputy.ValidTo = deputy.ValidFrom > instant ? deputy.ValidFrom : instant;
            }
            post.ValidTo = on;
            post.Version++;
            act.Record(new LedgerFact(post.Id, "reorganize-regions", $"因行政区划调整，岗位“{post.Name}”由“{string.Join("、", reorganization.To.Select(r => posts[(post.Id, r)].Name))}”承接")
            {
                Detail = new Dictionary<string, object?> { ["reorganizationId"] = reorganization.Id, ["successors"] = reorganization.To.Select(r => posts[(post.Id, r)].Id).ToList() },
            });
        }
    }

    private async Task<Post> SuccessorAsync(Post post, Region node, string region, CancellationToken cancellation)
    {
        var department = post.DepartmentId is { } id ? departments[(id, region)].Id : (Guid?)null;
        var name = Renamed(post.Name, node, region);
        var made = act.Db.Set<Post>().Local.FirstOrDefault(p => p.RegionCode == region && p.Kind == post.Kind && p.DepartmentId == department && p.Name == name && p.ValidFrom == on);
        if (made is not null)
        {
            return made;
        }
        var standing = await act.Db.Set<Post>().OrderBy(p => p.Key).FirstOrDefaultAsync(
            p => p.RegionCode == region && p.Kind == post.Kind && p.DepartmentId == department && p.EnterpriseId == null && p.Void == null && p.ValidFrom < on && (p.ValidTo == null || p.ValidTo > on),
            cancellation);
        if (standing is not null)
        {
            return standing;
        }
        var created = new Post
        {
            Id = Guid.CreateVersion7(act.Now), Name = name, Kind = post.Kind, RegionCode = region, DepartmentId = department, SuperiorPostId = post.SuperiorPostId, ValidFrom = on, Version = 1,
        };
        act.Db.Add(created);
        return created;
    }

    private void Take(Post successor, List<PostHolder> holders, List<PostDeputy> deputies)
    {
        foreach (var holder in holders.Where(h => !act.Db.Set<PostHolder>().Local.Any(o => o.PostId == successor.Id && o.PersonId == h.PersonId && o.ValidTo is null)))
        {
            act.Db.Add(new PostHolder { Id = Guid.CreateVersion7(act.Now), PostId = successor.Id, PersonId = holder.PersonId, ValidFrom = instant, AppointedBy = reorganization.EnactedBy });
        }
        foreach (var deputy in deputies)
        {
            act.Db.Add(new PostDeputy
            {
                Id = Guid.CreateVersion7(act.Now), PostId = successor.Id, PersonId = deputy.PersonId, ValidFrom = deputy.ValidFrom > instant ? deputy.ValidFrom : instant,
                ValidTo = deputy.ValidTo, Reason = deputy.Reason, AppointedBy = deputy.AppointedBy, AppointedByName = deputy.AppointedByName,
            });
        }
    }

    /// <summary>Whoever reported to an ended post reports to the one that goes on in its place: of his own new region, else the first.</summary>
    private async Task SuperiorsAsync(CancellationToken cancellation)
    {
        await act.Db.SaveChangesAsync(cancellation);
        var ended = posts.Keys.Select(k => k.Post).Distinct().ToList();
        foreach (var below in await act.Db.Set<Post>().Where(p => p.SuperiorPostId != null && ended.Contains(p.SuperiorPostId.Value) && (p.ValidTo == null || p.ValidTo > on)).ToListAsync(cancellation))
        {
            var region = reorganization.To.FirstOrDefault(r => tree.Subtree(r, on).Contains(below.RegionCode)) ?? reorganization.To[0];
            below.SuperiorPostId = posts[(below.SuperiorPostId!.Value, region)].Id;
        }
    }

    private string Renamed(string name, Region old, string region) => name.Replace(old.Name, tree.Find(region, on)!.Name, StringComparison.Ordinal);
}
