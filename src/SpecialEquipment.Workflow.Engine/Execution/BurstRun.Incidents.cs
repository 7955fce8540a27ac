using SpecialEquipment.Workflow.Engine.Expressions;

namespace SpecialEquipment.Workflow.Engine.Execution;

/// <content>How a fault becomes an incident, and how it is put right.</content>
internal sealed partial class BurstRun
{
    public void Fault(ActivityExecution execution, Exception error)
    {
        var (message, detail) = FaultText.Describe(execution.Node, error);
        OpenIncident(execution, message, detail, mayPass: false);
    }

    public void OpenIncident(ActivityExecution execution, string message, string? detail, bool mayPass)
    {
        var earlier = execution.Incident;
        var incident = earlier ?? new Incident
        {
            Id = State.MakeId(State.NextNumber()), ActivityInstanceId = execution.InstanceNumber, Node = execution.Node, OccurredAt = Now, Execution = execution,
        };
        (incident.Message, incident.Detail, incident.MayPass) = (message, detail, mayPass);
        if (earlier is not null)
            incident.Attempts++;
        execution.Incident = incident;
        if (!State.OpenIncidents.Contains(incident))
            State.OpenIncidents.Add(incident);
        incidentChanges.Add(new(incident, IsResolved: false));
        journal.Faulted(execution, message);
    }

    /// <summary>Runs again what opened the incident. The incident is resolved when it does not fail again.</summary>
    public void Retry(Incident incident)
    {
        var execution = incident.Execution!;
        var attempts = incident.Attempts;
        if (execution.Requests is { Count: > 0 })
        {
            // the host's answer decides
            journal.Note(execution, JournalKind.Resumed);
            execution.Node.Behaviour.Retry(this, execution);
            return;
        }
        if (execution.FailedCompletion is { } completed)
        {
            execution.FailedCompletion = null;
            journal.Note(execution, JournalKind.Resumed);
            CompleteHost(execution, completed);
        }
        else if (execution.FailedResume is { } input)
        {
            execution.FailedResume = null;
            Resume(execution, input);
        }
        else
        {
            journal.Note(execution, JournalKind.Resumed);
            Run(execution);
        }
        if (execution.Incident == incident && incident.Attempts == attempts)
            Resolve(execution);
    }

    /// <summary>What failed has been put right.</summary>
    public void Resolve(ActivityExecution execution)
    {
        if (execution.Incident is not { } incident)
            return;
        State.OpenIncidents.Remove(incident);
        incidentChanges.Add(new(incident, IsResolved: true));
        execution.Incident = null;
    }

    /// <summary>A person has decided that the flow goes on without the activity.</summary>
    public void Skip(ActivityExecution execution, string? outcome)
    {
        TellGivenUp(execution);
        Complete(execution, outcome is null ? null : [outcome]);
    }

    private static bool IsFault(Exception error) => error is ActivityFault or InputFault or ScriptRuntimeException or ScriptLimitException or ScriptSyntaxException;
}
