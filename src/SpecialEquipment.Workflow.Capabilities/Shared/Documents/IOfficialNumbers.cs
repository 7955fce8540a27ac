using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Documents;

/// <summary>
/// Official numbers <c>{region}{organ}{kind}〔{year}〕第{serial}号</c> (DOMAIN §4.0): the serial runs per organ, kind and year, without gaps,
/// and is taken inside the act's transaction: an act that rolls back gives its number back.
/// Scoped, as all of Documents' walls: take them from <c>ActContext.Services</c> or <c>HostCall.Services</c>.
/// </summary>
public interface IOfficialNumbers
{
    /// <param name="regionCode">Any region; the number is that of the department responsible for it, nearest node upward.</param>
    /// <param name="kind">The characters of the kind, e.g. 隐 for a hazard's ledger entry.</param>
    Task<string> NextAsync(WorkflowDbContext db, string regionCode, string departmentCode, string kind, int year, CancellationToken cancellation);
}
