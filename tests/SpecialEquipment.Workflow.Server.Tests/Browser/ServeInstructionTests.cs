using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SpecialEquipment.Workflow.Server.Tests.Browser;

/// <summary>An instruction is issued at the desk, left to be served later, and served on site from the phone.</summary>
public sealed class ServeInstructionTests : IAsyncLifetime
{
    private readonly County county = new();
    private Chromium chromium = null!;

    public async ValueTask InitializeAsync()
    {
        chromium = await Chromium.StartAsync();
        await county.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        await county.DisposeAsync();
    }

    [Fact]
    public async Task An_instruction_left_for_later_is_served_from_the_phone_and_its_proof_is_shown()
    {
        var hazard = await county.GradedAsync();
        var browser = await chromium.OpenAsync();
        var desk = await (await Screen.OpenAsync(browser, county.Host, "inspector1", isPhone: false)).SignInAsync();
        await desk.GoAsync($"/hazards/{hazard}", "case");
        await desk.ClickAsync("command-issue-instruction");
        await desk.FillAsync("field-items.0.clause", "TSG T7001 第2.9条");
        await desk.FillAsync("field-items.0.measure", "重新校验限速器并做联动试验");
        await desk.PickDateAsync("field-deadline", await county.DayAsync(14));
        await desk.ChooseAsync("secondInspectorId", county.Inspector2.ToString());
        await desk.ClickAsync("field-serveLater");
        await Expect(desk.Get("field-service.receiver")).ToHaveCountAsync(0);
        await desk.ShootAsync("50-instruction-served-later");
        Assert.Equal(200, (await desk.SubmitAsync("issue-instruction")).Status);
        await county.DoAsync("inspector2", hazard, "confirm-step", new { });
        Assert.Equal("ORDERED", await county.StateAsync(hazard));

        var phone = await (await Screen.OpenAsync(browser, county.Host, "inspector1", isPhone: true)).SignInAsync();
        await phone.GoAsync($"/hazards/{hazard}", "case");
        await phone.ClickAsync("command-serve-instruction");
        await phone.ChooseAsync("service.mode", "LEFT");
        await phone.FillAsync("field-service.receiver", "门卫");
        phone.ExpectsRefusal("serve-instruction");
        Assert.Equal(422, (await phone.SubmitAsync("serve-instruction")).Status); // nobody has seen it left
        await Expect(phone.Page.Locator(".field-error").First).ToContainTextAsync("见证人");
        await phone.ShootAsync("51-serve-refused");
        await phone.FillAsync("field-service.witnesses", "王某、李某");
        await phone.ShootAsync("52-serve", fullPage: true);
        Assert.Equal(200, (await phone.SubmitAsync("serve-instruction")).Status);
        await phone.SeesAsync("document-service");
        await Expect(phone.Get("document-service").First).ToContainTextAsync("见证人：王某、李某");
        await phone.ShootAsync("53-served", fullPage: true);
        Assert.Equal("PLAN_PENDING", await county.StateAsync(hazard));
        Assert.Empty(phone.Errors.Concat(desk.Errors));
    }
}
