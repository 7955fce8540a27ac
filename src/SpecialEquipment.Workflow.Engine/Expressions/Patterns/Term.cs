namespace SpecialEquipment.Workflow.Engine.Expressions.Patterns;

/// <summary>The pattern is not a regular expression of JavaScript, or not of the part that runs here. The message is Chinese.</summary>
internal sealed class PatternException(string message) : Exception(message);

/// <summary>A regular expression as a tree.</summary>
internal abstract record Term
{
    /// <summary>False: it never matches without consuming.</summary>
    public abstract bool CanBeEmpty { get; }
}

internal sealed record OneOf(CharSet Set) : Term
{
    public override bool CanBeEmpty => false;
}

internal sealed record Letter(int Code) : Term
{
    public override bool CanBeEmpty => false;
}

internal sealed record Sequence(IReadOnlyList<Term> Terms) : Term
{
    public override bool CanBeEmpty => Terms.All(t => t.CanBeEmpty);
}

internal sealed record Alternatives(IReadOnlyList<Term> Terms) : Term
{
    public override bool CanBeEmpty => Terms.Any(t => t.CanBeEmpty);
}

internal sealed record Group(Term Inner, int Number) : Term
{
    public override bool CanBeEmpty => Inner.CanBeEmpty;
}

internal sealed record BackReference(int Number, string? Name) : Term
{
    public override bool CanBeEmpty => true;
}

internal enum Place
{
    Start,
    End,
    WordEdge,
    NotWordEdge,
}

internal sealed record Assertion(Place Place) : Term
{
    public override bool CanBeEmpty => true;
}

internal sealed record Look(Term Inner, bool IsBehind, bool IsNegative) : Term
{
    public override bool CanBeEmpty => true;
}

/// <summary>Groups numbered from <paramref name="FirstGroup"/> up to before <paramref name="EndGroup"/> are inside and forget their match at each turn.</summary>
internal sealed record Repeat(Term Inner, int Min, int Max, bool IsLazy, int FirstGroup, int EndGroup) : Term
{
    public override bool CanBeEmpty => Min == 0 || Inner.CanBeEmpty;
}
