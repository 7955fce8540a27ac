using SpecialEquipment.Workflow.Engine.Expressions.Values;

namespace SpecialEquipment.Workflow.Engine.Expressions.Patterns;

/// <summary>
/// Finds a pattern in a text. The stack of things to try next is our own and metered, so that neither a long text nor a pattern such as (a+)+$ can
/// exhaust anything but the script's allowance. An entry is a place to go on from, or an old value of a slot to put back on the way.
/// </summary>
internal sealed class PatternMatch
{
    private const int InstructionsPerStep = 8;

    private readonly Run run;
    private readonly Pattern pattern;
    private readonly string text;
    private readonly int[] slots;
    private (int Goto, int Value)[] stack = new (int, int)[16];
    private int height;
    private int instructions;

    private PatternMatch(Run run, Pattern pattern, string text)
    {
        (this.run, this.pattern, this.text) = (run, pattern, text);
        run.Allocate(256 + 4 * pattern.SlotCount);
        slots = new int[pattern.SlotCount];
    }

    /// <summary>Begin and end of each group, -1 where it took no part; null when nothing from <paramref name="start"/> on matches.</summary>
    public static int[]? Find(Run run, Pattern pattern, string text, int start)
    {
        var match = new PatternMatch(run, pattern, text);
        for (var at = start; at <= text.Length; at++)
        {
            run.Scan(match.slots.Length);
            Array.Fill(match.slots, -1);
            match.height = 0;
            if (match.Go(0, at))
            {
                return match.slots;
            }

            if (pattern.IsSticky)
            {
                break;
            }
        }

        return null;
    }

    public static int Fold(int c) => c < 128 ? (c is >= 'a' and <= 'z' ? c - 32 : c) : c < 0x10000 ? Upper((char)c) : c;

    /// <summary>A letter beyond ASCII never becomes one within it.</summary>
    private static int Upper(char c) => char.ToUpperInvariant(c) is var upper && upper < 128 ? c : upper;

    private bool Go(int pc, int at)
    {
        var bottom = height;
        while (true)
        {
            if (++instructions == InstructionsPerStep)
            {
                instructions = 0;
                run.Step();
            }

            var instruction = pattern.Code[pc];
            switch (instruction.Op)
            {
                case Op.Match:
                    KeepOnlyOldValues(bottom);
                    return true;
                case Op.Split:
                    Push(instruction.B, at);
                    pc = instruction.A;
                    continue;
                case Op.Jump:
                    pc = instruction.A;
                    continue;
                case Op.Save:
                    Set(instruction.A, at);
                    pc++;
                    continue;
                case Op.Forget:
                    for (var slot = instruction.A; slot < instruction.B; slot++)
                    {
                        Set(slot, -1);
                    }

                    pc++;
                    continue;
                case Op.Look when LookMatches(pc, at) != (instruction.A == 1):
                    pc = instruction.B;
                    continue;
            }

            if (Holds(instruction, ref at))
            {
                pc++;
            }
            else if (!GoBack(bottom, out pc, out at))
            {
                return false;
            }
        }
    }

    /// <summary>Tests, and consumes what was matched.</summary>
    private bool Holds(in Instruction instruction, ref int at) => instruction.Op switch
    {
        Op.Letter => TakeOne(instruction.Backwards, ref at, out var c) && (pattern.IgnoresCase ? Fold(c) : c) == instruction.A,
        Op.Set => TakeOne(instruction.Backwards, ref at, out var c) && (pattern.IgnoresCase ? instruction.Set!.ContainsFolded(c) : instruction.Set!.Contains(c)),
        Op.Progress => at != slots[instruction.A],
        Op.Start => at == 0 || (pattern.IsMultiline && CharSet.LineBreak.Contains(text[at - 1])),
        Op.End => at == text.Length || (pattern.IsMultiline && CharSet.LineBreak.Contains(text[at])),
        Op.WordEdge => IsWordAt(at - 1) != IsWordAt(at),
        Op.NotWordEdge => IsWordAt(at - 1) == IsWordAt(at),
        Op.BackReference => Repeats(instruction, ref at),
        _ => false,
    };

    private bool TakeOne(bool backwards, ref int at, out int c)
    {
        c = 0;
        if (backwards ? at == 0 : at == text.Length)
        {
            return false;
        }

        if (backwards)
        {
            c = text[--at];
            if (pattern.IsUnicode && char.IsLowSurrogate((char)c) && at > 0 && char.IsHighSurrogate(text[at - 1]))
            {
                c = char.ConvertToUtf32(text, --at);
            }

            return true;
        }

        c = text[at++];
        if (pattern.IsUnicode && char.IsHighSurrogate((char)c) && at < text.Length && char.IsLowSurrogate(text[at]))
        {
            c = char.ConvertToUtf32(text, at++ - 1);
        }

        return true;
    }

    private bool IsWordAt(int at) => at >= 0 && at < text.Length && CharSet.Word.Contains(text[at]);

    private bool Repeats(in Instruction instruction, ref int at)
    {
        var (from, to) = (slots[2 * instruction.A], slots[2 * instruction.A + 1]);
        if (from < 0 || to < 0)
        {
            return true;
        }

        var length = to - from;
        run.Scan(length);
        var start = instruction.Backwards ? at - length : at;
        if (start < 0 || start + length > text.Length)
        {
            return false;
        }

        for (var i = 0; i < length; i++)
        {
            if (text[from + i] != text[start + i] && !(pattern.IgnoresCase && Fold(text[from + i]) == Fold(text[start + i])))
            {
                return false;
            }
        }

        at = instruction.Backwards ? start : start + length;
        return true;
    }

    private bool LookMatches(int pc, int at)
    {
        var before = height;
        var found = Go(pc + 1, at);
        if (found && pattern.Code[pc].A == 1)
        {
            // what a negative look captured is not to be seen
            while (height > before)
            {
                PutBack(stack[--height]);
            }
        }

        return found;
    }

    private bool GoBack(int bottom, out int pc, out int at)
    {
        while (height > bottom)
        {
            var entry = stack[--height];
            if (entry.Goto >= 0)
            {
                (pc, at) = entry;
                return true;
            }

            PutBack(entry);
        }

        (pc, at) = (0, 0);
        return false;
    }

    private void PutBack((int Goto, int Value) entry) => slots[~entry.Goto] = entry.Value;

    private void Set(int slot, int value)
    {
        if (slots[slot] != value)
        {
            Push(~slot, slots[slot]);
            slots[slot] = value;
        }
    }

    /// <summary>A finished look is not tried again in another way, but what it stored must still be undone.</summary>
    private void KeepOnlyOldValues(int bottom)
    {
        var kept = bottom;
        for (var i = bottom; i < height; i++)
        {
            if (stack[i].Goto < 0)
            {
                stack[kept++] = stack[i];
            }
        }

        height = kept;
    }

    private void Push(int place, int value)
    {
        if (height == stack.Length)
        {
            run.Allocate(16L * stack.Length);
            Array.Resize(ref stack, stack.Length * 2);
        }

        stack[height++] = (place, value);
    }
}
