using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Matters;

public sealed class PlaceholderTests
{
    [Theory]
    [InlineData("TBD")]
    [InlineData("tbd.")]
    [InlineData("待定")]
    [InlineData("（待定）")]
    [InlineData("无")]
    [InlineData("暂无。")]
    [InlineData(" - ")]
    [InlineData("N/A")]
    [InlineData("同上")]
    public void A_placeholder_says_nothing(string text) => Assert.True(Placeholder.Is(text));

    [Theory]
    [InlineData("无缝钢管更换")]
    [InlineData("待定级后更换的配件已到货")]
    [InlineData("更换安全钳")]
    public void Content_is_no_placeholder(string text) => Assert.False(Placeholder.Is(text));
}
