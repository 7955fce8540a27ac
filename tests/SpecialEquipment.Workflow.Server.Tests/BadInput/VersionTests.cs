using System.Globalization;

namespace SpecialEquipment.Workflow.Server.Tests.BadInput;

/// <summary>What somebody saw a moment ago is no longer true, or two people act at once.</summary>
[Collection(nameof(BadInputCollection))]
public sealed class VersionTests(County county)
{
    [Fact]
    public async Task A_stale_version_is_told_what_is_true_now()
    {
        var hazard = await county.RegisteredAsync();
        var version = await county.VersionAsync(hazard);

        var answer = await county.RefusesAsync(409, "matters.stale-version",
            () => county.TryAsync("officer1", hazard, "grade", new { version = version - 1, grade = "GENERAL", basisText = "可立即整改" }));

        Assert.Equal("REGISTERED", answer.Text("currentState"));
        Assert.Equal(version, answer.Body.GetProperty("currentVersion").GetInt64());
        Assert.Contains(version.ToString(CultureInfo.InvariantCulture), answer.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_the_state_forbids_is_told_the_state()
    {
        var hazard = await county.RegisteredAsync();
        var version = await county.VersionAsync(hazard);

        var answer = await county.RefusesAsync(409, "matters.wrong-state", () => county.TryAsync("approver1", hazard, "sign-off", new { version, opinion = "同意销号" }));

        Assert.Equal("REGISTERED", answer.Text("currentState"));
        Assert.Equal("state", Assert.Single(answer.Fields));
    }

    [Fact]
    public async Task Of_two_commands_at_the_same_moment_one_is_done_and_no_number_is_lost()
    {
        const int Repetitions = 10;
        var (officer, serials) = (county["officer1"], new List<int>());
        for (var i = 0; i < Repetitions; i++)
        {
            var hazard = await county.ReportAsync();
            var form = county.RegisterForm(await county.VersionAsync(hazard));

            var answers = await Task.WhenAll(
                officer.PostAsync($"/api/hazards/{hazard}/register", form), officer.PostAsync($"/api/hazards/{hazard}/register", form));

            Assert.Single(answers, a => a.Status == 200);
            var loser = Assert.Single(answers, a => a.Status == 409);
            Assert.Equal("matters.stale-version", loser.Code);
            Assert.Equal("REGISTERED", loser.Text("currentState"));
            var view = await officer.MustAsync(officer.GetAsync($"/api/hazards/{hazard}"));
            serials.Add(SerialOf(view.GetProperty("number").GetString()!));
            var ledger = await officer.MustAsync(officer.GetAsync($"/api/ledger/{hazard}"));
            Assert.Single(ledger.GetProperty("items").EnumerateArray(), e => e.GetProperty("act").GetString() == "register");
        }
        Assert.Equal(Enumerable.Range(serials[0], Repetitions), serials);
    }

    [Fact]
    public async Task Hazards_registered_at_the_same_moment_get_numbers_without_gap_or_double()
    {
        const int Width = 6;
        var officer = county["officer1"];
        var hazards = new List<(Guid Id, long Version)>();
        for (var i = 0; i < Width; i++)
        {
            var id = await county.ReportAsync();
            hazards.Add((id, await county.VersionAsync(id)));
        }

        var answers = await Task.WhenAll(hazards.Select(h => officer.PostAsync($"/api/hazards/{h.Id}/register", county.RegisterForm(h.Version))));

        Assert.All(answers, a => Assert.True(a.Status == 200, a.ToString()));
        var serials = new List<int>();
        foreach (var (id, _) in hazards)
        {
            serials.Add(SerialOf((await officer.MustAsync(officer.GetAsync($"/api/hazards/{id}"))).GetProperty("number").GetString()!));
        }
        Assert.Equal(Enumerable.Range(serials.Min(), Width), serials.Order());
    }

    private static int SerialOf(string number) =>
        int.Parse(new string([.. number.Reverse().SkipWhile(c => !char.IsDigit(c)).TakeWhile(char.IsDigit).Reverse()]), CultureInfo.InvariantCulture);
}
