using System.Globalization;

namespace SpecialEquipment.Workflow.Capabilities.Statistics;

/// <summary>A share that is compared exactly and shown rounded down, so that 39.99 % never becomes 40 % (DOMAIN E13).</summary>
public readonly record struct Ratio(int Numerator, int Denominator)
{
    /// <summary>Whether it reaches a target in per cent: a·100 ≥ target·b in integers. Nothing to treat meets every target.</summary>
    public bool Meets(int targetPercent) => (long)Numerator * 100 >= (long)targetPercent * Denominator;

    /// <summary>Two decimals, rounded down; null when there is no denominator.</summary>
    public string? Text => Denominator == 0 ? null
        : string.Create(CultureInfo.InvariantCulture, $"{(long)Numerator * 10_000 / Denominator / 100}.{(long)Numerator * 10_000 / Denominator % 100:00} %");
}
