namespace SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

/// <summary>The calendar and the policy pack this version of the product ships, embedded in the assembly.</summary>
public static class ShippedData
{
    public static WorkCalendar Calendar() => CalendarFile.Parse(Read("deadlines/calendar.json"));

    public static PolicyPack Policy() => PolicyPack.Parse(Read("deadlines/policy/default-v1.json"));

    private static string Read(string name)
    {
        using var stream = typeof(ShippedData).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"embedded data {name} is missing from the build");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
