using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;

/// <summary>One column of an exported table: its Chinese heading, its width in characters and what it shows of a row.</summary>
/// <param name="Width">Characters; a Chinese one counts two.</param>
public sealed record SheetColumn<T>(string Heading, int Width, Func<T, SheetValue> Of)
{
    public static SheetColumn<T> Text(string heading, int width, Func<T, string?> of) => new(heading, width, row => SheetValue.Text(of(row)));
    public static SheetColumn<T> Number(string heading, int width, Func<T, decimal?> of) => new(heading, width, row => SheetValue.Number(of(row)));
    public static SheetColumn<T> Date(string heading, Func<T, DateOnly?> of) => new(heading, 12, row => SheetValue.Date(of(row)));

    /// <summary>An instant, shown as the time in China.</summary>
    public static SheetColumn<T> Time(string heading, Func<T, DateTimeOffset?> of) => new(heading, 17, row => SheetValue.Time(of(row)));
}

public enum SheetValueKind { Empty, Text, Number, Date, Time }

/// <summary>A value with the type Excel is to give it. Codes are texts: Excel would round them.</summary>
/// <param name="Serial">Of a number, its value; of a day or instant, Excel's serial.</param>
/// <param name="IsMarked">Coloured, because something is wrong with it.</param>
public readonly record struct SheetValue(SheetValueKind Kind, string? Words, decimal Serial, bool IsMarked = false)
{
    public static SheetValue Empty { get; } = new(SheetValueKind.Empty, null, 0);

    public static SheetValue Text(string? text) => string.IsNullOrEmpty(text) ? Empty : new(SheetValueKind.Text, text, 0);

    public static SheetValue Number(decimal? number) => number is { } value ? new(SheetValueKind.Number, null, value) : Empty;

    public static SheetValue Date(DateOnly? day) => day is { } value ? new(SheetValueKind.Date, null, CellDates.ToSerial(value)) : Empty;

    public static SheetValue Time(DateTimeOffset? instant)
    {
        if (instant is not { } at)
            return Empty;
        var day = ShanghaiTime.DateOf(at);
        return new(SheetValueKind.Time, null, CellDates.ToSerial(day) + (decimal)(at - ShanghaiTime.StartOf(day)).Ticks / TimeSpan.TicksPerDay);
    }
}
