using SpecialEquipment.Workflow.Engine.Expressions;

namespace SpecialEquipment.Workflow.Engine.Tests.Expressions;

/// <summary>The expressions of the traces recorded from Elsa, with the values recorded for them.</summary>
public class TraceExpressionTests
{
    private static readonly object?[] List = [1, 2, 3];

    [Theory]
    [InlineData("js-01", "JSON.stringify({a: getInput('Who'), b: getN ? typeof getN() : null, c: `${getInput('Who')}-${getInput('N') + 1}`, d: getInput('Missing'), e: getInput('List').length, f: getInput('Obj').k.m, g: getWho()})",
        """{"a":"Ann","b":"number","c":"Ann-4","d":null,"e":3,"f":"v","g":"Ann"}""")]
    [InlineData("js-02", "const f = (x) => x * 2; let s = 0; for (const x of [1,2,3]) { s += f(x); } return `${s}/${undefined ?? 'dflt'}/${({a:{b:1}})?.a?.b}`;", "12/dflt/1")]
    [InlineData("js-04", "JSON.stringify({g: getOutputFrom('js1','Result'), g2: getOutputFrom('js1'), l: getLastResult()})", """{"g":{"v":5},"g2":{"v":5},"l":"second"}""")]
    [InlineData("js-07", "[typeof getWorkflowDefinitionId, typeof getWorkflowDefinitionVersion, typeof getWorkflowInstanceId, typeof getCorrelationId, typeof setCorrelationId, typeof isNullOrWhiteSpace, typeof isNullOrEmpty, typeof toJson, typeof newGuid, typeof newGuidString, typeof parseGuid, typeof getVariable, typeof setVariable, typeof getInput, typeof getOutputFrom, typeof getLastResult, typeof bytesToString, typeof getShortDate, typeof getConfig, typeof isNullOrEmptyX, typeof JSON, typeof Date, typeof require, typeof process, typeof console, typeof getWorkflowInstanceName, typeof setWorkflowInstanceName].join(',')",
        "function,function,function,function,function,function,function,function,function,function,function,function,function,function,function,function,function,undefined,undefined,undefined,object,function,undefined,undefined,undefined,function,function")]
    [InlineData("js-09", "get单位名称() + \"|\" + variables.单位名称 + \"|\" + getVariable(\"单位名称\") + \"|\" + getInput(\"编号\") + \"|\" + typeof get编号", "示例单位|示例单位|示例单位|null|function")]
    [InlineData("js-10", "JSON.stringify({a: getInput('Who'), b: typeof getMissing})", """{"a":"Ann","b":"undefined"}""")]
    [InlineData("var-01", "JSON.stringify({s: typeof getS() + ':' + getS(), i: typeof getI() + ':' + getI(), b: typeof getB() + ':' + getB(), d: typeof getD() + ':' + getD(), o: getO(), oa: typeof getO(), a: getA(), alen: getA() ? getA().length : -1, isarr: Array.isArray(getA()), ia: getIA(), u: typeof getU(), un: getU() === null, ui: getUI(), ub: getUB()})",
        """{"s":"string:abc","i":"number:42","b":"boolean:true","d":"number:1.5","o":"{\"x\":1,\"y\":{\"z\":\"q\"}}","oa":"string","a":["p","q"],"alen":2,"isarr":true,"ia":[1,2,3],"u":"object","un":true,"ui":null,"ub":null}""")]
    [InlineData("var-03", "JSON.stringify({i: typeof getI(), o: getP(), c: getP().b[2].c, blen: getP().b.length, a: getM(), alen: getM().length, mapped: getM().map(x => x + '!').join('-'), isarr: Array.isArray(getM())})",
        """{"i":"number","o":{"a":1,"b":[1,2,{"c":"x"}]},"c":"x","blen":3,"a":["m","n"],"alen":2,"mapped":"m!-n!","isarr":true}""")]
    [InlineData("var-05", "setX('by-setX'); setVariable('Y', 'by-setVariable'); variables.Z = 'by-assign'; `${getX()}|${variables.Y}|${getVariable('Z')}`", "by-setX|by-setVariable|by-assign")]
    [InlineData("var-10", "typeof getE() + '|' + (getE() === null) + '|' + getE()", "string|false|")]
    [InlineData("var-14", "getAmount() + '|' + variables.Amount + '|' + getVariable('Amount') + '|' + getVariable('amount') + '|' + variables.amount + '|' + typeof getamount", "5|5|5|null|undefined|undefined")]
    [InlineData("var-15", "getU() + '|' + getU() + '|' + getU()", "null|null|null")]
    [InlineData("loop-09", "getS() + getVariable('X') + 0 + ','", "abcundefined0,")]
    [InlineData("sub-09", "'in-' + 1", "in-1")]
    public void Give_what_was_recorded(string trace, string source, string expected)
    {
        var scope = Scope();
        Assert.True(Equals(expected, ScriptProgram.Parse(source).Evaluate(scope, Globals.Generous)), trace);
    }

