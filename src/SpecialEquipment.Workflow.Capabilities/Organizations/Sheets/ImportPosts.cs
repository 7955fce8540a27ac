using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Organizations.Staffing;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;

namespace SpecialEquipment.Workflow.Capabilities.Organizations.Sheets;

/// <summary>Posts from a sheet, each by the act that creates one; whom they are given to is a decision of its own.</summary>
internal sealed class ImportPosts : IImportTarget
{
    private const string NameColumn = "name", KindColumn = "kind", DepartmentColumn = "department", UnitCode = "creditCode";
    private static readonly Dictionary<string, string> Kinds = PostKinds.All.ToDictionary(PostKinds.NameOf);

    public string Kind => "posts";
    public string Name => "岗位";
    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(NameColumn, "岗位名称", true, ImportShape.Text, 100, "岗位"),
        new(KindColumn, "岗位类别", true, ImportShape.Text, 40, "类别", "岗位类型") { Hint = string.Join("、", Kinds.Keys) },
        new(DepartmentColumn, "部门", false, ImportShape.Text, 100, "部门名称", "所属部门") { Hint = "机关岗位填部门全称或简称" },
        new(UnitCode, "单位信用代码", false, ImportShape.Code, 18, "信用代码", "统一社会信用代码") { Hint = "使用单位岗位填" },
    ];

    public async Task CheckAsync(IReadOnlyList<ImportRow> rows, ActContext act, CancellationToken cancellation)
    {
        var owners = await OwnersAsync(rows, act, cancellation);
        var (today, names) = (ShanghaiTime.DateOf(act.Now), rows.Select(r => r[NameColumn]).OfType<string>().Distinct().ToList());
        var known = (await act.Db.Set<Post>().AsNoTracking().Where(p => names.Contains(p.Name) && p.Void == null && (p.ValidTo == null || p.ValidTo > today))
            .Select(p => new { p.Name, p.DepartmentId, p.EnterpriseId }).ToListAsync(cancellation)).ToLookup(p => p.Name);
        foreach (var row in rows)
        {
            if (row[KindColumn] is { } kind && KindOf(kind) is null)
                row.Refuse(KindColumn, $"应为岗位类别之一（{string.Join("、", Kinds.Keys)}），实际为“{kind}”");
            if (row.HasErrors)
                continue;
            var owner = owners[row];
            if (await act.ToManageAsync(owner.Region, owner.Unit, cancellation) is { } forbidden)
                row.Refuse(owner.Unit is null ? DepartmentColumn : UnitCode, forbidden.Detail);
            row.Key = $"{row[NameColumn]}|{owner.Department ?? owner.Unit:N}";
            if (known[row[NameColumn]!].Any(p => p.DepartmentId == owner.Department && p.EnterpriseId == owner.Unit))
                row.KnownAs = $"岗位“{row[NameColumn]}”已经设立";
        }
    }

    public async Task<IReadOnlyList<TakenRow>> TakeAsync(IReadOnlyList<ImportRow> rows, ImportOrigin origin, ActContext act, CancellationToken cancellation)
    {
        await CheckAsync(rows, act, cancellation);
        var owners = await OwnersAsync([.. rows.Where(r => !r.HasErrors)], act, cancellation);
        return await rows.TakeEachAsync("import-post", origin, act, async row =>
        {
            var form = new CreatePost.Form(row[NameColumn], KindOf(row[KindColumn]!), owners[row].Department, owners[row].Unit, null, null);
            var result = await CreatePost.DoAsync(form, act, cancellation);
            return result.IsRejected ? result.Rejection! : result.Value.Id;
        }, cancellation);
    }

    private sealed record Owner(string? Region, Guid? Department, Guid? Unit);

    private static async Task<Dictionary<ImportRow, Owner>> OwnersAsync(IReadOnlyList<ImportRow> rows, ActContext act, CancellationToken cancellation)
    {
        var today = ShanghaiTime.DateOf(act.Now);
        var named = rows.Select(r => r[DepartmentColumn]).OfType<string>().Distinct().ToList();
        var departments = await act.Db.Set<Department>().AsNoTracking()
            .Where(d => (named.Contains(d.Name) || named.Contains(d.ShortName)) && d.ValidFrom <= today && (d.ValidTo == null || d.ValidTo > today)).ToListAsync(cancellation);
        var scope = await act.Services.GetRequiredService<IDirectory>().ScopeAsync(act.Actor, cancellation);
        var units = await act.Services.GetRequiredService<IUnitLookup>().ByCreditCodeAsync([.. rows.Select(r => r[UnitCode]).OfType<string>()], cancellation);
        var owners = new Dictionary<ImportRow, Owner>();
        foreach (var row in rows)
        {
            if (row[UnitCode] is not null)
            {
                if (row.UnitOf(UnitCode, units, scope) is { } unit)
                    owners[row] = new Owner(unit.RegionCode, null, unit.Id);
            }
            else if (row[DepartmentColumn] is not { } text)
                row.Refuse(DepartmentColumn, "应填写部门或单位信用代码，实际均为空");
            else if (departments.Where(d => d.Name == text || d.ShortName == text).Take(2).ToList() is [var department])
                owners[row] = new Owner(department.RegionCode, department.Id, null);
            else
                row.Refuse(DepartmentColumn, $"应为现有部门的全称，实际查无或不止一个“{text}”");
        }
        return owners;
    }

    private static string? KindOf(string text) => Kinds.GetValueOrDefault(text) ?? (PostKinds.All.Contains(text) ? text : null);
}
