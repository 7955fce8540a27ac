using SpecialEquipment.Workflow.Capabilities.Organizations.Reorganizations;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Organizations;

public class AddressRulesTests
{
    private static readonly (string, IReadOnlyList<string>)[] Rules = [("A", ["米山镇示例路1号"]), ("B", ["米山镇", "北诗镇"]), ("C", ["北诗镇"])];

    [Theory]
    [InlineData("高平市米山镇示例路1号", "A")]
    [InlineData("高平市米山镇示例路2号", "B")]
    [InlineData("高平市北诗镇1号", null)]
    [InlineData("高平市河西镇1号", null)]
    public void The_longest_named_part_of_the_address_decides_and_a_tie_or_nothing_does_not(string address, string? successor) =>
        Assert.Equal(successor, AddressRules.SuccessorOf(address, Rules));
}
