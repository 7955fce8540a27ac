using System.Text;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Engine.Activities;
using SpecialEquipment.Workflow.Engine.Definitions;
using SpecialEquipment.Workflow.Storage.Flows;

namespace SpecialEquipment.Workflow.Capabilities.ProcessDesign;

/// <summary>
/// Publishes the flows this version ships (<c>workflows/</c>, embedded) when their version is not stored yet. Later versions that a
/// designer made are left alone. A definition with an error stops the start, with every problem of every definition named.
/// </summary>
public sealed class FactoryFlows(IActRing ring, ActivityCatalogue catalogue, FlowReferences references) : IStartupStep
{
    private const string Prefix = "workflows/";

    public int Order => 20;

    public async Task RunAsync(CancellationToken cancellation)
    {
        var flows = Read().ToList();
        var problems = flows.SelectMany(Problems).ToList();
        if (problems.Count > 0)
            throw new FactoryFlowsRefusedException(problems);
        await ring.RunAsync<int>("process-design/publish-factory-flows", Actor.System, async (act, ct) =>
        {
            var published = 0;
            foreach (var flow in flows)
                published += await PublishAsync(flow, act, ct) ? 1 : 0;
            return published;
        }, cancellation: cancellation);
    }

    /// <summary>The shipped definitions by path below <c>workflows/</c>.</summary>
    public static IEnumerable<ShippedFlow> Read()
    {
        var assembly = typeof(FactoryFlows).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            var json = reader.ReadToEnd();
            yield return new ShippedFlow(name[Prefix.Length..].Replace('\\', '/'), WorkflowDefinition.Parse(json), json);
        }
    }

    private IEnumerable<string> Problems(ShippedFlow flow)
    {
        var compiled = WorkflowCompiler.Compile(flow.Definition, catalogue);
        foreach (var problem in compiled.Problems)
            yield return $"{flow.Path}：{problem.Message}";
        foreach (var problem in references.Check(flow.Definition))
            yield return $"{flow.Path}：{problem}";
    }

    private static async Task<bool> PublishAsync(ShippedFlow flow, ActContext act, CancellationToken cancellation)
    {
        var id = flow.Definition.DefinitionId;
        var stored = await act.Db.Set<FlowDefinition>().Where(d => d.DefinitionId == id).ToListAsync(cancellation);
        if (stored.Any(d => d.Version >= flow.Definition.Version))
            return false;
        foreach (var before in stored)
            (before.IsLatest, before.IsPublished) = (false, false);
        act.Db.Set<FlowDefinition>().Add(new FlowDefinition
        {
            VersionId = Guid.CreateVersion7(act.Now), DefinitionId = id, Version = flow.Definition.Version, Name = flow.Definition.Name,
            Description = flow.Definition.Json["description"]?.GetValue<string>(), Json = flow.Json, IsLatest = true, IsPublished = true,
            CreatedAt = act.Now, UpdatedAt = act.Now, PublishedAt = act.Now,
        });
        (await act.Db.Set<Stamp>().SingleAsync(s => s.Name == Stamp.Definitions, cancellation)).Value++;
        return true;
    }
}

public sealed record ShippedFlow(string Path, WorkflowDefinition Definition, string Json);

public sealed class FactoryFlowsRefusedException(IReadOnlyList<string> problems)
    : Exception($"随附流程有 {problems.Count} 处问题，拒绝启动：{string.Join("；", problems)}")
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