    [Theory]
    [InlineData("getInput('Level') === 'major'", true)]
    [InlineData("getInput('N') > 100", false)]
    [InlineData("({a: 1}).a + 1", 2.0)]
    [InlineData("getN()+1", 4.0)]
    [InlineData("null", null)]
    public void Give_the_recorded_kind_of_value(string source, object? expected) =>
        Assert.Equal(expected, ScriptProgram.Parse(source).Evaluate(Scope(), Globals.Generous));

    [Fact]
    public void Undefined_is_told_from_null() => Assert.Same(Undefined.Value, ScriptProgram.Parse("undefined").Evaluate(Scope(), Globals.Generous));

    [Theory]
    [InlineData("noSuchThing.x", "noSuchThing is not defined", "ReferenceError")]
    [InlineData("throw new Error('limit exceeded')", "limit exceeded", "Error")]
    public void Fail_with_the_recorded_message(string source, string message, string kind)
    {
        var thrown = Assert.Throws<ScriptRuntimeException>(() => ScriptProgram.Parse(source).Evaluate(Scope(), Globals.Generous));
        Assert.Equal((message, kind, 1, 1), (thrown.Message, thrown.ErrorName, thrown.Line, thrown.Column));
    }

    private static Globals Scope()
    {
        var variables = new Variables { ["单位名称"] = "示例单位", ["Amount"] = 5 };
        var inputs = new Dictionary<string, object?>
        {
            ["Who"] = "Ann", ["N"] = 3, ["List"] = List, ["Obj"] = new Dictionary<string, object?> { ["k"] = new Dictionary<string, object?> { ["m"] = "v" } }, ["Level"] = "major",
        };
        var v = new Dictionary<string, object?> { ["v"] = 5 };
        var scope = new Globals
        {
            ["variables"] = variables,
            ["getInput"] = (ScriptFunction)(a => inputs.GetValueOrDefault((string)a[0]!)),
            ["getVariable"] = (ScriptFunction)(a => variables.TryGetValue((string)a[0]!, out var value) ? value : (string)a[0]! == "amount" ? null : Undefined.Value),
            ["setVariable"] = (ScriptFunction)(a => variables[(string)a[0]!] = a[1]),
            ["setX"] = (ScriptFunction)(a => variables["X"] = a[0]),
            ["getX"] = (ScriptFunction)(_ => variables["X"]),
            ["getOutputFrom"] = (ScriptFunction)(_ => v),
        };
        Give(scope, "N", 3);
        Give(scope, "Who", "Ann");
        Give(scope, "LastResult", "second");
        Give(scope, "单位名称", "示例单位");
        Give(scope, "编号", null);
        Give(scope, "Amount", 5);
        Give(scope, "S", "abc");
        Give(scope, "I", 42);
        Give(scope, "B", true);
        Give(scope, "D", 1.5);
        Give(scope, "O", """{"x":1,"y":{"z":"q"}}""");
        Give(scope, "A", new object?[] { "p", "q" });
        Give(scope, "IA", List);
        Give(scope, "U", null);
        Give(scope, "UI", null);
        Give(scope, "UB", null);
        Give(scope, "E", "");
        Give(scope, "M", new object?[] { "m", "n" });
        Give(scope, "P", new Dictionary<string, object?> { ["a"] = 1, ["b"] = new object?[] { 1, 2, new Dictionary<string, object?> { ["c"] = "x" } } });
        string[] more = ["getWorkflowDefinitionId", "getWorkflowDefinitionVersion", "getWorkflowInstanceId", "getCorrelationId", "setCorrelationId", "isNullOrWhiteSpace",
            "isNullOrEmpty", "toJson", "newGuid", "newGuidString", "parseGuid", "bytesToString", "getWorkflowInstanceName", "setWorkflowInstanceName"];
        foreach (var name in more)
        {
            scope[name] = (ScriptFunction)(_ => null);
        }

        return scope;
    }

    private static void Give(Globals scope, string name, object? value) => scope["get" + name] = (ScriptFunction)(_ => value);
}
