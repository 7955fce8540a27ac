namespace SpecialEquipment.Workflow.Capabilities.Tests.Deadlines;

public class LegalAmountsTests
{
    [Fact]
    public void No_legal_amount_stands_in_code()
    {
        var root = Repository();
        var files = new[] { "Capabilities", "Engine", "Server" }
            .Select(name => Path.Combine(root, "src", "SpecialEquipment.Workflow." + name))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Where(file => !Skipped(Path.GetRelativePath(root, file)))
            .ToList();
        Assert.NotEmpty(files);
        var found = files.SelectMany(file => LegalAmounts.InCode(File.ReadAllText(file)).Select(line => $"{Path.GetRelativePath(root, file)}:{line}")).ToList();
        Assert.True(found.Count == 0, "amounts belong into the policy pack (or say '// machine time'):\n" + string.Join('\n', found));
    }

    [Fact]
    public void No_legal_amount_stands_in_a_flow()
    {
        var root = Repository();
        var folder = Path.Combine(root, "workflows");
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories) : [];
        var found = files.SelectMany(file => LegalAmounts.InFlow(File.ReadAllText(file)).Select(place => $"{Path.GetRelativePath(root, file)}: {place}")).ToList();
        Assert.True(found.Count == 0, "a flow names a rule of the policy pack instead:\n" + string.Join('\n', found));
    }

    [Theory]
    [InlineData("var due = start.AddDays(15);", true)]
    [InlineData("var due = calendar.AddWorkingDays(start, 10);", true)]
    [InlineData("var due = calendar.AddWorkingDays(start, -20);", true)]
    [InlineData("var due = calendar.AddWorkingDays(ShanghaiTime.DateOf(now), 3);", true)]
    [InlineData("var due = calendar.AddWorkingDays(Text(ShanghaiTime.DateOf(now)), 3);", true)]
    [InlineData("var day = calendar.AddWorkingDays(ShanghaiTime.DateOf(now), 1);", false)]
    [InlineData("due = now + TimeSpan.FromHours(24);", true)]
    [InlineData("due = now.AddMonths( 12 );", true)]
    [InlineData("new TimeLimit(3, LimitUnit.WorkingDay)", true)]
    [InlineData("day = day.AddDays(1);", false)]
    [InlineData("day = day.AddDays(-1);", false)]
    [InlineData("day = day.AddDays(rule.Amount);", false)]
    [InlineData("options.ExpireTimeSpan = TimeSpan.FromHours(8); // machine time", false)]
    [InlineData("// re-inspection within AddDays(10)", false)]
    [InlineData("var wait = TimeSpan.FromSeconds(5);", false)]
    public void The_search_of_code_tells_amounts_from_steps(string code, bool amount) =>
        Assert.Equal(amount, LegalAmounts.InCode(code).Any());

    [Theory]
    [InlineData("""{"limit":{"amount":10,"unit":"WORKING_DAY"}}""", true)]
    [InlineData("""{"limitAmount":{"typeName":"Int32","expression":{"type":"Literal","value":3}},"limitUnit":{"expression":{"type":"Literal","value":"CALENDAR_DAY"}}}""", true)]
    [InlineData("""{"timeSpan":{"expression":{"type":"Literal","value":"3.00:00:00"}}}""", true)]
    [InlineData("""{"timeSpan":{"expression":{"type":"Literal","value":"24:00:00"}},"x":"P3D"}""", true)]
    [InlineData("""{"expression":{"type":"JavaScript","value":"addWorkingDays(now, 10)"}}""", true)]
    [InlineData("""{"days":5}""", true)]
    [InlineData("""{"limitRule":{"expression":{"type":"Literal","value":"reinspect"}},"amount":{"expression":{"type":"Literal","value":""}}}""", false)]
    [InlineData("""{"metadata":{"designer":{"position":{"x":10,"y":20}}},"version":3}""", false)]
    [InlineData("""{"timeSpan":{"expression":{"type":"Literal","value":"00:05:00"}}}""", false)]
    public void The_search_of_flows_tells_amounts_from_other_numbers(string json, bool amount) =>
        Assert.Equal(amount, LegalAmounts.InFlow(json).Any());

    // Demo data is invented history, generated migrations are the database's; bin and obj are not ours.
    private static bool Skipped(string path) =>
        path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "Migrations" or "Demo");

    private static string Repository()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "SpecialEquipment.Workflow.sln")))
        {
            at = at.Parent;
        }

        return at?.FullName ?? throw new InvalidOperationException("the tests run outside the repository");
    }
}
