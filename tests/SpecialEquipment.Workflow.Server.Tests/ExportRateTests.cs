namespace SpecialEquipment.Workflow.Server.Tests;

public sealed class ExportRateTests
{
    [Fact]
    public async Task Whoever_exports_too_often_is_told_to_wait_and_nobody_else()
    {
        await using var host = await ServerHost.StartAsync(("RateLimits:ExportsPerMinute", "2"));
        using var officer = await Caller.SignInAsync(host, "officer1");
        using var inspector = await Caller.SignInAsync(host, "inspector1");
        foreach (var expected in new[] { 200, 200, 429 })
        {
            var answer = await officer.GetAsync("/api/enterprises/export?q=x");
            Assert.True(expected == answer.Status, answer.ToString());
        }
        Assert.Equal("security.too-many-requests", (await officer.GetAsync("/api/hazards/export")).Code);
        Assert.Equal(200, (await inspector.GetAsync("/api/hazards/export")).Status);
        Assert.Equal(200, (await officer.GetAsync("/api/hazards")).Status);
    }
}
