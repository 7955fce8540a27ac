using SpecialEquipment.Workflow.Capabilities.Organizations;
using SpecialEquipment.Workflow.Capabilities.Organizations.Codes;
using SpecialEquipment.Workflow.Capabilities.Organizations.Demo;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Organizations;

public class RegionTreeTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly RegionTree Tree = new(DemoData.Regions(Guid.CreateVersion7), DemoData.Successions());

    [Fact]
    public void A_county_reports_upward_through_its_prefecture() =>
        Assert.Equal(["140581", "140500", "140000", "000000"], Tree.Ancestors("140581", Today).Select(r => r.Code));

    [Fact]
    public void A_district_of_a_municipality_has_no_prefecture_above_it() =>
        Assert.Equal(["500120", "500000", "000000"], Tree.Ancestors("500120", Today).Select(r => r.Code));

    [Fact]
    public void The_subtree_of_a_county_holds_its_towns_and_its_development_zone()
    {
        var codes = Tree.Subtree("140581", Today);
        Assert.Equal(18, codes.Count);
        Assert.Contains("140581900", codes);
        Assert.DoesNotContain("140500", codes);
    }

    [Fact]
    public void Before_the_renaming_the_old_node_stood_on_the_map()
    {
        var before = Tree.On(new DateOnly(2014, 5, 1)).Select(r => r.Code).ToList();
        var after = Tree.On(new DateOnly(2014, 5, 2)).Select(r => r.Code).ToList();
        Assert.Contains("500227", before);
        Assert.DoesNotContain("500120", before);
        Assert.Contains("500120", after);
        Assert.DoesNotContain("500227", after);
    }

    [Fact]
    public void A_split_node_has_two_successors_and_each_inherits_its_history()
    {
        Assert.Equal(["320506", "320507"], Tree.SuccessorsOf("320586", Today).Select(r => r.Code).Order());
        Assert.Contains("320586", Tree.Subtree("320507", Today));
        Assert.Equal("吴县市", Tree.Find("320586", Today)!.Name);
        Assert.Equal("320586", Assert.Single(Tree.SuccessorsOf("320586", new DateOnly(2001, 2, 27))).Code);
    }

    [Fact]
    public void Every_shipped_code_agrees_with_its_parent() =>
        Assert.All(Tree.On(Today), region => Assert.Equal(CodeVerdict.Regular, RegionCode.Check(region.Code, region.ParentCode).Verdict));
}
