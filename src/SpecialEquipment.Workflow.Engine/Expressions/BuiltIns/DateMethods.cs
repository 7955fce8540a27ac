using System.Collections.Frozen;
using SpecialEquipment.Workflow.Engine.Expressions.Values;

namespace SpecialEquipment.Workflow.Engine.Expressions.BuiltIns;

internal static class DateMethods
{
    private static readonly (string Name, Func<DateFields, double> Get)[] Getters =
    [
        ("FullYear", f => f.Year), ("Month", f => f.Month), ("Date", f => f.Day), ("Hours", f => f.Hour), ("Minutes", f => f.Minute),
        ("Seconds", f => f.Second), ("Milliseconds", f => f.Millisecond),
    ];

    /// <summary>Each setter also takes the smaller units behind its own; how many of them.</summary>
    private static readonly (string Name, int First, int Count)[] Setters =
    [
        ("FullYear", 0, 3), ("Month", 1, 2), ("Date", 2, 1), ("Hours", 3, 4), ("Minutes", 4, 3), ("Seconds", 5, 2), ("Milliseconds", 6, 1),
    ];

    public static readonly FrozenDictionary<string, BuiltIn> All = Table.Methods(
    [
        ("getTime", 0, (run, self, _) => Numbers.Box(This(run, self).Time)),
        ("valueOf", 0, (run, self, _) => Numbers.Box(This(run, self).Time)),
        ("getTimezoneOffset", 0, (run, self, _) => Numbers.Box(This(run, self) is { IsValid: true } d ? -JsDate.OffsetAt(d.Time) / 60_000 : double.NaN)),
        ("getDay", 0, (run, self, _) => Numbers.Box(This(run, self) is { IsValid: true } d ? JsDate.WeekDay(JsDate.ToLocal(d.Time)) : double.NaN)),
        ("getUTCDay", 0, (run, self, _) => Numbers.Box(This(run, self) is { IsValid: true } d ? JsDate.WeekDay(d.Time) : double.NaN)),
        .. Getters.SelectMany(g => new (string, int, BuiltInCode)[] { ("get" + g.Name, 0, Getter(g.Get, isLocal: true)), ("getUTC" + g.Name, 0, Getter(g.Get, isLocal: false)) }),
        .. Setters.SelectMany(s => new (string, int, BuiltInCode)[] { ("set" + s.Name, s.Count, Setter(s.First, s.Count, isLocal: true)), ("setUTC" + s.Name, s.Count, Setter(s.First, s.Count, isLocal: false)) }),
        ("setTime", 1, (run, self, args) => Numbers.Box(This(run, self).Time = JsDate.Clip(args.Number(run, 0)))),
        ("toISOString", 0, (run, self, _) => This(run, self) is { IsValid: true } d ? DateText.Iso(d) : throw Errors.Range(run, "Invalid time value")),
        ("toJSON", 1, (run, self, _) => This(run, self) is { IsValid: true } d ? DateText.Iso(d) : null),
        ("toString", 0, Text(DateText.Full)),
        ("toDateString", 0, Text(DateText.Day)),
        ("toTimeString", 0, Text(DateText.Clock)),
        ("toUTCString", 0, Text(DateText.Utc)),
        ("toLocaleString", 0, Localized(withDay: true, withClock: true)),
        ("toLocaleDateString", 0, Localized(withDay: true, withClock: false)),
        ("toLocaleTimeString", 0, Localized(withDay: false, withClock: true)),
    ]);

    private static JsDate This(Run run, object? self) => self as JsDate ?? throw Errors.Type(run, "this is not a Date object.");

    private static BuiltInCode Getter(Func<DateFields, double> get, bool isLocal) => (run, self, _) =>
        This(run, self) is { IsValid: true } date ? Numbers.Box(get(JsDate.Split(isLocal ? JsDate.ToLocal(date.Time) : date.Time))) : Numbers.NaN;

    private static BuiltInCode Setter(int first, int count, bool isLocal) => (run, self, args) =>
    {
        var date = This(run, self);
        if (date.IsFrozen || (!date.IsValid && first > 0))
        {
            return Numbers.NaN;
        }

        var old = JsDate.Split(!date.IsValid ? 0 : isLocal ? JsDate.ToLocal(date.Time) : date.Time);
        double[] parts = [old.Year, old.Month, old.Day, old.Hour, old.Minute, old.Second, old.Millisecond];
        for (var i = 0; i < count && (i == 0 || i < args.Length); i++)
        {
            parts[first + i] = args.Number(run, i);
        }

        var time = JsDate.Make(new DateFields(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6]));
        return Numbers.Box(date.Time = JsDate.Clip(isLocal ? JsDate.FromLocal(time) : time));
    };

    private static BuiltInCode Text(Func<JsDate, string> write) => (run, self, _) => This(run, self) is { IsValid: true } date ? write(date) : "Invalid Date";

    private static BuiltInCode Localized(bool withDay, bool withClock) => (run, self, args) => args.At(1) is Undefined
        ? DateText.Chinese(This(run, self), withDay, withClock)
        : throw Errors.Range(run, "Options of toLocaleString() are not supported");
}

internal static class DateFunctions
{
    public static readonly BuiltIn Constructor = new("Date", 7, (run, _, _) => DateText.Full(new JsDate(JsDate.FromInstant(run.Scope.Now))), Make)
    {
        Statics = Table.Statics([],
            ("now", 0, (run, _, _) => Numbers.Box(JsDate.FromInstant(run.Scope.Now))),
            ("parse", 1, (run, _, args) => Numbers.Box(DateText.Parse(run, args.Text(run, 0)))),
            ("UTC", 7, (run, _, args) => Numbers.Box(JsDate.Clip(FromParts(run, args))))),
    };

    private static object? Make(Run run, object? self, object?[] args)
    {
        switch (args.Length)
        {
            case 0:
                return new JsDate(JsDate.FromInstant(run.Scope.Now));
            case 1:
                var value = args[0] is JsDate other ? other.Time : Coerce.ToPrimitive(run, args[0], Hint.None);
                return new JsDate(value is string text ? DateText.Parse(run, text) : JsDate.Clip(Coerce.ToNumber(run, value)));
            default:
                return new JsDate(JsDate.Clip(JsDate.FromLocal(FromParts(run, args))));
        }
    }

    private static double FromParts(Run run, object?[] args)
    {
        double Part(int index, double otherwise) => index < args.Length ? args.Number(run, index) : otherwise;
        var year = Part(0, double.NaN);
        year = Numbers.ToInteger(year) is >= 0 and <= 99 && !double.IsNaN(year) ? 1900 + Numbers.ToInteger(year) : year;
        return JsDate.Make(new DateFields(year, Part(1, 0), Part(2, 1), Part(3, 0), Part(4, 0), Part(5, 0), Part(6, 0)));
    }
}
