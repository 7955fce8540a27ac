using System.Collections.Frozen;

namespace SpecialEquipment.Workflow.Engine.Activities;

/// <summary>Every activity type the engine can run: the built-in ones and the application's own.</summary>
public sealed class ActivityCatalogue
{
    private static readonly BuiltInActivity[] BuiltIn =
    [
        new Flowchart(), new Sequence(), new Parallel(), new Fork(), new Switch(), new For(), new ForEach(), new ParallelForEach(), new While(), new Break(), new CompleteActivity(),
        new StartActivity(), new End(), new Finish(), new FaultActivity(), new If(), new FlowDecision(), new FlowSwitch(), new FlowFork(), new FlowJoin(),
        new SetVariable(), new SetOutput(), new SetName(), new Correlate(), new WriteLine(), new RunTask(),
        new Delay(), new Event(), new PublishEvent(), new RunJavaScript(), new NotFoundActivity(),
    ];

    private readonly FrozenDictionary<string, (BuiltInActivity Behaviour, IHostActivity? Host)> types;
    private readonly (BuiltInActivity, IHostActivity?) notFound;

    /// <exception cref="ArgumentException">Two activities have the same type name.</exception>
    public ActivityCatalogue(IEnumerable<IHostActivity> hostActivities)
    {
        var all = new Dictionary<string, (BuiltInActivity Behaviour, IHostActivity? Host)>();
        foreach (var activity in BuiltIn)
            all.Add(activity.Descriptor.TypeName, (activity, null));
        foreach (var activity in hostActivities)
            all.Add(activity.Descriptor.TypeName, (new HostActivityCall(activity.Descriptor), activity));
        types = all.ToFrozenDictionary();
        notFound = types[NotFoundActivity.TypeName];
        Descriptors = [.. all.Values.Select(type => type.Behaviour.Descriptor)];
    }

    /// <summary>For the designer: what can stand in a definition.</summary>
    public IReadOnlyList<ActivityDescriptor> Descriptors { get; }

    public IHostActivity? FindHost(string typeName) => types.TryGetValue(typeName, out var type) ? type.Host : null;

    internal (BuiltInActivity Behaviour, IHostActivity? Host) Resolve(string typeName) => types.GetValueOrDefault(typeName, notFound);
}
