using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.ProcessDesign;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Storage.Flows;
using Microsoft.Extensions.DependencyInjection;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Journeys;

public sealed class ShippedFlowsTests
{
    [Fact]
    public void Every_definition_in_workflows_has_a_journey()
    {
        var walked = typeof(ShippedFlowsTests).Assembly.GetTypes().SelectMany(t => t.GetMethods())
            .SelectMany(m => m.GetCustomAttribute<WalksAttribute>()?.Definitions ?? []).ToHashSet();
        var shipped = FactoryFlows.Read().Select(f => f.Definition.DefinitionId).ToList();
        Assert.NotEmpty(shipped);
        Assert.Empty(shipped.Except(walked));
        Assert.Empty(walked.Except(shipped));
    }

    [Fact]
    public void Every_flow_is_named_after_its_file_and_laid_out_without_overlap()
    {
        foreach (var flow in FactoryFlows.Read())
        {
            Assert.Equal(Path.GetFileNameWithoutExtension(flow.Path), flow.Definition.DefinitionId);
            var places = flow.Definition.Json["root"]!["activities"]!.AsArray().Select(a => Place(a!)).ToList();
            Assert.Equal(places.Count, places.Distinct().Count());
            Assert.Matches(@"[一-龥]", flow.Definition.Name);
        }
    }

    [Fact]
    public async Task Flows_are_published_once_and_a_second_start_changes_nothing()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var before = await county.ReadAsync((_, db) => db.Set<FlowDefinition>().AsNoTracking().Select(d => d.VersionId).ToListAsync());
        Assert.Equal(FactoryFlows.Read().Count(), before.Count);
        await county.Services.GetServices<IStartupStep>().OfType<FactoryFlows>().Single().RunAsync(CancellationToken.None);
        Assert.Equal(before.Order(), (await county.ReadAsync((_, db) => db.Set<FlowDefinition>().AsNoTracking().Select(d => d.VersionId).ToListAsync())).Order());
    }

    private static (double, double) Place(JsonNode activity) =>
        ((double)activity["metadata"]!["designer"]!["position"]!["x"]!, (double)activity["metadata"]!["designer"]!["position"]!["y"]!);
}
