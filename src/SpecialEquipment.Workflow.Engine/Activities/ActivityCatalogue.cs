using System.Collections.Frozen;

namespace SpecialEquipment.Workflow.Engine.Activities;

/// <summary>Every activity type the engine can run: the built-in ones and the application's own.</summary>
public sealed class ActivityCatalogue
{
    private readonly FrozenDictionary<string, IHostActivity> host;

    public ActivityCatalogue(IEnumerable<IHostActivity> hostActivities)
    {
        host = hostActivities.ToFrozenDictionary(activity => activity.Descriptor.TypeName);
        Descriptors = [.. host.Values.Select(activity => activity.Descriptor).OrderBy(descriptor => descriptor.TypeName, StringComparer.Ordinal)];
    }

    /// <summary>For the designer: what can be dropped on the canvas.</summary>
    public IReadOnlyList<ActivityDescriptor> Descriptors { get; }

    public IHostActivity? FindHost(string typeName) => host.GetValueOrDefault(typeName);
}
