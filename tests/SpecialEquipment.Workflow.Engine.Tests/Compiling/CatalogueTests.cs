using SpecialEquipment.Workflow.Engine.Activities;
using SpecialEquipment.Workflow.Engine.Tests.Running;

namespace SpecialEquipment.Workflow.Engine.Tests.Compiling;

public sealed class CatalogueTests
{
    [Fact]
    public void Every_type_speaks_Chinese_to_the_designer()
    {
        foreach (var descriptor in new ActivityCatalogue([]).Descriptors)
        {
            var texts = descriptor.Inputs.Select(input => input.DisplayName).Concat(descriptor.Outputs.Select(output => output.DisplayName))
                .Concat(descriptor.Ports.Select(port => port.DisplayName)).Concat(descriptor.Inputs.SelectMany(input => input.Options).Select(option => option.Text))
                .Append(descriptor.DisplayName).Append(descriptor.Category).Append(descriptor.Description);
            Assert.All(texts, text => Assert.True(text.Any(character => character is >= '一' and <= '龥'), $"{descriptor.TypeName}: “{text}”"));
        }
    }

    [Fact]
    public void Every_type_that_goes_on_shows_a_way_out()
    {
        foreach (var descriptor in new ActivityCatalogue([]).Descriptors)
            Assert.True(descriptor.IsTerminal || descriptor.TypeName is "Elsa.NotFoundActivity" or "Elsa.Fault" || descriptor.Ports.Any(port => port.Type == "Flow")
                || descriptor.Inputs.Any(input => input.UiHint == "dynamic-outcomes"), descriptor.TypeName);
    }

    [Fact]
    public void Host_activities_stand_beside_the_built_in_ones_and_names_are_unique()
    {
        var host = new Host();
        Assert.Same(host, new ActivityCatalogue([host]).FindHost("Test.Work"));
        Assert.Null(new ActivityCatalogue([]).FindHost("Elsa.If"));
        Assert.Throws<ArgumentException>(() => new ActivityCatalogue([host, host]));
    }
}
