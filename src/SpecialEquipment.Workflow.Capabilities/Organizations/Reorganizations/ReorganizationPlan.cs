using SpecialEquipment.Workflow.Capabilities.Organizations.Codes;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.Organizations.Reorganizations;

/// <summary>A reorganisation whose every part has been checked against the map of the day before it. Pure.</summary>
/// <param name="Children">Node below an ended one → its new parent.</param>
internal sealed record ReorganizationPlan(
    RegionChange Change, DateOnly On, IReadOnlyList<Region> From, IReadOnlyList<ReorganizationPlan.Node> To, IReadOnlyDictionary<string, string> Children)
{
    private const int MostName = 100;
    private const int MostShortName = 20;
    private const int MostBasis = 500;

    public sealed record Node(string Code, string Name, string ShortName, bool IsNew, IReadOnlyList<string> Addresses);

    public string Text => $"{string.Join("、", From.Select(r => r.Name))}{(Change switch { RegionChange.Rename => "更名为", RegionChange.Merge => "合并为", _ => "分设为" })}{string.Join("、", To.Select(t => t.Name))}";

    public static Result<ReorganizationPlan> Read(ReorganizeRegions.Form form, RegionTree tree, DateOnly today)
    {
        var errors = new List<FieldObjection>(Refusals.Required("basis", form.Basis, MostBasis));
        if (form.Change is null || !UpperSnake.TryTo<RegionChange>(form.Change, out var change))
        {
            errors.Add(new FieldObjection("change", "RENAME、MERGE、SPLIT 之一", form.Change ?? "（空）"));
            change = RegionChange.Rename;
        }
        if (form.EffectiveOn is not { } on || on <= today)
        {
            errors.Add(new FieldObjection("effectiveOn", $"晚于 {ShanghaiTime.Text(today)} 的日期", form.EffectiveOn is { } given ? ShanghaiTime.Text(given) : "（空）"));
            on = today.AddDays(1);
        }
        var eve = on.AddDays(-1);
        var from = Ending(form.From ?? [], tree, eve, errors);
        var to = Standing(form.To ?? [], tree, on, from, errors);
        if (form.Change is not null)
        {
            Count(change, form, to, errors);
        }
        var children = errors.Count == 0 ? ChildrenOf(change, form, from, to, tree, eve, errors) : [];
        return errors.Count > 0
            ? Rejection.Form("organizations.reorganization-unsound", $"行政区划调整有 {errors.Count} 处不符合要求。", [.. errors])
            : new ReorganizationPlan(change, on, from, to, children);
    }

    private static List<Region> Ending(IReadOnlyList<string> codes, RegionTree tree, DateOnly eve, List<FieldObjection> errors)
    {
        var found = new List<Region>();
        for (var i = 0; i < codes.Count; i++)
        {
            var code = codes[i]?.Trim() ?? "";
            if (code.Length > 0 && tree.Find(code, eve) is { } region && region.IsValidOn(eve) && region.ValidTo is null && region.ParentCode is not null && !found.Contains(region))
            {
                found.Add(region);
            }
            else
            {
                errors.Add(new FieldObjection($"from[{i}]", "生效前一日在用、尚未安排调整的行政区划，不重复", code.Length == 0 ? "（空）" : code));
            }
        }
        if (found.Select(r => (r.Level, r.ParentCode)).Distinct().Count() > 1)
        {
            errors.Add(new FieldObjection("from", "同一上级、同一层级的行政区划", string.Join("、", found.Select(r => r.Name))));
        }
        return found;
    }

    private static List<Node> Standing(IReadOnlyList<ReorganizeRegions.Successor> successors, RegionTree tree, DateOnly on, List<Region> from, List<FieldObjection> errors)
    {
        var nodes = new List<Node>();
        for (var i = 0; i < successors.Count; i++)
        {
            var (successor, code) = (successors[i], successors[i]?.Code?.Trim() ?? "");
            var addresses = (successor?.Addresses ?? []).Where(a => !string.IsNullOrWhiteSpace(a)).Select(a => a.Trim()).ToList();
            if (code.Length == 0 || from.Exists(r => r.Code == code) || nodes.Exists(n => n.Code == code))
            {
                errors.Add(new FieldObjection($"to[{i}].code", "与被调整的不同、不重复的行政区划代码", code.Length == 0 ? "（空）" : code));
            }
            else if (tree.Find(code, on) is { } existing && existing.IsValidOn(on))
            {
                nodes.Add(new Node(code, existing.Name, existing.ShortName, false, addresses));
            }
            else
            {
                if (RegionCode.Check(code, from.Count > 0 ? from[0].ParentCode : null) is { Verdict: CodeVerdict.Refused, Expected: var expected })
                {
                    errors.Add(new FieldObjection($"to[{i}].code", expected!, code));
                }
                errors.AddRange(Refusals.Required($"to[{i}].name", successor!.Name, MostName));
                errors.AddRange(Refusals.Required($"to[{i}].shortName", successor.ShortName, MostShortName));
                nodes.Add(new Node(code, successor.Name?.Trim() ?? "", successor.ShortName?.Trim() ?? "", true, addresses));
            }
        }
        return nodes;
    }

    private static void Count(RegionChange change, ReorganizeRegions.Form form, List<Node> to, List<FieldObjection> errors)
    {
        var (from, into) = (form.From?.Count ?? 0, form.To?.Count ?? 0);
        var isSound = change switch
        {
            RegionChange.Rename => from == 1 && into == 1,
            RegionChange.Merge => into == 1 && (from >= 2 || (from == 1 && to is [{ IsNew: false }])),
            _ => from == 1 && into >= 2,
        };
        if (!isSound)
        {
            errors.Add(new FieldObjection(
                "to", change switch { RegionChange.Rename => "一个更名为一个", RegionChange.Merge => "两个以上合并为一个，或者并入一个现有的", _ => "一个分设为两个以上" }, $"{from} 个调整为 {into} 个"));
        }
    }

    /// <summary>After a split it must be said where each node below goes; otherwise there is only one place.</summary>
    private static Dictionary<string, string> ChildrenOf(
        RegionChange change, ReorganizeRegions.Form form, List<Region> from, List<Node> to, RegionTree tree, DateOnly eve, List<FieldObjection> errors)
    {
        var below = tree.On(eve).Where(r => from.Exists(f => f.Code == r.ParentCode)).ToList();
        if (change != RegionChange.Split)
        {
            return below.ToDictionary(r => r.Code, _ => to[0].Code);
        }
        var named = form.To!.SelectMany((successor, i) => (successor.Children ?? []).Select(child => (child, to[i].Code))).ToLookup(c => c.child, c => c.Code);
        foreach (var child in below.Where(r => named[r.Code].Count() != 1))
        {
            errors.Add(new FieldObjection("to[].children", $"{child.Name}（{child.Code}）归入其中一个", named[child.Code].Any() ? "归入多个" : "没有归属"));
        }
        return below.Where(r => named[r.Code].Any()).ToDictionary(r => r.Code, r => named[r.Code].First());
    }
}
