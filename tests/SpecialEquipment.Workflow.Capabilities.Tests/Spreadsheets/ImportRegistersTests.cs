using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Organizations;
using SpecialEquipment.Workflow.Capabilities.Organizations.Codes;
using SpecialEquipment.Workflow.Capabilities.Organizations.Demo;
using SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;
using SpecialEquipment.Workflow.Capabilities.Spreadsheets;
using SpecialEquipment.Workflow.Capabilities.Tests.Journeys;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Spreadsheets;

/// <summary>Units, devices, people and posts by sheet: the same acts, the same refusals, at the row and cell.</summary>
public sealed class ImportRegistersTests
{
    [Fact]
    public async Task Units_are_registered_with_their_posts_and_known_ones_passed_over()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var (before, known, town) = (await county.CountAsync<Enterprise>(), await ImportHazardsTests.UnitCodeAsync(county), await TownAsync(county));
        var fresh = CodeFor("91140581MA0KXXXX1");
        var import = await county.ImportedAsync(SheetFile.OfRows(
            ["单位名称", "统一社会信用代码", "行政区划", "地址", "场所类型", "联系电话"],
            ["新晟物业", fresh.ToLowerInvariant(), town.Name, "示例路 1 号", "住宅小区", 13800000000],
            ["已有单位", known, town.Code, "示例路 2 号", "工厂", null],
            ["错码单位", fresh[..17] + (fresh[17] == '1' ? '2' : '1'), town.Code, "示例路 3 号", "工厂", null],
            ["外地单位", CodeFor("91140581MA0KXXXX2"), "990000", "示例路 4 号", "飞船", null]), "enterprises");

        Assert.Equal(("DONE", 1, 1, 2), (import.State, import.ImportedRows, import.KnownRows, import.BadRows));
        Assert.Equal(before + 1, await county.CountAsync<Enterprise>());
        var rows = await county.RowsAsync(import.Id);
        Assert.Equal(["creditCode"], rows[2].Remarks.Where(r => r.IsError).Select(r => r.Column));
        Assert.Equal(["placeType", "region"], rows[3].Remarks.Where(r => r.IsError).Select(r => r.Column).Order());
        var unit = await county.ReadAsync((_, db) => db.Set<Enterprise>().AsNoTracking().SingleAsync(e => e.CreditCode == fresh));
        Assert.Equal(("13800000000", "RESIDENTIAL", town.Code), (unit.Phone, unit.PlaceType, unit.RegionCode));
        Assert.Equal(3, await county.ReadAsync((_, db) => db.Set<Post>().CountAsync(p => p.EnterpriseId == unit.Id)));
        Assert.Equal(["register-enterprise", "import-enterprise"], (await county.LedgerAsync(unit.Id)).Select(e => e.Act));
    }

    [Fact]
    public async Task Devices_are_registered_at_their_unit()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var unit = await ImportHazardsTests.UnitCodeAsync(county);
        var import = await county.ImportedAsync(SheetFile.OfRows(
            ["单位信用代码", "设备代码", "品种代码", "设备名称", "使用地点", "下次检验日期"],
            [unit, "31101234520260001", 3110, "乘客电梯", "9号楼", SheetFile.Day.Of(2026, 12, 1)],
            [unit, county.Device.Code, county.Device.CatalogueCode, "已有", "1号楼", null],
            [unit, 31101234520260002d, "3110", "电梯", "8号楼", null],
            ["91140581MA0KXXXX99", "31101234520260003", "XZ99", "电梯", "7号楼", "不详"]), "equipment");

        Assert.Equal((1, 1, 2), (import.ImportedRows, import.KnownRows, import.BadRows));
        var rows = await county.RowsAsync(import.Id);
        Assert.Contains(rows[2].Remarks, r => r is { IsError: true, Column: "code" } && r.Text.Contains("15 位以后"));
        Assert.Equal(["catalogueCode", "creditCode", "nextInspectionOn"], rows[3].Remarks.Where(r => r.IsError).Select(r => r.Column).Distinct().Order());
        var device = await county.ReadAsync((_, db) => db.Set<Equipment>().AsNoTracking().SingleAsync(e => e.Code == "31101234520260001"));
        Assert.Equal((county.UnitId, new DateOnly(2026, 12, 1)), (device.EnterpriseId, device.NextInspectionOn));
    }

    [Fact]
    public async Task People_and_posts_of_a_unit_are_entered_and_those_of_organs_only_by_who_may()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var unit = await ImportHazardsTests.UnitCodeAsync(county);
        var people = await county.ImportedAsync(SheetFile.OfRows(["姓名", "信用代码", "行政区划", "电话"],
            ["新来甲", unit, null, "13900000000"], ["新来甲", unit, null, null], ["机关乙", null, "140581", null], ["无处丙", null, null, null]), "people");
        var posts = await county.ImportedAsync(SheetFile.OfRows(["岗位名称", "岗位类别", "信用代码", "部门"],
            ["锅炉房安全员", "安全员", unit, null], ["专班", "联络员", null, "没有这个部门"], ["某岗", "船长", unit, null]), "posts");

        Assert.Equal((1, 3), (people.ImportedRows, people.BadRows));
        Assert.Equal((1, 2), (posts.ImportedRows, posts.BadRows));
        Assert.Equal(1, await county.ReadAsync((_, db) => db.Set<Person>().CountAsync(p => p.Name == "新来甲" && p.EnterpriseId == county.UnitId)));
        Assert.Equal(1, await county.ReadAsync((_, db) => db.Set<Post>().CountAsync(p => p.Name == "锅炉房安全员" && p.EnterpriseId == county.UnitId)));
        Assert.Contains((await county.RowsAsync(people.Id))[2].Remarks, r => r.IsError && r.Column == "region");
    }

    private static string CodeFor(string seventeen) => seventeen + CreditCode.CheckCharacter(seventeen);

    private static Task<Region> TownAsync(County county) => county.ReadAsync((_, db) =>
        db.Set<Region>().AsNoTracking().Where(r => r.ParentCode == DemoPlan.County).OrderBy(r => r.Code).FirstAsync());
}
