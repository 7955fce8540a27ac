using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

/// <summary>One call of a command: the matter, the form, who signs, and what the rules are read from.</summary>
public sealed class CommandCall<TForm>(Matter matter, TForm form, ActContext act, Signer first, IReadOnlyList<Signer> others)
{
    public Matter Matter { get; } = matter;
    public TForm Form { get; } = form;
    public ActContext Act { get; } = act;

    /// <summary>Who filled in the form.</summary>
    public Signer First { get; } = first;

    /// <summary>Who has signed after the first, in order; empty for other steps and while the form is checked for the first time.</summary>
    public IReadOnlyList<Signer> Others { get; } = others;

    /// <summary>The second of the persons who sign; null for other steps and while the form is checked for the first time.</summary>
    public Signer? Second => Others.Count > 0 ? Others[0] : null;

    public WorkflowDbContext Db => Act.Db;
    public DateTimeOffset Now => Act.Now;
    public DateOnly Today => ShanghaiTime.DateOf(Act.Now);
    public RulesInForce Rules { get; } = act.Services.GetRequiredService<DeadlineRules>().Now;
    public IDirectory Directory => Act.Services.GetRequiredService<IDirectory>();
}
