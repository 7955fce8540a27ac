using System.Globalization;
using System.Text;
using SpecialEquipment.Workflow.Engine.Expressions.Values;

namespace SpecialEquipment.Workflow.Engine.Expressions.BuiltIns;

/// <summary>One <c>JSON.parse</c>.</summary>
internal sealed class JsonReading(Run run, string text)
{
    private int at;

    public object? Read()
    {
        run.Scan(text.Length);
        var value = ReadValue();
        SkipBlank();
        return at == text.Length ? value : throw Unexpected();
    }

    private char Peek() => at < text.Length ? text[at] : '\0';

    private void SkipBlank()
    {
        while (Peek() is ' ' or '\n' or '\r' or '\t')
        {
            at++;
        }
    }

    private object? ReadValue()
    {
        run.Step();
        SkipBlank();
        switch (Peek())
        {
            case '{': return ReadObject();
            case '[': return ReadArray();
            case '"': return ReadText();
            case 't': return ReadWord("true", Coerce.True);
            case 'f': return ReadWord("false", Coerce.False);
            case 'n': return ReadWord("null", null);
            default: return ReadNumber();
        }
    }

    private object? ReadWord(string word, object? value)
    {
        if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0)
        {
            throw Unexpected();
        }

        at += word.Length;
        return value;
    }

    private object ReadNumber()
    {
        var start = at;
        at += Peek() == '-' ? 1 : 0;
        if (Peek() == '0')
        {
            at++;
        }
        else
        {
            Digits();
        }

        if (Peek() == '.')
        {
            at++;
            Digits();
        }

        if (Peek() is 'e' or 'E')
        {
            at++;
            at += Peek() is '+' or '-' ? 1 : 0;
            Digits();
        }

        return Numbers.Box(double.Parse(text.AsSpan(start, at - start), NumberStyles.Float, CultureInfo.InvariantCulture));
    }

    private void Digits()
    {
        if (!char.IsAsciiDigit(Peek()))
        {
            throw Unexpected();
        }

        while (char.IsAsciiDigit(Peek()))
        {
            at++;
        }
    }

    private string ReadText()
    {
        var made = new StringBuilder();
        for (at++; Peek() != '"' || at >= text.Length;)
        {
            if (at >= text.Length || Peek() < ' ')
            {
                throw Unexpected();
            }

            made.Append(Peek() == '\\' ? ReadEscape() : text[at++]);
        }

        at++;
        run.AllocateText(made.Length);
        return made.ToString();
    }

    private char ReadEscape()
    {
        at++;
        var c = Peek();
        var letter = c switch { '"' or '\\' or '/' => c, 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', 'u' => 'u', _ => throw Unexpected() };
        at++;
        if (letter != 'u')
        {
            return letter;
        }

        if (at + 4 > text.Length || !ushort.TryParse(text.AsSpan(at, 4), NumberStyles.AllowHexSpecifier, null, out var code))
        {
            throw Unexpected();
        }

        at += 4;
        return (char)code;
    }

    private JsArray ReadArray()
    {
        run.Enter();
        var array = new JsArray();
        at++;
        SkipBlank();
        if (Peek() == ']')
        {
            at++;
        }
        else
        {
            do
            {
                array.Add(run, ReadValue());
            }
            while (GoesOn(']'));
        }

        run.Leave();
        return array;
    }

    private JsObject ReadObject()
    {
        run.Enter();
        var made = new JsObject();
        at++;
        SkipBlank();
        if (Peek() == '}')
        {
            at++;
        }
        else
        {
            do
            {
                SkipBlank();
                var name = Peek() == '"' ? ReadText() : throw Unexpected();
                SkipBlank();
                at += Peek() == ':' ? 1 : throw Unexpected();
                made.Set(run, name, ReadValue());
            }
            while (GoesOn('}'));
        }

        run.Leave();
        return made;
    }

    /// <summary>After a comma; false after the closing bracket.</summary>
    private bool GoesOn(char closing)
    {
        SkipBlank();
        var c = Peek();
        at += c == ',' || c == closing ? 1 : throw Unexpected();
        return c == ',';
    }

    private ScriptThrow Unexpected() => Errors.Syntax(run, at >= text.Length
        ? "Unexpected end of JSON input"
        : $"Unexpected token '{text[at]}' at position {at} is not valid JSON");
}
