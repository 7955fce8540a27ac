using System.Text.Json.Nodes;

namespace SpecialEquipment.Workflow.Engine.Tests.Conformance;

/// <summary>Where we differ from the recorded Elsa on purpose; the numbers are those of <c>Traces/DIFFERENCES.md</c>.</summary>
public sealed class DifferenceTests
{
    [Theory]
    [InlineData("join-03-waitany-cancels")]
    [InlineData("join-04-default-mode")]
    [InlineData("join-12-waitany-cancels-nested-waiting")]
    public async Task Difference_1_a_join_that_takes_any_runs_once_and_cancels_the_other_branch_whole(string name)
    {
        var last = await OursAsync(name);
        Assert.Equal("""["Completed"]""", Statuses(last, "j"));
        Assert.Equal("""["Completed"]""", Statuses(last, "m"));
        Assert.Equal("""["Canceled"]""", Statuses(last, "e"));
    }

    [Theory]
    [InlineData("flow-11-end-in-one-branch")]
    [InlineData("nest-14-end-cancels-nested-waiting")]
    public async Task Difference_2_End_completes_its_container_once_and_cancels_what_waits(string name)
    {
        var last = await OursAsync(name);
        Assert.Equal("Finished", Text(last, "subStatus"));
        Assert.Equal("""["Completed"]""", Statuses(last, "Flowchart1"));
        Assert.Equal("""["Canceled"]""", Statuses(last, "e"));
        Assert.Empty(last["bookmarks"]!.AsArray());
    }

    [Fact]
    public async Task Difference_2_Complete_ends_the_container_it_stands_in_once()
    {
        var root = await OursAsync("nest-11-complete-in-root");
        Assert.Equal(("Finished", """["Completed"]""", """["Canceled"]"""), (Text(root, "subStatus"), Statuses(root, "Flowchart1"), Statuses(root, "e")));
        var nested = await OursAsync("nest-16-complete-in-nested");
        Assert.Equal(("Finished", """["Completed"]""", """["Completed"]"""), (Text(nested, "subStatus"), Statuses(nested, "inner"), Statuses(nested, "after")));
    }

    [Fact]
    public async Task Difference_6_a_For_without_a_body_completes_at_once() =>
        Assert.Equal("Finished", Text(await OursAsync("loop-17-for-without-body"), "subStatus"));

    [Fact]
    public async Task Difference_4_a_value_that_does_not_fit_is_an_incident_that_names_variable_value_and_type()
    {
        var last = await OursAsync("incident-07-conversion");
        Assert.Equal("Faulted", Text(last, "subStatus"));
        Assert.Equal("活动“s”：变量“N”的类型应为 Int32，实际值为 \"abc\"", Text(last["incidents"]!.AsArray().Single()!.AsObject(), "message"));
    }

    [Theory]
    [InlineData("var-07-memory-storage", "T", "M=set")]
    [InlineData("var-12-input-after-resume", "T2", "after in1")]
    [InlineData("var-16-null-after-resume", "T", "S=null")]
    public async Task Difference_5_variables_and_inputs_keep_their_value_over_a_suspension(string name, string variable, string value) =>
        Assert.Equal(value, Text((await OursAsync(name))["variables"]!.AsObject(), variable));

    [Fact]
    public async Task Difference_5_null_is_stored_as_null() =>
        Assert.Null((await OursAsync("var-15-set-null"))["variables"]!["I"]);

    [Theory]
    [InlineData("event-10-cancel-instance")]
    [InlineData("nest-09-finish-while-other-waits")]
    public async Task Difference_9_what_is_given_up_is_closed_as_cancelled_and_leaves_no_bookmark(string name)
    {
        var last = await OursAsync(name);
        Assert.Equal("""["Canceled"]""", Statuses(last, "e"));
        Assert.Equal("""["Canceled"]""", Statuses(last, "Flowchart1"));
        Assert.Empty(last["bookmarks"]!.AsArray());
    }

    [Fact]
    public async Task Difference_9_Finish_deep_inside_closes_every_container() =>
        Assert.Equal("""["Canceled"]""", Statuses(await OursAsync("nest-10-finish-in-nested"), "inner"));

    [Fact]
    public async Task Difference_12_the_message_names_activity_input_place_and_cause()
    {
        var actual = await TraceRun.RunAsync(Trace.Load("incident-01-js-error-fault"));
        Assert.Equal("活动“bad”的输入“值”求值失败（第 1 行第 1 列）：noSuchThing is not defined", Text(actual[0]!["incidents"]!.AsArray().Single()!.AsObject(), "message"));
    }

    [Theory]
    [InlineData("flow-21-send-back-cross-branch")]
    [InlineData("loop-13-parallelforeach-events")]
    public async Task A_second_execution_of_a_waiting_activity_is_logged_as_started(string name) => await OursAsync(name);

    // our expectation is met, and it really is another one than the recorded
    private static async Task<JsonObject> OursAsync(string name)
    {
        var trace = Trace.Load(name);
        var actual = await TraceRun.RunAsync(trace);
        Assert.NotNull(trace.Ours);
        Assert.Equal("", TraceComparison.Differences(trace.Ours, actual));
        Assert.NotEqual("", TraceComparison.Differences(trace.Recorded, actual));
        return actual[^1]!.AsObject();
    }

    private static string Statuses(JsonObject entry, string activity) => entry["activityStatuses"]![activity]!.ToJsonString();

    private static string? Text(JsonObject json, string member) => json[member]?.GetValue<string>();
}
