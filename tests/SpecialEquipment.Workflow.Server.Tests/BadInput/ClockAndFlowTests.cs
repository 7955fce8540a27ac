using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Engine.Activities;
using SpecialEquipment.Workflow.Engine.Definitions;

namespace SpecialEquipment.Workflow.Server.Tests.BadInput;

/// <summary>Business time moved backwards, and definitions that name what does not exist.</summary>
[Collection(nameof(BadInputCollection))]
public sealed class ClockAndFlowTests(County county)
{
    [Fact]
    public async Task Business_time_never_goes_back()
    {
        var now = await county.NowAsync();

        await county.RefusesAsync(422, "clock.backwards", () => county["officer1"].PostAsync("/api/clock", new { now = now.AddMinutes(-1) }));
        await county.RefusesAsync(422, "clock.backwards", () => county["officer1"].PostAsync("/api/clock", new { advance = "-P1D" }));
        Assert.True(await county.NowAsync() >= now);
    }

    [Theory]
    [InlineData("three days", null)]
    [InlineData(null, null)]
    [InlineData("P1D", "2030-01-01T00:00:00Z")]
    public async Task A_move_of_the_clock_that_says_nothing_clear_is_refused(string? advance, string? now) =>
        await county.RefusesAsync(422, "clock.form", () => county["officer1"].PostAsync("/api/clock", new { advance, now }));

    [Fact]
    public void A_definition_with_an_unknown_activity_is_refused_by_name()
    {
        var definition = WorkflowDefinition.Parse("""
            {
              "id": "v1", "definitionId": "d1", "name": "probe", "version": 1, "isLatest": true, "isPublished": true,
              "root": {
                "id": "root", "nodeId": "root", "type": "Elsa.Flowchart", "version": 1,
                "activities": [
                  { "id": "start", "nodeId": "root:start", "type": "Elsa.Start", "version": 1 },
                  { "id": "a7", "nodeId": "root:a7", "name": "SendTelegram", "type": "Acme.SendTelegram", "version": 1 }
                ],
                "connections": [ { "source": { "activity": "start", "port": "Done" }, "target": { "activity": "a7", "port": "In" } } ]
              }
            }
            """);

        var compiled = WorkflowCompiler.Compile(definition, county.Host.Services.GetRequiredService<ActivityCatalogue>());

        var problem = Assert.Single(compiled.Problems, p => p.Severity == ProblemSeverity.Error);
        Assert.Equal(("UNKNOWN_ACTIVITY_TYPE", "a7"), (problem.Code, problem.ActivityId));
        Assert.Contains("SendTelegram", problem.Message, StringComparison.Ordinal);
        Assert.Contains("Acme.SendTelegram", problem.Message, StringComparison.Ordinal);
        Assert.False(compiled.CanBePublished);
    }
}
