using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Documents;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Documents;

public class TemplateTests
{
    private static readonly TemplateCatalogue Templates = new();

    public static TheoryData<string> Codes => [.. Templates.All.Select(t => t.Code)];

    private static string Render(string template, object fields) => TemplateText.Parse(template).Render(JsonSerializer.SerializeToElement(fields, FrozenFields.Json));

    [Fact]
    public void Every_template_that_code_can_ask_for_is_there_and_no_other() => Assert.Equal(
        typeof(DocumentTemplates).GetFields().Select(f => (string)f.GetRawConstantValue()!).Order(StringComparer.Ordinal),
        Templates.All.Select(t => t.Code).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_page_asks_only_for_fields_its_template_lists(string code)
    {
        string[] common =
        [
            "title", "number", "organName", "redHead", "signDate", "addressees", "copyTo", "legalBasis", "facts", "text", "dueDate", "signers", "service", "methodName",
            "index", "value",
        ];
        var template = Templates.Find(code)!;
        Assert.Empty(Templates.PageOf(code).Paths.Except([.. template.Required, .. template.Optional, .. template.Defaults.Keys, .. common]).ToList());
        Assert.Empty(template.Required.Except([.. Templates.PageOf(code).Paths, "signers", "method"]));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Every_page_is_whole_and_encodes_whatever_people_typed(string code)
    {
        const string attack = "<script>alert(1)</script>\" onload=\"x";
        var source = new SampleFacts
        {
            Change = fields => fields with
            {
                Addressees = [attack], LegalBasis = attack, Text = attack, CopyTo = [attack],
                Values = fields.Values.ToDictionary(v => v.Key, v => v.Value is string && v.Key != "method" ? attack : v.Value),
            },
        };
        var template = Templates.Find(code)!;
        var fields = await source.ReadAsync(code, Guid.Empty, null!, default);
        var html = new DocumentPage(Templates).Render(new OfficialDocument
        {
            Number = attack, Template = code, Title = template.Name, OrganName = attack,
            Fields = FrozenFields.Freeze(template, fields, attack, new DateOnly(2026, 3, 2)).ToJsonString(FrozenFields.Json),
        });
        Assert.DoesNotContain("<script", html);
        Assert.DoesNotContain("\" onload", html);
        Assert.Contains("&lt;script&gt;", html);
        Assert.DoesNotContain("{{", html);
        Assert.EndsWith("</html>\n", html);
    }

    [Fact]
    public void Dates_money_lists_and_lines_read_as_officials_write_them()
    {
        Assert.Equal("2026年3月2日", Render("{{date d}}", new { d = new DateOnly(2026, 3, 2) }));
        Assert.Equal("2026年3月3日 00:30", Render("{{time t}}", new { t = new DateTimeOffset(2026, 3, 2, 16, 30, 0, TimeSpan.Zero) }));
        Assert.Equal("2026年3月3日", Render("{{date t}}", new { t = new DateTimeOffset(2026, 3, 2, 16, 30, 0, TimeSpan.Zero) }));
        Assert.Equal("1,234,567.50", Render("{{money m}}", new { m = 1234567.5m }));
        Assert.Equal("甲、乙", Render("{{join l}}", new { l = new[] { "甲", "乙" } }));
        Assert.Equal("一&lt;<br>二", Render("{{lines t}}", new { t = "一<\r\n二" }));
        Assert.Equal("未制停。已停用！", Render("{{sentence a}}{{sentence b}}{{sentence nothing}}", new { a = "未制停 ", b = "已停用！" }));
        Assert.Equal("“未制停”", Render("“{{phrase a}}”", new { a = "未制停。" }));
        Assert.Equal("", Render("{{date nothing}}{{nothing}}{{a.b.c}}", new { a = 1 }));
    }

    [Fact]
    public void Conditions_and_repetitions_nest()
    {
        const string template = "{{#each rows}}{{index}}{{#if ok}}是{{else}}否{{#if note}}（{{note}}）{{/if}}{{/if}};{{/each}}{{#if rows}}有{{else}}无{{/if}}";
        Assert.Equal("1是;2否（缺）;有", Render(template, new { rows = new object[] { new { ok = true }, new { ok = false, note = "缺" } }, note = "outer" }));
        Assert.Equal("无", Render(template, new { rows = Array.Empty<object>() }));
        Assert.Equal("有0", Render("{{#if n}}有{{n}}{{/if}}", new { n = 0 }));
    }

    [Theory]
    [InlineData("{{#if a}}x")]
    [InlineData("x{{/if}}")]
    [InlineData("{{#each a}}{{else}}{{/each}}")]
    [InlineData("{{upper a}}")]
    public void A_broken_template_does_not_load(string template) => Assert.Throws<FormatException>(() => TemplateText.Parse(template));

    [Fact]
    public void A_refused_extension_says_so()
    {
        var page = Templates.PageOf(DocumentTemplates.ExtensionDecision);
        Assert.Contains("不予延期", page.Render(JsonSerializer.SerializeToElement(new { granted = false, oldDate = "2026-03-20" })));
        Assert.DoesNotContain("不予延期", page.Render(JsonSerializer.SerializeToElement(new { granted = true, newDate = "2026-04-03" })));
    }
}
