namespace SpecialEquipment.Workflow.Benchmarks;

/// <summary>What must not be undercut; with <c>--check</c> an undercut floor fails the run.</summary>
internal sealed class Floors
{
    private readonly List<string> missed = [];

    public void AtLeast(string what, double actual, double floor) => Judge(actual >= floor, $"{what}: {actual:N1}, at least {floor:N1}");
    public void AtMost(string what, double actual, double ceiling) => Judge(actual <= ceiling, $"{what}: {actual:N1}, at most {ceiling:N1}");

    public int Report(bool check)
    {
        foreach (var line in missed)
            Console.WriteLine($"MISSED  {line}");
        return check && missed.Count > 0 ? 1 : 0;
    }

    private void Judge(bool isMet, string line)
    {
        if (!isMet)
            missed.Add(line);
    }
}
