using SpecialEquipment.Workflow.Engine.Expressions;

namespace SpecialEquipment.Workflow.Engine.Tests.Expressions;

/// <summary>A script that never ends or never has enough is stopped; the process lives on.</summary>
public class LimitTests
{
    [Theory]
    [InlineData("while (true) {}")]
    [InlineData("for (;;);")]
    [InlineData("do {} while (1)")]
    [InlineData("let n = 0; for (let i = 0; ; i++) n += i")]
    [InlineData("const a = [1]; for (const x of a) a.push(x)")]
    [InlineData("const s = new Set([0]); for (const x of s) { s.add(x + 1); s.delete(x) }")]
    [InlineData("for (;;) { try { throw 1 } catch { } }")]
    [InlineData("for (;;) { try { null.x } catch { continue } finally { continue } }")]
    [InlineData("Array.from({length: Infinity}, () => 0)")]
    [InlineData("while (true) getN()")]
    [InlineData("[...Array(3000).keys()].map(i => [...Array(3000).keys()].filter(j => j === i))")]
    [InlineData("const a = Array(5000).fill(0); a.sort(() => { a.map(x => x); return 0 })")]
    public void Endless_work_ends(string source) => Stops(source, ScriptLimit.Steps);

    [Theory]
    [InlineData("'x'.repeat(1e9)")]
    [InlineData("'x'.repeat(1e300)")]
    [InlineData("''.padStart(1e9)")]
    [InlineData("''.padEnd(1e15, 'ab')")]
    [InlineData("let s = 'x'; for (;;) s += s")]
    [InlineData("let s = 'x'; for (;;) s = s.concat(s)")]
    [InlineData("let s = 'x'; for (;;) s = `${s}${s}`")]
    [InlineData("let s = 'x'; for (;;) s = [s, s].join('')")]
    [InlineData("let s = 'x'.repeat(1e6); for (;;) s.toUpperCase()")]
    [InlineData("let s = 'xy'.repeat(1e5); for (;;) s = s.replaceAll('x', 'xyxyxy')")]
    [InlineData("const a = Array(1e9)")]
    [InlineData("const a = []; a.length = 4e9")]
    [InlineData("const a = []; a[1e9] = 1")]
    [InlineData("let a = [1]; for (;;) a = a.concat(a)")]
    [InlineData("let a = [1]; for (;;) a.push(...a)")]
    [InlineData("let o = 'k'; for (;;) o = JSON.stringify({o, p: o})")]
    [InlineData("let s = 'x'.repeat(1e4); const o = {}; for (let i = 0; ; i++) o[s + i] = 1")]
    [InlineData("Array(2e6).join('ab')")]
    [InlineData("encodeURIComponent('中'.repeat(5e6))")]
    [InlineData("let a = Array(50000).fill('x'.repeat(500)); a.join(',') + a")]
    public void Endless_memory_ends(string source) => Stops(source, ScriptLimit.Memory);

    [Theory]
    [InlineData("function f() { return f() } f()")]
    [InlineData("const f = n => 1 + f(n + 1); f(0)")]
    [InlineData("const o = {toString() { return '' + this }}; '' + o")]
    [InlineData("const o = {valueOf() { return +this }}; o * 2")]
    [InlineData("const o = {toJSON() { return JSON.stringify(o) }}; JSON.stringify(o)")]
    [InlineData("const f = () => [1].map(f); f()")]
    [InlineData("const f = () => [2, 1].sort(f); f()")]
    [InlineData("const f = () => 'a'.replace('a', f); f()")]
    [InlineData("function f() { return f.call(null) } f()")]
    [InlineData("let g = () => g2(); const g2 = () => g.bind()(); g()")]
    [InlineData("let a = []; for (let i = 0; i < 1000; i++) a = [a]; JSON.stringify(a)")]
    [InlineData("let a = []; for (let i = 0; i < 1000; i++) a = [a]; a.flat(Infinity)")]
    [InlineData("let a = []; for (let i = 0; i < 1000; i++) a = [a]; String(a)")]
    [InlineData("let a = []; for (let i = 0; i < 1000; i++) a = [a]; a")]
    [InlineData("let o = {}; for (let i = 0; i < 1000; i++) o = {o}; o")]
    [InlineData("const o = {}; o.o = o; o")]
    [InlineData("JSON.parse('['.repeat(5000))")]
    [InlineData("JSON.parse('{\"a\":'.repeat(5000))")]
    [InlineData("try { (function f() { try { f() } catch { f() } finally { f() } })() } catch { 'caught' }")]
    public void Endless_nesting_ends(string source) => Stops(source, ScriptLimit.Depth);

    [Theory]
    [InlineData("/(a+)+$/.test('a'.repeat(40) + 'b')")]
    [InlineData("/^(\\w+\\s?)*$/.test('word '.repeat(20) + '!')")]
    [InlineData("/(x+x+)+y/.exec('x'.repeat(50))")]
    [InlineData("'a'.repeat(30).match(/^(a?){30}a{30}b/)")]
    [InlineData("/(.*)(.*)(.*)(.*)(.*)[^a]$/.test('a'.repeat(400))")]
    [InlineData("/(?=(a+))\\1*(a+)+b/.test('a'.repeat(200))")]
    [InlineData("/(?<=^(a+)+b)c/.test('x' + 'a'.repeat(40) + 'bc')")]
    public void A_pattern_cannot_run_away(string source) => Stops(source, ScriptLimit.Steps, ScriptLimit.Time, ScriptLimit.Memory);

