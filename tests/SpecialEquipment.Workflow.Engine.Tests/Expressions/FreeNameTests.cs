using SpecialEquipment.Workflow.Engine.Expressions;

namespace SpecialEquipment.Workflow.Engine.Tests.Expressions;

public class FreeNameTests
{
    [Theory]
    [InlineData("1 + 2", "")]
    [InlineData("getN() + 1", "getN 1:1")]
    [InlineData("a + b + a", "a 1:1, b 1:5, a 1:9")]
    [InlineData("variables.X", "variables.X 1:1")]
    [InlineData("variables['单位 名']", "variables.单位 名 1:1")]
    [InlineData("variables?.X?.y", "variables.X 1:1")]
    [InlineData("variables.X.y.z", "variables.X 1:1")]
    [InlineData("variables[k]", "variables 1:1, k 1:11")]
    [InlineData("variables.X = 1", "variables.X 1:1 written")]
    [InlineData("variables.X += 1", "variables.X 1:1 written")]
    [InlineData("variables.X++", "variables.X 1:1 written")]
    [InlineData("--variables.X", "variables.X 1:3 written")]
    [InlineData("[variables.X] = [1]", "variables.X 1:2 written")]
    [InlineData("variables.List.push(1)", "variables.List 1:1")]
    [InlineData("const {X, Y: y = 1} = variables; X", "variables.X 1:23, variables.Y 1:23")]
    [InlineData("const {X, ...rest} = variables", "variables 1:22")]
    [InlineData("const {[k]: v} = variables", "k 1:9, variables 1:18")]
    [InlineData("typeof getX", "getX 1:8 tested")]
    [InlineData("typeof variables.X", "variables.X 1:8")]
    [InlineData("getVariable('X')", "getVariable 1:1 (X)")]
    [InlineData("getOutputFrom('a1', 'Result').b", "getOutputFrom 1:1 (a1)")]
    [InlineData("getVariable(x)", "getVariable 1:1, x 1:13")]
    [InlineData("x = 5", "x 1:1 written")]
    [InlineData("`${a}${`${b}`}`", "a 1:4, b 1:11")]
    [InlineData("let a = 1; a + b", "b 1:16")]
    [InlineData("f(); function f() { return g() }", "g 1:28")]
    [InlineData("(a, {b, c: [d]}, ...e) => a + b + c + d + e + f", "c 1:35, f 1:47")]
    [InlineData("const g = (x = y) => x", "y 1:16")]
    [InlineData("try {} catch (e) { e } e", "e 1:24")]
    [InlineData("try {} catch ({message: m}) { m + message }", "message 1:35")]
    [InlineData("for (const i of list) i; i", "list 1:17, i 1:26")]
    [InlineData("for (var i = 0; i < n; i++); i", "n 1:21")]
    [InlineData("{ let a = 1 } a", "a 1:15")]
    [InlineData("{ var a = 1 } a", "")]
    [InlineData("x => { y; var y }; y", "y 1:20")]
    [InlineData("(function me() { me() }); me", "me 1:27")]
    [InlineData("({a, b: c, [d]: 1, e() { return f }})", "a 1:3, c 1:9, d 1:13, f 1:33")]
    [InlineData("o.a.b; o.a; a.o", "o.a 1:1, o.a 1:8, a.o 1:13")]
    [InlineData("label: for (;;) { break label }", "")]
    [InlineData("undefined, NaN, Infinity, JSON, Math, Date, Object, Array, String, Number, Boolean, RegExp, Map, Set, Error, TypeError, parseInt, isNaN, encodeURIComponent", "")]
    [InlineData("console, require, process, globalThis, eval, Symbol, Promise, arguments", "console 1:1, require 1:10, process 1:19, globalThis 1:28, eval 1:40, Symbol 1:46, Promise 1:54, arguments 1:63")]
    [InlineData("const JSON = 1; JSON", "")]
    [InlineData("() => () => () => deep", "deep 1:19")]
    [InlineData("switch (a) { case b: let c = 1; default: c }", "a 1:9, b 1:19")]
    [InlineData("a\n  .b\n+ c", "a.b 1:1, c 3:3")]
    public void Are_exactly_what_the_engine_must_give(string source, string expected) =>
        Assert.Equal(expected, string.Join(", ", ScriptProgram.Parse(source).FreeNames.Select(Show)));

    private static string Show(ScriptName name) =>
        $"{name.Name}{(name.Path is null ? "" : "." + name.Path)} {name.Line}:{name.Column}{(name.IsTested ? " tested" : "")}{(name.IsWritten ? " written" : "")}{(name.Argument is null ? "" : $" ({name.Argument})")}";
}
