using System.Text;

namespace SpecialEquipment.Workflow.Server.Tests.BadInput;

/// <summary>Forms with holes, with the wrong types, or that are no forms at all.</summary>
[Collection(nameof(BadInputCollection))]
public sealed class FormTests(County county)
{
    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    [Fact]
    public async Task An_empty_report_is_objected_to_in_every_field_at_once()
    {
        var answer = await county.RefusesAsync(422, "matters.form", () => county["inspector1"].PostAsync("/api/hazards", new { }));

        Assert.Subset(answer.Fields.ToHashSet(),
            new HashSet<string> { "source", "foundAt", "place", "text", "immediateDanger", "evidence", "regionCode", "enterpriseId", "equipmentText" });
    }

    [Theory]
    [InlineData("""{"source":"NO_SUCH_SOURCE"}""", "source")]
    [InlineData("""{"source":"ROUTINE","foundAt":12}""", "foundAt")]
    [InlineData("""{"immediateDanger":"yes"}""", "immediateDanger")]
    [InlineData("""{"enterpriseId":"not an id"}""", "enterpriseId")]
    [InlineData("""{"evidence":{"attachmentId":1}}""", "evidence")]
    public async Task A_report_with_a_wrong_type_names_the_field(string body, string field)
    {
        var answer = await county.RefusesAsync(422, "matters.form", () => county["inspector1"].SendAsync(HttpMethod.Post, "/api/hazards", Json(body)));

        Assert.StartsWith(field, Assert.Single(answer.Fields), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    public async Task What_is_no_JSON_object_is_no_report_and_no_command(string body)
    {
        var hazard = await county.ReportAsync();

        await county.RefusesAsync(422, "matters.form", () => county["inspector1"].SendAsync(HttpMethod.Post, "/api/hazards", Json(body)));
        await county.RefusesAsync(422, "matters.form", () => county["officer1"].SendAsync(HttpMethod.Post, $"/api/hazards/{hazard}/register", Json(body)));
    }

    [Theory]
    [InlineData("""{"clause":"第六条"}""")]
    [InlineData("""{"version":"1"}""")]
    [InlineData("""{"version":1.5}""")]
    [InlineData("""{"version":null}""")]
    public async Task A_command_without_the_version_that_was_seen_is_refused(string body)
    {
        var hazard = await county.ReportAsync();

        var answer = await county.RefusesAsync(422, "matters.form", () => county["officer1"].SendAsync(HttpMethod.Post, $"/api/hazards/{hazard}/register", Json(body)));

        Assert.Equal("version", Assert.Single(answer.Fields));
    }

    [Fact]
    public async Task A_command_with_holes_and_wrong_values_names_each_of_them()
    {
        var hazard = await county.GradedAsync();
        var version = await county.VersionAsync(hazard);

        var empty = await county.RefusesAsync(422, "matters.form", () => county.TryAsync("inspector1", hazard, "issue-instruction", new { version }));
        Assert.Subset(empty.Fields.ToHashSet(), new HashSet<string> { "items", "legalBasis", "deadline", "service", "secondInspectorId" });

        var wrong = await county.RefusesAsync(422, "matters.form", () => county.TryAsync("inspector1", hazard, "issue-instruction", new { version, deadline = "soon" }));
        Assert.Equal("deadline", Assert.Single(wrong.Fields));
    }

    [Fact]
    public async Task A_body_that_an_endpoint_cannot_read_is_refused_in_Chinese()
    {
        await county.RefusesAsync(400, "request.unreadable", () => county["officer1"].SendAsync(HttpMethod.Post, "/api/clock", Json("""{"now":{}}""")));
    }

    [Fact]
    public async Task Evidence_that_was_never_uploaded_cannot_be_named()
    {
        var now = await county.NowAsync();
        var answer = await county.RefusesAsync(422, "attachments.cannot-bind", () => county["inspector1"].PostAsync("/api/hazards", new
        {
            source = "ROUTINE", foundAt = now, enterpriseId = county.EnterpriseId, equipmentId = county.EquipmentId, place = "1号楼", regionCode = county.RegionCode,
            text = "限速器动作试验不合格。", immediateDanger = false, evidence = new[] { new { attachmentId = Guid.CreateVersion7(), sha256 = new string('a', 64) } },
        }));

        Assert.StartsWith("evidence", Assert.Single(answer.Fields), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_command_is_not_found()
    {
        var hazard = await county.ReportAsync();

        await county.RefusesAsync(404, "matters.unknown-command", () => county.TryAsync("officer1", hazard, "delete", new { version = 1 }));
    }
}
