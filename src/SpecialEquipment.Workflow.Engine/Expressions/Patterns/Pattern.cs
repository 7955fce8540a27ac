namespace SpecialEquipment.Workflow.Engine.Expressions.Patterns;

internal enum Op
{
    Letter,
    Set,
    /// <summary>Goes to A; on failure to B.</summary>
    Split,
    Jump,
    /// <summary>Stores the position in slot A.</summary>
    Save,
    /// <summary>Forgets slots A up to before B.</summary>
    Forget,
    /// <summary>Fails when nothing was consumed since slot A was stored.</summary>
    Progress,
    Start,
    End,
    WordEdge,
    NotWordEdge,
    BackReference,
    /// <summary>Runs the instructions up to B apart; A is 1 when they must not match.</summary>
    Look,
    Match,
}

internal readonly record struct Instruction(Op Op, int A = 0, int B = 0, CharSet? Set = null, bool Backwards = false);

/// <summary>
/// A compiled regular expression: instructions for a backtracking machine (<see cref="PatternMatch"/>). Own, because the matcher of .NET differs from
/// JavaScript in a dozen small ways and cannot be metered. Repetitions with numbers are unrolled; the size is limited.
/// </summary>
internal sealed class Pattern
{
    private const int MaxInstructions = 20_000;

    /// <summary>Empty turns make no instructions but still take time.</summary>
    private const int MaxTerms = 50_000;

    private readonly List<Instruction> code = [];
    private readonly Dictionary<string, int> groupNames;
    private bool backwards;
    private int terms;

    private Pattern(string source, string flags, Term term, PatternParser parser)
    {
        (Source, Flags, groupNames, GroupCount) = (source, flags, parser.GroupNames, parser.GroupCount + 1);
        SlotCount = 2 * GroupCount;
        Emit(new Group(term, 0));
        Add(new Instruction(Op.Match));
        Code = [.. code];
    }

    public string Source { get; }

    public string Flags { get; }

    public Instruction[] Code { get; }

    /// <summary>With group 0, the whole match.</summary>
    public int GroupCount { get; }

    public int SlotCount { get; private set; }

    public IReadOnlyDictionary<string, int> GroupNames => groupNames;

    public bool IsGlobal => Flags.Contains('g');

    public bool IsSticky => Flags.Contains('y');

    public bool IgnoresCase => Flags.Contains('i');

    public bool IsMultiline => Flags.Contains('m');

    public bool IsUnicode => Flags.Contains('u');

    /// <exception cref="PatternException">The pattern is not valid.</exception>
    public static Pattern Compile(string source, string flags)
    {
        if (flags.Any(f => !"dgimsuy".Contains(f)) || flags.Distinct().Count() != flags.Length)
        {
            throw new PatternException($"无法识别的标志 “{flags}”");
        }

        var parser = new PatternParser(source, flags.Contains('u'), flags.Contains('s'));
        return new Pattern(source, string.Concat(flags.Order()), parser.Parse(), parser);
    }

    private int Add(Instruction instruction)
    {
        if (code.Count >= MaxInstructions)
        {
            throw new PatternException("正则表达式过大");
        }

        code.Add(instruction with { Backwards = backwards });
        return code.Count - 1;
    }

    private void Emit(Term term)
    {
        if (++terms > MaxTerms)
        {
            throw new PatternException("正则表达式过大");
        }

        switch (term)
        {
            case Letter letter: Add(new Instruction(Op.Letter, IgnoresCase ? PatternMatch.Fold(letter.Code) : letter.Code)); break;
            case OneOf one: Add(new Instruction(Op.Set, Set: one.Set)); break;
            case Assertion assertion: Add(new Instruction(Place(assertion.Place))); break;
            case BackReference reference: Add(new Instruction(Op.BackReference, Number(reference))); break;
            case Group group: EmitGroup(group); break;
            case Alternatives alternatives: EmitAlternatives(alternatives); break;
            case Look look: EmitLook(look); break;
            case Repeat repeat: EmitRepeat(repeat); break;
            case Sequence sequence:
                foreach (var part in backwards ? sequence.Terms.Reverse() : sequence.Terms)
                {
                    Emit(part);
                }

                break;
        }
    }

    private static Op Place(Place place) => place switch
    {
        Patterns.Place.Start => Op.Start,
        Patterns.Place.End => Op.End,
        Patterns.Place.WordEdge => Op.WordEdge,
        _ => Op.NotWordEdge,
    };

    private int Number(BackReference reference)
    {
        if (reference.Name is null)
        {
            return reference.Number < GroupCount ? reference.Number : throw new PatternException($"没有第 {reference.Number} 个分组");
        }

        return groupNames.TryGetValue(reference.Name, out var number) ? number : throw new PatternException($"没有分组 “{reference.Name}”");
    }

    private void EmitGroup(Group group)
    {
        Add(new Instruction(Op.Save, 2 * group.Number + (backwards ? 1 : 0)));
        Emit(group.Inner);
        Add(new Instruction(Op.Save, 2 * group.Number + (backwards ? 0 : 1)));
    }

    private void EmitAlternatives(Alternatives alternatives)
    {
        var jumps = new List<int>();
        for (var i = 0; i < alternatives.Terms.Count - 1; i++)
        {
            var split = Add(new Instruction(Op.Split, code.Count + 1));
            Emit(alternatives.Terms[i]);
            jumps.Add(Add(new Instruction(Op.Jump)));
            code[split] = code[split] with { B = code.Count };
        }

        Emit(alternatives.Terms[^1]);
        foreach (var jump in jumps)
        {
            code[jump] = code[jump] with { A = code.Count };
        }
    }

    private void EmitLook(Look look)
    {
        var outer = backwards;
        var start = Add(new Instruction(Op.Look, look.IsNegative ? 1 : 0));
        backwards = look.IsBehind;
        Emit(look.Inner);
        Add(new Instruction(Op.Match));
        backwards = outer;
        code[start] = code[start] with { B = code.Count };
    }

    private void EmitRepeat(Repeat repeat)
    {
        for (var i = 0; i < repeat.Min; i++)
        {
            EmitTurn(repeat);
        }

        if (repeat.Max == int.MaxValue)
        {
            var split = Add(default);
            EmitGuardedTurn(repeat);
            Add(new Instruction(Op.Jump, split));
            Fork(repeat, split);
            return;
        }

        var splits = new List<int>();
        for (var i = repeat.Min; i < repeat.Max; i++)
        {
            splits.Add(Add(default));
            EmitGuardedTurn(repeat);
        }

        foreach (var split in splits)
        {
            Fork(repeat, split);
        }
    }

    private void Fork(Repeat repeat, int split)
    {
        var (into, past) = (split + 1, code.Count);
        code[split] = repeat.IsLazy ? new Instruction(Op.Split, past, into) : new Instruction(Op.Split, into, past);
    }

    private void EmitTurn(Repeat repeat)
    {
        if (repeat.EndGroup > repeat.FirstGroup)
        {
            Add(new Instruction(Op.Forget, 2 * repeat.FirstGroup, 2 * repeat.EndGroup));
        }

        Emit(repeat.Inner);
    }

    /// <summary>A turn beyond the minimum must consume something.</summary>
    private void EmitGuardedTurn(Repeat repeat)
    {
        if (!repeat.Inner.CanBeEmpty)
        {
            EmitTurn(repeat);
            return;
        }

        var slot = SlotCount++;
        Add(new Instruction(Op.Save, slot));
        EmitTurn(repeat);
        Add(new Instruction(Op.Progress, slot));
    }
}
