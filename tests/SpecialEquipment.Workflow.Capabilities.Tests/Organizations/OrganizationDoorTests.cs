using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Organizations;

public class OrganizationDoorTests
{
    [Theory]
    [InlineData("/api/regions", 31)]
    [InlineData("/api/regions?on=2001-02-27", 29)]
    [InlineData("/api/regions?ended=true", 33)]
    [InlineData("/api/departments?region=140581", 16)]
    [InlineData("/api/enterprises?limit=5", 40)]
    [InlineData("/api/equipment?kind=ELEVATOR&limit=1", null)]
    [InlineData("/api/equipment?kind=SPACESHIP", 0)]
    [InlineData("/api/people?postKind=INSPECTOR", 2)]
    [InlineData("/api/posts?kind=CASE_OFFICER", 1)]
    public async Task Lists_have_one_shape(string path, int? total)
    {
        await using var web = await WebBench.StartAsync();
        var page = await web.GetJsonAsync(path, "inspector1");
        Assert.Equal(["items", "next", "total", "totalIsCapped"], page.EnumerateObject().Select(p => p.Name));
        if (total is not null)
        {
            Assert.Equal(total, page.GetProperty("total").GetInt32());
        }
        else
        {
            Assert.NotEqual(JsonValueKind.Null, page.GetProperty("next").ValueKind);
        }
    }

    [Fact]
    public async Task Another_units_page_is_not_there_for_an_enterprise_user()
    {
        await using var web = await WebBench.StartAsync();
        var own = (await web.GetJsonAsync("/api/enterprises", "enterprise1")).GetProperty("items")[0].GetProperty("id").GetGuid();
        var detail = await web.GetJsonAsync($"/api/enterprises/{own}", "enterprise1");
        Assert.Equal(3, detail.GetProperty("posts").GetArrayLength());
        var other = (await web.GetJsonAsync("/api/enterprises?limit=2", "officer1")).GetProperty("items").EnumerateArray().Select(e => e.GetProperty("id").GetGuid()).First(id => id != own);
        using var answer = await web.Client.SendAsync(web.Call(HttpMethod.Get, $"/api/enterprises/{other}", "enterprise1"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_doubtful_code_comes_back_as_a_question_about_its_field()
    {
        await using var web = await WebBench.StartAsync();
        var form = new { name = "高平市新设物业", creditCode = "91350100M0001TGQXM", regionCode = "140581100", address = "示例路1号", placeType = "RESIDENTIAL" };
        using var asked = await web.Client.SendAsync(web.Call(HttpMethod.Post, "/api/enterprises", "officer1", JsonContent.Create(form)));
        var problem = await asked.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "creditCode"), (asked.StatusCode, problem.GetProperty("errors")[0].GetProperty("field").GetString()));
    }
}
