using System.Text;
using SpecialEquipment.Workflow.Engine.Expressions;

namespace SpecialEquipment.Workflow.Engine.Tests.Expressions;

/// <summary>Whatever is typed, only the three kinds of script error come out. Seeded, so that a failure can be repeated.</summary>
public class FuzzTests
{
    private static readonly ScriptLimits Small = new(MaxSteps: 2_000, MaxMilliseconds: 200, MaxMemoryBytes: 1 << 20, MaxDepth: 40);

    private static readonly string[] Tokens =
    [
        "a", "b", "variables", "getN", "getList", "X", "x", "undefined", "null", "true", "0", "1", "-1", "1.5", "1e9", "'s'", "\"中\"", "`t`", "`${", "}`", "/r+/g", "/(a|b)*/",
        "+", "-", "*", "/", "%", "**", "++", "--", "=", "==", "===", "!==", "<", ">", ">>>", "&&", "||", "??", "?.", "?", ":", "!", "~", "=>", "+=", "??=", "...", ",", ";", ".",
        "(", ")", "[", "]", "{", "}", "()", "[]", "{}", "(", ")", "{", "}", "let ", "const ", "var ", "function ", "return ", "if ", "else ", "for ", "of ", "in ", "while ", "do ",
        "switch ", "case ", "default", "break", "continue", "try ", "catch ", "finally ", "throw ", "new ", "typeof ", "delete ", "void ", "instanceof ", "this", "Math", "JSON",
        "Date", "Object", "Array", "String", "Map", "Set", "Error", ".map", ".length", ".push", ".sort", ".replace", ".call", ".join", ".x", ".keys", ".repeat", "\n", " ", "\\", "@",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Token_soup_fails_in_an_orderly_way(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 4000; i++)
        {
            Try(string.Concat(Enumerable.Range(0, random.Next(1, 25)).Select(_ => Tokens[random.Next(Tokens.Length)] + (random.Next(3) == 0 ? " " : ""))), seed);
        }
    }

    /// <summary>Programs that parse are damaged a little: most still parse and run strangely.</summary>
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    public void Damaged_programs_fail_in_an_orderly_way(int seed)
    {
        var random = new Random(seed);
        var sources = ProgramTests.Sources().Select(s => s.Data).ToArray();
        for (var i = 0; i < 4000; i++)
        {
            var source = new StringBuilder(sources[random.Next(sources.Length)]);
            for (var damage = random.Next(1, 4); damage > 0 && source.Length > 0; damage--)
            {
                var at = random.Next(source.Length);
                switch (random.Next(5))
                {
                    case 4: source[at] = (char)random.Next(char.MaxValue); break;
                    case 0: source.Remove(at, Math.Min(random.Next(1, 4), source.Length - at)); break;
                    case 1: source.Insert(at, Tokens[random.Next(Tokens.Length)]); break;
                    case 2: source[at] = (char)random.Next(32, 127); break;
                    default: source.Append(sources[random.Next(sources.Length)].AsSpan(0, Math.Min(20, sources[0].Length))); break;
                }
            }

            Try(source.ToString(), seed);
        }
    }

    /// <summary>Every built-in with arguments nobody would give it.</summary>
    [Fact]
    public void Built_ins_take_any_argument()
    {
        string[] receivers = ["'ab中'", "''", "'\\ud800'", "5.5", "-0", "NaN", "true", "[3, 1, 2]", "[]", "({a: 1})", "new Date(0)", "new Date(NaN)", "new Map([[1, 2]])", "new Set([1])", "/a(b)?/g", "(x => x)", "Math", "JSON", "Object", "Array", "Date", "String", "Number", "variables", "new Error('e')"];
        string[] arguments = ["", "undefined", "null", "-1", "1e308", "NaN", "-Infinity", "'x'", "'\\udc00'", "[]", "[1, 'a']", "({length: -5})", "({length: 2 ** 40})", "x => x", "() => { throw 1 }", "/x*/g", "new Date(8.64e15)", "1, -1", "-5, 'q', 3", "() => NaN, 1", "[[1]], [2]", "variables"];
        string[] names = ["at", "charAt", "charCodeAt", "codePointAt", "concat", "includes", "indexOf", "lastIndexOf", "startsWith", "endsWith", "slice", "substring", "substr", "trim", "toUpperCase", "repeat", "padStart", "padEnd", "localeCompare", "normalize", "match", "matchAll", "search", "split", "replace", "replaceAll", "push", "pop", "shift", "unshift", "splice", "reverse", "fill", "sort", "join", "with", "flat", "toReversed", "toSorted", "toSpliced", "keys", "values", "entries", "forEach", "map", "filter", "flatMap", "some", "every", "find", "findLast", "reduce", "reduceRight", "get", "set", "has", "delete", "add", "clear", "test", "exec", "call", "apply", "bind", "toFixed", "toPrecision", "toExponential", "toString", "toLocaleString", "getDate", "setDate", "setHours", "setFullYear", "setMonth", "toISOString", "toJSON", "toUTCString", "toLocaleDateString", "getTimezoneOffset", "hasOwnProperty", "valueOf", "parse", "stringify", "UTC", "assign", "freeze", "fromEntries", "is", "from", "of", "isArray", "fromCharCode", "fromCodePoint", "max", "round", "hypot", "pow", "atan2", "clz32", "isInteger"];
        foreach (var receiver in receivers)
        {
            foreach (var name in names)
            {
                foreach (var argument in arguments)
                {
                    Try($"const r = {receiver}; r?.{name}?.({argument})", 0);
                }
            }
        }
    }

    private static void Try(string source, int seed)
    {
        try
        {
            ScriptProgram.Parse(source).Evaluate(Globals.Usual(), Small);
        }
        catch (Exception e) when (e is ScriptSyntaxException or ScriptRuntimeException { InnerException: null } or ScriptLimitException)
        {
        }
        catch (Exception e)
        {
            Assert.Fail($"seed {seed}, source:\n{source}\n{e}");
        }
    }
}
