using System.Text.Json.Nodes;
using SpecialEquipment.Workflow.Engine.Activities;
using SpecialEquipment.Workflow.Engine.Definitions;

namespace SpecialEquipment.Workflow.Engine.Tests.Compiling;

public sealed class ProblemTests
{
    private static Flow Started() => new Flow().Add("start", "Elsa.Start");

    [Fact]
    public void A_sound_flow_has_no_problem()
    {
        var result = Started().Variable("N", "Int32", "0").Set("s", "N", Flow.Script("getN() + 1")).Connect("start -> s").Compile();
        Assert.Empty(result.Problems);
        Assert.True(result.CanBePublished);
    }

    [Fact]
    public void Unknown_activity_type() =>
        Only(Started().Add("x", "Acme.Unknown").Connect("start -> x"), "UNKNOWN_ACTIVITY_TYPE", ProblemSeverity.Error, "x", "活动“x”的类型 Acme.Unknown 不存在");

    [Fact]
    public void Dangling_connection_is_a_warning() =>
        Only(Started().Line("a").Connect("start -> a", "a -> gone"), "DANGLING_CONNECTION", ProblemSeverity.Warning, "a", "“a”到“gone”的连线一端没有活动，不会执行");

    [Fact]
    public void Unreachable_activity_is_a_warning() =>
        Only(Started().Line("a").Line("alone").Connect("start -> a"), "UNREACHABLE", ProblemSeverity.Warning, "alone", "从开始到不了活动“alone”，它不会执行");

    [Fact]
    public void What_only_a_trigger_reaches_is_reached() =>
        Assert.Empty(Started().Trigger("e", "Begin").Line("a").Line("b").Connect("start -> a", "e -> b").Compile().Problems);

    [Fact]
    public void Unknown_variable_of_SetVariable() =>
        Only(Started().Set("s", "nope", Flow.Literal("x")).Connect("start -> s"), "UNKNOWN_VARIABLE", ProblemSeverity.Error, "s", "活动“s”设置的变量“nope”不存在");

    [Fact]
    public void Unknown_variable_of_an_expression() =>
        Only(Line(new JsonObject { ["expression"] = new JsonObject { ["type"] = "Variable", ["value"] = new JsonObject { ["id"] = "v9", ["name"] = "Level" } } }),
            "UNKNOWN_VARIABLE", ProblemSeverity.Error, "a", "活动“a”的输入“文字”引用的变量“Level”不存在");

    [Fact]
    public void Unknown_variable_an_output_goes_to() =>
        Only(Started().Add("e", "Elsa.Event", ("eventName", Flow.Literal("Go")), ("result", Flow.ToVariable("nope"))).Connect("start -> e"),
            "UNKNOWN_VARIABLE", ProblemSeverity.Error, "e", "活动“e”的输出“事件内容”写入的变量“nope”不存在");

    [Theory]
    [InlineData("getLevel()", "UNKNOWN_VARIABLE", "第 1 行第 1 列：变量“Level”不存在")]
    [InlineData("1 +\n  variables.Level", "UNKNOWN_VARIABLE", "第 2 行第 3 列：变量“Level”不存在")]
    [InlineData("getVariable('Level')", "UNKNOWN_VARIABLE", "第 1 行第 1 列：变量“Level”不存在")]
    [InlineData("setLevel(1)", "UNKNOWN_VARIABLE", "第 1 行第 1 列：变量“Level”不存在")]
    [InlineData("getInput('Who')", "UNKNOWN_INPUT", "第 1 行第 1 列：流程输入“Who”不存在")]
    [InlineData("getOutputFrom('gone')", "UNKNOWN_ACTIVITY", "第 1 行第 1 列：活动“gone”不存在")]
    [InlineData("'x' + noSuchThing", "UNKNOWN_NAME", "第 1 行第 7 列：名称“noSuchThing”不存在")]
    public void A_name_in_a_script_that_nobody_gives(string script, string code, string text) =>
        Only(Line(Flow.Script(script)), code, ProblemSeverity.Error, "a", "活动“a”的输入“文字”" + text);

    [Fact]
    public void A_tested_name_may_be_missing() => Assert.Empty(Line(Flow.Script("typeof noSuchThing")).Compile().Problems);

    [Fact]
    public void A_bad_expression_has_line_and_column()
    {
        var problem = Assert.Single(Line(Flow.Script("1 +\n  )")).Compile().Problems);
        Assert.Equal(("BAD_EXPRESSION", 2, 3), (problem.Code, problem.Line, problem.Column));
        Assert.StartsWith("活动“a”的输入“文字”表达式有误（第 2 行第 3 列）：", problem.Message);
    }

    [Fact]
    public void An_expression_language_that_is_not_built() =>
        Only(Line(Flow.Expression("CSharp", "1")), "UNSUPPORTED_EXPRESSION", ProblemSeverity.Error, "a",
            "活动“a”的输入“文字”不支持表达式语言 CSharp，应为 Literal、Object、Variable、Input 或 JavaScript");

    [Fact]
    public void An_Object_expression_that_is_not_JSON() =>
        Only(Started().Add("t", "Elsa.RunTask", ("taskName", Flow.Literal("x")), ("payload", new JsonObject
            {
                ["typeName"] = "IDictionary<String, Object>", ["expression"] = new JsonObject { ["type"] = "Object", ["value"] = "{\"a\": }" },
            })).Connect("start -> t"),
            "BAD_EXPRESSION", ProblemSeverity.Error, "t", "活动“t”的输入“任务内容”应为 JSON（第 1 行第 7 列）");

