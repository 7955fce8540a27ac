using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Engine.Activities;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

/// <summary>What activities about a matter need from their call.</summary>
public static class MatterCalls
{
    public static ActContext Act(this HostCall call) => call.Services.GetRequiredService<ActContext>();

    public static Guid MatterId(this HostCall call) =>
        Guid.TryParse(call.CorrelationId, out var id) ? id : throw new InvalidOperationException($"节点“{call.ActivityName}”没有对应的案件");

    public static async Task<Matter> MatterAsync(this HostCall call, CancellationToken cancellation)
    {
        var id = call.MatterId();
        return await call.Act().Db.Set<Matter>().SingleOrDefaultAsync(m => m.Id == id, cancellation)
            ?? throw new InvalidOperationException($"案件 {id} 不存在");
    }

    public static string? Text(this HostCall call, string input) => call.Inputs.GetValueOrDefault(input) as string is { Length: > 0 } text ? text : null;
}
