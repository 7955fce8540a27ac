using SpecialEquipment.Workflow.Engine.Expressions;

namespace SpecialEquipment.Workflow.Engine.Tests.Expressions;

/// <summary>What crosses between the engine and a script.</summary>
public class WallTests
{
    private sealed record NotPlain(int Value);

    public static TheoryData<object?, string> Entering() => new()
    {
        { 5, "number" }, { 5L, "number" }, { 5.5m, "number" }, { 1.5f, "number" }, { (byte)1, "number" }, { 2.5, "number" }, { ulong.MaxValue, "number" },
        { "x", "string" }, { Guid.Empty, "string" }, { 'c', "string" }, { true, "boolean" }, { null, "object" }, { Undefined.Value, "undefined" },
        { DateTimeOffset.UnixEpoch, "object" }, { Array.Empty<object?>(), "object" }, { new Dictionary<string, object?>(), "object" }, { (ScriptFunction)(_ => null), "function" },
    };

    [Theory]
    [MemberData(nameof(Entering))]
    public void Values_enter_as_their_kind(object? value, string kind)
    {
        var scope = new Globals { ["value"] = value, ["get"] = (ScriptFunction)(_ => value) };
        Assert.Equal($"{kind},{kind}", ScriptProgram.Parse("typeof value + ',' + typeof get()").Evaluate(scope, Globals.Generous));
    }