    [Theory]
    [InlineData("let s = 'x'.repeat(4e6); let n = 0; while (true) n += s.indexOf('y')")]
    [InlineData("let s = 'x'.repeat(4e6), t = s + 'a', u = s + 'b'; while (true) t === u")]
    [InlineData("let s = 'x'.repeat(4e6); const m = new Map(); while (true) m.has(s)")]
    [InlineData("let s = 'x'.repeat(4e6); const o = {}; while (true) o[s]")]
    [InlineData("let s = '1'.repeat(4e6); while (true) s * 1")]
    [InlineData("const a = Array(1e5).fill(0); while (true) a.shift(), a.push(0)")]
    public void Work_that_steps_do_not_show_is_ended_by_the_clock(string source) => Stops(source, ScriptLimit.Time, ScriptLimit.Steps);

    [Fact]
    public void The_clock_ends_a_script_that_has_many_steps()
    {
        var program = ScriptProgram.Parse("while (true) {}");
        var stopped = Assert.Throws<ScriptLimitException>(() => program.Evaluate(Globals.Usual(), new ScriptLimits(MaxSteps: int.MaxValue, MaxMilliseconds: 20)));
        Assert.Equal(ScriptLimit.Time, stopped.Limit);
        Assert.Contains("20 毫秒", stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_limit_is_not_caught_and_runs_no_finally()
    {
        var cleaned = false;
        var scope = Globals.Usual();
        scope["clean"] = (ScriptFunction)(_ => cleaned = true);
        var program = ScriptProgram.Parse("try { while (true) {} } catch { 1 } finally { clean() }");
        Assert.Throws<ScriptLimitException>(() => program.Evaluate(scope, Globals.Generous));
        Assert.False(cleaned);
    }

    /// <summary>The highest tree that parses, at the deepest call that is allowed, on a quarter of the usual stack.</summary>
    [Fact]
    public void A_small_stack_is_enough()
    {
        var high = string.Concat(Enumerable.Repeat("!(", 50)) + "f(n + 1)" + new string(')', 50);
        var source = $"function f(n) {{ if (n > 150) return [1].map(x => x)[0]; return {high} }} f(0)";
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(() => Globals.Evaluate(source)), 384 * 1024);
        thread.Start();
        thread.Join();
        Assert.True(failure is null or ScriptLimitException { Limit: ScriptLimit.Depth }, failure?.ToString());
    }

    [Theory]
    [InlineData("((((((((((", 10_000)]
    [InlineData("[[[[[[[[[[", 10_000)]
    [InlineData("!!!!!!!!!!", 10_000)]
    [InlineData("a=>a=>a=>", 10_000)]
    [InlineData("{{{{{{{{{{", 10_000)]
    [InlineData("if(1)", 20_000)]
    [InlineData("`${`${`${", 20_000)]
    [InlineData("new new new ", 20_000)]
    [InlineData("({a:({a:", 20_000)]
    [InlineData("a?b:", 20_000)]
    [InlineData("2**", 20_000)]
    [InlineData("x=", 20_000)]
    [InlineData("a:", 20_000)]
    [InlineData("1;", 40_000)]
    public void Deep_or_long_sources_are_refused(string piece, int times)
    {
        var source = string.Concat(Enumerable.Repeat(piece, times));
        Assert.Throws<ScriptSyntaxException>(() => ScriptProgram.Parse(source));
    }

    [Theory]
    [InlineData("1", " + 1", 3000)]
    [InlineData("true", " && true", 3000)]
    [InlineData("0", ", 0", 3000)]
    public void Long_chains_are_fine(string first, string piece, int times) =>
        Assert.NotNull(Globals.Evaluate(first + string.Concat(Enumerable.Repeat(piece, times))));

    [Theory]
    [InlineData("a", ".b", 500)]
    [InlineData("f", "()", 500)]
    [InlineData("1", " - 1", 500)]
    [InlineData("a", "[0]", 500)]
    public void Chains_that_would_recurse_are_refused(string first, string piece, int times) =>
        Assert.Throws<ScriptSyntaxException>(() => ScriptProgram.Parse(first + string.Concat(Enumerable.Repeat(piece, times))));

    [Theory]
    [InlineData("/(a{1000}){1000}/")]
    [InlineData("/((((a{9}){9}){9}){9}){9}/")]
    [InlineData("/((?:){9999999}){9999999}/")]
    [InlineData("new RegExp('('.repeat(1000) + ')'.repeat(1000))")]
    [InlineData("new RegExp('a{'.repeat(30000))")]
    public void Oversized_patterns_are_refused(string source) =>
        Assert.True(Record.Exception(() => Globals.Evaluate(source)) is ScriptSyntaxException or ScriptRuntimeException { ErrorName: "SyntaxError" } or null);

    [Fact]
    public void A_usual_report_is_far_from_the_limits()
    {
        var program = ScriptProgram.Parse("let out = ''; for (let i = 0; i < 2000; i++) { out += `第${i}行：${getName()}，期限 ${i % 30} 天；\\n` } return out.split('\\n').length");
        Assert.Equal(2001.0, program.Evaluate(Globals.Usual(), new ScriptLimits(MaxMilliseconds: 20_000, MaxMemoryBytes: 4 << 20)));
    }

    private static void Stops(string source, params ScriptLimit[] limits)
    {
        var program = ScriptProgram.Parse(source);
        var stopped = Assert.Throws<ScriptLimitException>(() => program.Evaluate(Globals.Usual(), new ScriptLimits(
            MaxSteps: limits is [ScriptLimit.Memory] ? int.MaxValue : 100_000,
            MaxMilliseconds: limits.Contains(ScriptLimit.Time) ? 200 : 20_000)));
        Assert.Contains(stopped.Limit, limits);
    }
}
