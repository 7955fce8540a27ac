namespace SpecialEquipment.Workflow.Server.Tests.Scheduling;

/// <summary>The clock is moved while the demo cases are still being acted out.</summary>
public sealed class ClockDuringDemoTests
{
    [Fact]
    public async Task A_move_waits_for_the_demo_cases_and_then_happens()
    {
        await using var host = await ServerHost.StartAsync(("Demo:Hazards", "3"), ("Clock:PatienceSeconds", "600"));
        using var officer = await Caller.SignInAsync(host, "officer1");

        await officer.MustAsync(officer.PostAsync("/api/clock", new { advance = "PT1H" }));

        Assert.Equal(3, (await officer.MustAsync(officer.GetAsync("/api/hazards"))).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_move_that_would_wait_too_long_is_refused_and_told_how_far_the_cases_are()
    {
        await using var host = await ServerHost.StartAsync(("Demo:Hazards", "120"), ("Clock:PatienceSeconds", "0"));
        using var officer = await Caller.SignInAsync(host, "officer1");

        var answer = await officer.PostAsync("/api/clock", new { advance = "P1D" });

        Assert.Equal((409, "clock.busy"), (answer.Status, answer.Code));
        Assert.Matches("^演示数据正在生成（120 件隐患已就位 \\d+ 件），请稍候再调整。$", answer.Detail);
    }
}
