using SpecialEquipment.Workflow.Engine.Expressions.BuiltIns;
using SpecialEquipment.Workflow.Engine.Expressions.Nodes;

namespace SpecialEquipment.Workflow.Engine.Expressions.Syntax;

internal enum VariableKind
{
    Var,
    Let,
    Const,
    Parameter,
    Function,
}

internal sealed class Variable(string name, VariableKind kind, int slot, bool isLexical)
{
    public string Name => name;

    public VariableKind Kind => kind;

    public int Slot => slot;

    /// <summary>Cannot be used before its declaration has run.</summary>
    public bool IsLexical => isLexical;

    /// <summary>An inner function uses it.</summary>
    public bool IsCaptured { get; set; }
}

/// <summary>A use of a name that still looks for its declaration, and the functions it has left behind on the way out, innermost first.</summary>
internal sealed class Reference(Name name)
{
    public Name Name => name;

    public List<Scope> Crossed { get; } = [];
}

/// <summary>
/// A block or function while it is parsed. A use of a name can stand before its declaration, so uses wait here until the scope closes; what is not declared
/// by then waits in the enclosing scope.
/// </summary>
internal sealed class Scope
{
    private readonly Dictionary<string, Variable> variables = new(StringComparer.Ordinal);
    private readonly List<Reference> references = [];
    private readonly List<(Name Name, FunctionLiteral Function)> functions = [];
    private readonly List<(Name Name, Variable Variable)> declared = [];
    private readonly Dictionary<Variable, int> captures = [];
    private readonly List<CaptureSource> captureSources = [];
    private readonly List<Action> lateChecks = [];
    private int slots;

    public Scope(Scope? parent, bool isFunction)
    {
        Parent = parent;
        IsFunction = isFunction;
        Function = isFunction ? this : parent!.Function;
    }

    public Scope? Parent { get; }

    public bool IsFunction { get; }

    public Scope Function { get; }

    public int SlotCount => slots;

    public CaptureSource[] Captures => [.. captureSources];

    public void Use(Name name) => references.Add(new Reference(name));

    public Name Declare(Position at, string text, VariableKind kind)
    {
        var owner = kind == VariableKind.Var ? Function : this;
        for (var between = this; between != owner; between = between.Parent!)
        {
            between.Refuse(at, text, kind);
        }

        owner.Refuse(at, text, kind);
        if (!owner.variables.TryGetValue(text, out var variable))
        {
            var lexical = kind is VariableKind.Let or VariableKind.Const;
            variable = new Variable(text, kind, owner.Function.slots++, lexical);
            owner.variables.Add(text, variable);
        }

        var name = new Name(at, text);
        owner.declared.Add((name, variable));
        return name;
    }

    public void DeclareFunction(Name name, FunctionLiteral function) => functions.Add((name, function));

    /// <summary>Settles every use that is declared here and passes the others on.</summary>
    public Declarations Close()
    {
        foreach (var reference in references)
        {
            if (variables.TryGetValue(reference.Name.Text, out var variable))
            {
                Bind(reference, variable);
            }
            else if (Parent is not null)
            {
                if (IsFunction)
                {
                    reference.Crossed.Add(this);
                }

                Parent.references.Add(reference);
            }
            else if (Globals.All.TryGetValue(reference.Name.Text, out var builtIn))
            {
                reference.Name.SettleBuiltIn(builtIn);
            }
        }

        // whether a variable is captured is known only now that everything inside has been read
        foreach (var settle in lateChecks)
        {
            settle();
        }

        foreach (var (name, variable) in declared)
        {
            name.Settle(variable.IsCaptured ? Access.LocalCell : Access.Local, variable.Slot, constant: false);
        }

        return variables.Count == 0 ? Declarations.None : new Declarations([.. variables.Values], [.. functions]);
    }

    private void Bind(Reference reference, Variable variable)
    {
        var constant = variable.Kind == VariableKind.Const;
        if (reference.Crossed.Count == 0)
        {
            lateChecks.Add(() => reference.Name.Settle(variable.IsCaptured ? Access.LocalCell : Access.Local, variable.Slot, constant));
            return;
        }

        variable.IsCaptured = true;
        var source = new CaptureSource(FromSlot: true, variable.Slot);
        for (var i = reference.Crossed.Count - 1; i >= 0; i--)
        {
            source = new CaptureSource(FromSlot: false, reference.Crossed[i].Capture(variable, source));
        }

        reference.Name.Settle(Access.Capture, source.Index, constant);
    }

    private int Capture(Variable variable, CaptureSource source)
    {
        if (!captures.TryGetValue(variable, out var index))
        {
            index = captures[variable] = captureSources.Count;
            captureSources.Add(source);
        }

        return index;
    }

    private void Refuse(Position at, string text, VariableKind kind)
    {
        if (variables.TryGetValue(text, out var known) && (known.IsLexical || kind is VariableKind.Let or VariableKind.Const || (known.Kind == VariableKind.Function && !IsFunction)))
        {
            throw new ScriptSyntaxException(at.Line, at.Column, $"“{text}” 重复声明");
        }
    }
}
