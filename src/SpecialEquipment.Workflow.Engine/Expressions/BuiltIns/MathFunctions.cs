using System.Collections.Frozen;
using System.Numerics;
using SpecialEquipment.Workflow.Engine.Expressions.Nodes;
using SpecialEquipment.Workflow.Engine.Expressions.Values;

namespace SpecialEquipment.Workflow.Engine.Expressions.BuiltIns;

/// <summary>Math without <c>random</c>: what a flow computes must come out the same when it is replayed.</summary>
internal static class MathFunctions
{
    public static readonly FrozenDictionary<string, object?> All = Table.Statics(
        [
            ("PI", Math.PI), ("E", Math.E), ("LN2", 0.6931471805599453), ("LN10", 2.302585092994046), ("LOG2E", 1.4426950408889634),
            ("LOG10E", 0.4342944819032518), ("SQRT2", 1.4142135623730951), ("SQRT1_2", 0.7071067811865476),
        ],
        One("abs", Math.Abs),
        One("ceil", Math.Ceiling),
        One("floor", Math.Floor),
        One("round", Round),
        One("trunc", Math.Truncate),
        One("sign", x => double.IsNaN(x) || x == 0 ? x : Math.Sign(x)),
        One("sqrt", Math.Sqrt),
        One("cbrt", CubeRoot),
        One("exp", Math.Exp),
        One("expm1", x => Math.Abs(x) < 1e-5 ? x + x * x / 2 : Math.Exp(x) - 1),
        One("log", Math.Log),
        One("log2", Math.Log2),
        One("log10", Math.Log10),
        One("log1p", x => Math.Abs(x) < 1e-5 ? x - x * x / 2 : Math.Log(1 + x)),
        One("sin", Math.Sin),
        One("cos", Math.Cos),
        One("tan", Math.Tan),
        One("asin", Math.Asin),
        One("acos", Math.Acos),
        One("atan", Math.Atan),
        One("sinh", Math.Sinh),
        One("cosh", Math.Cosh),
        One("tanh", Math.Tanh),
        One("fround", x => (float)x),
        ("atan2", 2, (run, _, args) => Numbers.Box(Math.Atan2(args.Number(run, 0), args.Number(run, 1)))),
        ("pow", 2, (run, _, args) => Numbers.Box(Operate.Power(args.Number(run, 0), args.Number(run, 1)))),
        ("imul", 2, (run, _, args) => Numbers.Box(unchecked(Coerce.ToInt32(run, args.At(0)) * Coerce.ToInt32(run, args.At(1))))),
        ("clz32", 1, (run, _, args) => Numbers.Box(BitOperations.LeadingZeroCount((uint)Coerce.ToInt32(run, args.At(0))))),
        ("hypot", 2, (run, _, args) => Numbers.Box(Hypotenuse(run, args))),
        ("max", 2, (run, _, args) => Fold(run, args, double.NegativeInfinity, Math.Max)),
        ("min", 2, (run, _, args) => Fold(run, args, double.PositiveInfinity, Math.Min)));

    private static (string, int, BuiltInCode) One(string name, Func<double, double> function) =>
        (name, 1, (run, _, args) => Numbers.Box(function(args.Number(run, 0))));

    /// <summary>Half goes up, also below zero.</summary>
    private static double Round(double value)
    {
        var floor = Math.Floor(value);
        var rounded = value - floor >= 0.5 ? floor + 1 : floor;
        return rounded == 0 && double.IsNegative(value) ? -0.0 : rounded;
    }

    /// <summary>The platform's own is off by a bit even for cubes.</summary>
    private static double CubeRoot(double value)
    {
        var root = Math.Cbrt(value);
        var whole = Math.Round(root);
        return whole * whole * whole == value ? whole : root;
    }

    private static double Hypotenuse(Run run, object?[] args)
    {
        run.Steps(args.Length / 8);
        var numbers = args.Select(a => Math.Abs(Coerce.ToNumber(run, a))).ToArray();
        if (numbers.Any(double.IsInfinity))
        {
            return double.PositiveInfinity;
        }

        var largest = numbers.DefaultIfEmpty(0).Max();
        return largest == 0 || double.IsNaN(largest) || numbers.Any(double.IsNaN) ? (numbers.Any(double.IsNaN) ? double.NaN : largest) : largest * Math.Sqrt(numbers.Sum(n => n / largest * (n / largest)));
    }

    private static object Fold(Run run, object?[] args, double first, Func<double, double, double> choose)
    {
        run.Steps(args.Length / 8);
        var result = first;
        foreach (var argument in args)
        {
            result = choose(result, Coerce.ToNumber(run, argument));
        }

        return Numbers.Box(result);
    }
}