    [Fact]
    public void Other_types_are_refused_by_name()
    {
        var scope = new Globals { ["get"] = (ScriptFunction)(_ => new NotPlain(1)) };
        var error = Assert.Throws<ScriptRuntimeException>(() => ScriptProgram.Parse("get().Value").Evaluate(scope, Globals.Generous));
        Assert.Contains(nameof(NotPlain), error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("getN.constructor")]
    [InlineData("getN.GetType")]
    [InlineData("getN.Method")]
    [InlineData("getN.__proto__")]
    [InlineData("getDate().Ticks")]
    [InlineData("variables.GetType")]
    [InlineData("variables.Keys")]
    [InlineData("'x'.GetType")]
    [InlineData("(5).GetType")]
    [InlineData("new Error('x').TargetSite")]
    [InlineData("Math.constructor")]
    public void Nothing_of_dotnet_shows(string source) => Assert.Same(Undefined.Value, Globals.Evaluate(source));

    [Theory]
    [InlineData("Function('return 1')()")]
    [InlineData("new Function('return 1')")]
    [InlineData("Math.max = 1")]
    [InlineData("Math.max.x = 1")]
    [InlineData("Array.prototype.push = 1")]
    [InlineData("[].push.x = 1")]
    [InlineData("JSON.parse = 1")]
    [InlineData("undefined = 1")]
    [InlineData("Object.isArray = 1")]
    [InlineData("Object.assign(Math, {max: 1})")]
    public void What_evaluations_share_cannot_be_changed(string source) => Assert.Equal("TypeError", Assert.Throws<ScriptRuntimeException>(() => Globals.Evaluate(source)).ErrorName);

    [Fact]
    public void Arguments_and_results_are_plain()
    {
        IReadOnlyList<object?>? seen = null;
        var scope = new Globals { ["tell"] = (ScriptFunction)(a => seen = a) };
        var result = ScriptProgram.Parse("tell(1, 'a', null, undefined, [1, undefined], {b: undefined, c: new Date(0)}, new Set([1]), new Map([['k', 2]])); new Date(NaN)").Evaluate(scope, Globals.Generous);
        Assert.Null(result);
        Assert.Equal([1.0, "a", null, null], seen!.Take(4));
        Assert.Equal([1.0, null], (IReadOnlyList<object?>)seen![4]!);
        Assert.Equal([new("c", DateTimeOffset.UnixEpoch)], (IReadOnlyDictionary<string, object?>)seen[5]!);
        Assert.Equal([1.0], (IReadOnlyList<object?>)seen[6]!);
        Assert.Equal([new("k", 2.0)], (IReadOnlyDictionary<string, object?>)seen[7]!);
    }

    [Fact]
    public void Members_keep_their_order()
    {
        var result = (IReadOnlyDictionary<string, object?>)Globals.Evaluate("({z: 1, a: 2, m: 3})")!;
        Assert.Equal(["z", "a", "m"], result.Keys);
    }

    [Theory]
    [InlineData("() => 1")]
    [InlineData("[() => 1]")]
    [InlineData("getN")]
    [InlineData("({f: Math.max})")]
    public void Functions_do_not_leave(string source) => Assert.Contains("cannot leave", Assert.Throws<ScriptRuntimeException>(() => Globals.Evaluate(source)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_script_cannot_change_the_list_it_was_given()
    {
        var list = new List<object?> { 1, 2 };
        var scope = new Globals { ["getList"] = (ScriptFunction)(_ => list) };
        Assert.Equal(3.0, ScriptProgram.Parse("const l = getList(); l.push(3); l.length").Evaluate(scope, Globals.Generous));
        Assert.Equal(2, list.Count);
    }

    [Theory]
    [InlineData("variables.List.push('c')", "a,b,c")]
    [InlineData("variables.List.sort((x, y) => x < y ? 1 : -1)", "b,a")]
    [InlineData("variables.List[0] = 'z'", "z,b")]
    [InlineData("const l = variables.List; l.length = 1", "a")]
    [InlineData("variables.List.push('c'); variables.List.push('d')", "a,b,c,d")]
    [InlineData("variables.List = ['x']; variables.List.push('y')", "x,y")]
    [InlineData("variables.List.map(x => x + '!')", "a,b")]
    [InlineData("variables.List.slice().push('c')", "a,b")]
    public void A_change_inside_a_variable_is_handed_back(string source, string expected)
    {
        var variables = new Variables { ["List"] = new object?[] { "a", "b" } };
        ScriptProgram.Parse(source).Evaluate(new Globals { ["variables"] = variables }, Globals.Generous);
        Assert.Equal(expected, string.Join(",", (IReadOnlyList<object?>)variables["List"]!));
    }

    [Fact]
    public void A_change_deep_inside_a_variable_is_handed_back()
    {
        var variables = new Variables { ["O"] = new Dictionary<string, object?> { ["a"] = new object?[] { new Dictionary<string, object?> { ["n"] = 1 } } } };
        ScriptProgram.Parse("variables.O.a[0].n++; delete variables.O.a[0].x").Evaluate(new Globals { ["variables"] = variables }, Globals.Generous);
        var item = ((IReadOnlyList<object?>)((IReadOnlyDictionary<string, object?>)variables["O"]!)["a"]!)[0];
        Assert.Equal(2.0, ((IReadOnlyDictionary<string, object?>)item!)["n"]);
    }

    [Fact]
    public void Nothing_is_handed_back_when_nothing_changed_or_the_script_failed()
    {
        var list = new object?[] { "a" };
        var variables = new Variables { ["List"] = list };
        var scope = new Globals { ["variables"] = variables };
        ScriptProgram.Parse("variables.List.length + variables.List.join()").Evaluate(scope, Globals.Generous);
        Assert.Throws<ScriptRuntimeException>(() => ScriptProgram.Parse("variables.List.push(1); throw 1").Evaluate(scope, Globals.Generous));
        Assert.Same(list, variables["List"]);
    }

    [Fact]
    public void A_refused_write_is_a_TypeError()
    {
        var error = Assert.Throws<ScriptRuntimeException>(() => Globals.Evaluate("variables.locked1 = 1"));
        Assert.Equal(("TypeError", "Cannot assign to 'locked1' of variables"), (error.ErrorName, error.Message));
    }

    [Theory]
    [InlineData("Object.keys(variables).join()", "X,单位名称,List")]
    [InlineData("JSON.stringify(variables)", """{"X":1,"单位名称":"示例单位","List":["a","b"]}""")]
    [InlineData("JSON.stringify({...variables})", """{"X":1,"单位名称":"示例单位","List":["a","b"]}""")]
    [InlineData("'X' in variables && !('Y' in variables)", true)]
    [InlineData("let s = ''; for (const k in variables) s += k; s", "X单位名称List")]
    [InlineData("variables.List === variables.List", true)]
    [InlineData("variables === variables", true)]
    public void An_object_of_the_engine_behaves_like_an_object(string source, object expected) => Assert.Equal(expected, Globals.Evaluate(source));

    [Fact]
    public void A_script_can_catch_what_a_function_of_the_engine_refuses()
    {
        var scope = new Globals { ["refuse"] = (ScriptFunction)(_ => throw new ScriptRuntimeException("Activity not found.")) };
        Assert.Equal("Error: Activity not found.", ScriptProgram.Parse("try { refuse() } catch (e) { String(e) }").Evaluate(scope, Globals.Generous));
        var error = Assert.Throws<ScriptRuntimeException>(() => ScriptProgram.Parse("1 +\n refuse()").Evaluate(scope, Globals.Generous));
        Assert.Equal(("Activity not found.", 2, 2), (error.Message, error.Line, error.Column));
    }

    [Theory]
    [InlineData("variables.X = 'abc'", 1, 11)]
    [InlineData("1 +\n variables.Y", 2, 12)]
    public void A_refused_member_has_its_place_and_can_be_caught(string source, int line, int column)
    {
        var scope = new Globals { ["variables"] = new Refusing() };
        var error = Assert.Throws<ScriptRuntimeException>(() => ScriptProgram.Parse(source).Evaluate(scope, Globals.Generous));
        Assert.Equal(("refused", line, column), (error.Message, error.Line, error.Column));
        Assert.Equal("refused", ScriptProgram.Parse($"try {{ {source} }} catch (e) {{ e.message }}").Evaluate(scope, Globals.Generous));
    }

    private sealed class Refusing : IScriptObject
    {
        public IEnumerable<string> Names => [];

        public bool TryGet(string name, out object? value) => throw new ScriptRuntimeException("refused");

        public bool TrySet(string name, object? value) => throw new ScriptRuntimeException("refused");
    }

    [Fact]
    public void A_fault_of_the_engine_passes_a_catch_and_keeps_its_cause()
    {
        var cause = new InvalidOperationException("broken");
        var scope = new Globals { ["fail"] = (ScriptFunction)(_ => throw cause) };
        var error = Assert.Throws<ScriptRuntimeException>(() => ScriptProgram.Parse("try { fail() } catch { 'caught' }").Evaluate(scope, Globals.Generous));
        Assert.Equal(("broken", 1, 7), (error.Message, error.Line, error.Column));
        Assert.Same(cause, error.InnerException);
    }

    [Fact]
    public async Task A_program_serves_many_threads()
    {
        var program = ScriptProgram.Parse("const a = []; for (let i = 0; i < 50; i++) a.push(() => i); const r = /(\\d)/g; a.map(f => f()).filter(x => r.test(String(x))).length + getN()");
        var expected = program.Evaluate(Globals.Usual(), Globals.Generous);
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Enumerable.Range(0, 50).Select(_ => program.Evaluate(Globals.Usual(), Globals.Generous)).ToArray())));
        Assert.All(results.SelectMany(r => r), r => Assert.Equal(expected, r));
    }
}