    [Fact]
    public void A_loop_that_can_be_entered_past_its_head() =>
        Only(Started().Line("a").Line("b").Line("c").Add("d", "Elsa.FlowDecision", ("condition", Flow.Literal("true"))).Line("z")
            .Connect("start -> a", "a -> c", "start -> b", "b -> c", "c -> d", "d.True -> a", "d.False -> z"),
            "INVALID_LOOP", ProblemSeverity.Error, "d", "从“d”返回“a”的连线不构成循环：应为从开始到来源的每条路径都经过目标，实际可以绕过");

    [Fact]
    public void A_required_input_that_is_empty() =>
        Only(Started().Add("d", "Elsa.FlowDecision").Connect("start -> d"), "MISSING_INPUT", ProblemSeverity.Error, "d", "活动“d”没有填写“条件”");

    [Fact]
    public void Two_activities_with_one_id() =>
        Assert.Contains(Started().Line("a").Line("a").Connect("start -> a").Compile().Problems,
            problem => problem is { Code: "DUPLICATE_ID", Severity: ProblemSeverity.Error, ActivityId: "a", Message: "活动编号“a”重复 2 次：“a”、“a”" });

    [Fact]
    public void A_port_the_activity_does_not_have() =>
        Only(Started().Add("d", "Elsa.FlowDecision", ("condition", Flow.Literal("true"))).Line("a").Connect("start -> d", "d.Maybe -> a"),
            "UNKNOWN_PORT", ProblemSeverity.Error, "d", "活动“d”没有出口“Maybe”，应为“True”、“False”");

    [Fact]
    public void Ports_of_a_fork_are_its_branches()
    {
        var branches = new JsonObject { ["typeName"] = "ICollection<String>", ["expression"] = new JsonObject { ["type"] = "Object", ["value"] = "[\"甲\",\"乙\"]" } };
        Only(Started().Add("f", "Elsa.FlowFork", ("branches", branches)).Line("a").Line("b").Connect("start -> f", "f.甲 -> a", "f.丙 -> b"),
            "UNKNOWN_PORT", ProblemSeverity.Error, "f", "活动“f”没有出口“丙”，应为“甲”、“乙”");
    }

    [Fact]
    public void Nothing_follows_an_end() =>
        Only(Started().Add("end", "Elsa.End").Line("a").Connect("start -> end", "end -> a"), "DEAD_CONNECTION", ProblemSeverity.Warning, "end", "活动“end”之后的连线不会执行");

    [Fact]
    public void An_initial_value_that_does_not_fit() =>
        Only(Started().Variable("N", "Int32", "abc"), "BAD_INITIAL_VALUE", ProblemSeverity.Error, null, "变量“N”的初始值应为 Int32");

    [Fact]
    public void Two_variables_of_one_name() =>
        Only(Started().Variable("N").Variable("N"), "DUPLICATE_VARIABLE", ProblemSeverity.Error, null, "变量“N”在同一范围内重复");

    [Fact]
    public void An_activation_strategy_that_is_not_built() =>
        Only(Started().Option("activationStrategyType", "Elsa.Workflows.Runtime.ActivationValidators.SingletonStrategy, Elsa.Workflows.Runtime"),
            "UNSUPPORTED_ACTIVATION", ProblemSeverity.Error, null, "不支持激活策略“单例”，应为“总是”或按事项限制");

    [Fact]
    public void Token_mode_is_not_built()
    {
        var json = Started().Json();
        json["customProperties"] = new JsonObject { ["Flowchart:ExecutionMode"] = "TokenBased" };
        var problem = Assert.Single(WorkflowCompiler.Compile(WorkflowDefinition.From(json), new ActivityCatalogue([])).Problems);
        Assert.Equal(("UNSUPPORTED_MODE", "流程图“Flowchart1”使用令牌模式，本系统只执行计数模式"), (problem.Code, problem.Message));
    }

    [Fact]
    public void A_merge_mode_is_warned_about()
    {
        var flow = Started().Add("m", "Elsa.WriteLine", ("customProperties", new JsonObject { ["mergeMode"] = "Race" })).Connect("start -> m");
        Only(flow, "MERGE_MODE_IGNORED", ProblemSeverity.Warning, "m", "活动“m”的合并方式 Race 在计数模式下不起作用");
    }

    [Fact]
    public void A_definition_without_root() =>
        Assert.Equal("流程没有任何活动", Assert.Single(WorkflowCompiler.Compile(WorkflowDefinition.Parse("{}"), new ActivityCatalogue([])).Problems).Message);

    [Fact]
    public void Every_problem_is_named_at_once() =>
        Assert.Equal(["UNKNOWN_ACTIVITY_TYPE", "MISSING_INPUT", "UNKNOWN_NAME", "DANGLING_CONNECTION", "UNREACHABLE"],
            Started().Add("x", "Acme.Unknown").Add("d", "Elsa.FlowDecision").Add("a", "Elsa.WriteLine", ("text", Flow.Script("oops"))).Connect("start -> x", "x -> d", "d.True -> gone")
                .Compile().Problems.Select(problem => problem.Code));

    private static Flow Line(JsonObject text) => Started().Add("a", "Elsa.WriteLine", ("text", text)).Connect("start -> a");

    private static void Only(Flow flow, string code, ProblemSeverity severity, string? activity, string message)
    {
        var result = flow.Compile();
        var problem = Assert.Single(result.Problems);
        Assert.Equal((code, severity, activity, message), (problem.Code, problem.Severity, problem.ActivityId, problem.Message));
        Assert.Equal(severity != ProblemSeverity.Error, result.CanBePublished);
    }
}
