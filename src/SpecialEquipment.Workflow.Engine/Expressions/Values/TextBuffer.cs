using System.Text;

namespace SpecialEquipment.Workflow.Engine.Expressions.Values;

/// <summary>
/// A text that <c>s += …</c> builds piece by piece. Lives only in the slot of a local variable; whoever reads the variable gets a string. Without it
/// building a report of a thousand lines would copy, and pay for, half a million lines.
/// </summary>
internal sealed class TextBuffer
{
    private readonly StringBuilder pieces;
    private string? whole;

    public TextBuffer(Run run, string first, string second)
    {
        run.AllocateText((long)first.Length + second.Length);
        pieces = new StringBuilder(first, Math.Max(256, (first.Length + second.Length) * 2)).Append(second);
    }

    public int Length => pieces.Length;

    public void Append(Run run, string piece)
    {
        run.AllocateText(piece.Length);
        pieces.Append(piece);
        whole = null;
    }

    public string ToText(Run run)
    {
        if (whole is null)
        {
            run.AllocateText(pieces.Length);
            whole = pieces.ToString();
        }

        return whole;
    }
}
