using SpecialEquipment.Workflow.Engine.Expressions;

namespace SpecialEquipment.Workflow.Engine.Tests.Expressions;

public class SyntaxTests
{
    [Theory]
    [InlineData("1 +", 1, 4, "脚本不完整")]
    [InlineData("a b", 1, 3, "语句应在此结束，实际为 “b”")]
    [InlineData("foo(1,\n  2", 1, 4, "“(” 没有闭合")]
    [InlineData("let x = 1;\nlet x = 2", 2, 5, "“x” 重复声明")]
    [InlineData("if (a {", 1, 7, "“{” 没有闭合")]
    [InlineData("if (a { }", 1, 4, "“(” 没有闭合")]
    [InlineData("a)", 1, 2, "多余的 “)”")]
    [InlineData("getN（）", 1, 5, "“（” 是中文标点，应使用英文标点")]
    [InlineData("'abc", 1, 1, "字符串没有结束")]
    [InlineData("x = `a\n${b", 2, 1, "“${” 没有闭合")]
    [InlineData("1 = 2", 1, 1, "赋值号左边不能被赋值")]
    [InlineData("a?.b = 1", 1, 4, "赋值号左边不能被赋值")]
    [InlineData("class A {}", 1, 1, "不支持 class 语句")]
    [InlineData("x = class {}", 1, 5, "不支持 class")]
    [InlineData("async () => 1", 1, 1, "不支持异步函数")]
    [InlineData("await x", 1, 1, "不支持 await")]
    [InlineData("function* g() {}", 1, 9, "不支持生成器函数")]
    [InlineData("({get a() { return 1 }})", 1, 3, "不支持 get 成员")]
    [InlineData("f`x`", 1, 2, "不支持带标签的模板字符串")]
    [InlineData("10n", 1, 1, "不支持 BigInt")]
    [InlineData("1 + Math.random()", 1, 10, "不能使用 Math.random：流程必须可以重放")]
    [InlineData("Math['random']", 1, 5, "不能使用 Math.random：流程必须可以重放")]
    [InlineData("a ?? b || c", 1, 6, "?? 与 ||、&& 混用时应加括号")]
    [InlineData("/(/", 1, 1, "正则表达式不正确：“(” 没有闭合")]
    [InlineData("const a", 1, 8, "const 声明必须赋初值")]
    [InlineData("break", 1, 1, "break 只能用在循环或 switch 里")]
    [InlineData("if (1) let a = 1", 1, 8, "此处不能用 let 声明，请用花括号括起来")]
    [InlineData("let if = 1", 1, 5, "“if” 是保留字，不能用作名称")]
    [InlineData("\n\n  @", 3, 3, "无法识别的字符 “@”")]
    [InlineData("a.\r\n1", 2, 1, "“.” 之后应为名称，实际为 “1”")]
    [InlineData("// 说明\n'🙂' + )", 2, 8, "多余的 “)”")]
    [InlineData("(a + 1", 1, 1, "“(” 没有闭合")]
    [InlineData("[1 2]", 1, 4, "此处应为 “,” 或 “]”，实际为 “2”")]
    [InlineData("{a: 1, b: 2}", 1, 9, "语句应在此结束，实际为 “:”")]
    public void Errors_name_the_place_and_the_reason(string source, int line, int column, string message)
    {
        var error = Assert.Throws<ScriptSyntaxException>(() => ScriptProgram.Parse(source));
        Assert.Equal((line, column, message), (error.Line, error.Column, error.Message));
    }

    [Theory]
    [InlineData("1 +\n  noSuch", 2, 3)]
    [InlineData("const o = null;\no\n  .name", 3, 4)]
    [InlineData("const f = () => {\n  throw new Error('x');\n};\n\nf()", 2, 3)]
    [InlineData("let s = 'a';\n s.repeat(-1)", 2, 4)]
    [InlineData("[1].map(x =>\n x.y.z)", 2, 6)]
    [InlineData("const c = 1;\nc = 2", 2, 1)]
    [InlineData("variables.X();", 1, 11)]
    [InlineData("1;\nnew Nope()", 2, 5)]
    public void Runtime_errors_know_their_place(string source, int line, int column)
    {
        var error = Assert.Throws<ScriptRuntimeException>(() => Globals.Evaluate(source));
        Assert.Equal((line, column), (error.Line, error.Column));
    }
}
