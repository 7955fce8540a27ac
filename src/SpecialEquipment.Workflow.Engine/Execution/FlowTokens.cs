namespace SpecialEquipment.Workflow.Engine.Execution;

/// <summary>
/// Where the tokens of one flowchart stand. A connection holds the visits its target has not used yet, oldest first, each followed or
/// not; or it owes visits, when a WaitAny join ran before they arrived. A connection that leaves a loop remembers what the loop has
/// decided about it so far.
/// </summary>
internal sealed class FlowTokens(FlowGraph graph, int connections)
{
    /// <summary>Nothing has been decided in this run of the loop.</summary>
    public const byte Open = 0;

    /// <summary>Not followed so far: dead when the loop ends.</summary>
    public const byte Unfollowed = 1;

    /// <summary>Followed in this run of the loop.</summary>
    public const byte Followed = 2;

    // per connection: 1 = empty; above, a leading one and then a bit per visit, newest lowest; below zero, visits owed
    private const long Empty = 1;

    public FlowGraph Graph { get; } = graph;
    public long[] Visits { get; } = MakeEmpty(connections);
    public byte[] Exits { get; } = new byte[connections];

    private static long[] MakeEmpty(int connections)
    {
        var visits = new long[connections];
        Array.Fill(visits, Empty);
        return visits;
    }

    public bool Has(int connection) => Visits[connection] > Empty;

    /// <summary>Some visit that has not been used was followed.</summary>
    public bool HoldsToken(int connection) => Visits[connection] > Empty && System.Numerics.BitOperations.PopCount((ulong)Visits[connection]) > 1;

    /// <summary>False when the visit pays what the connection owed.</summary>
    public bool Push(int connection, bool followed)
    {
        ref var visits = ref Visits[connection];
        if (visits < 0)
        {
            visits = visits == -1 ? Empty : visits + 1;
            return false;
        }
        if (visits >= 1L << 61)
            throw new ActivityFault("流程图的一条连线上积压的到达次数过多，流程可能陷入死循环");
        visits = (visits << 1) | (followed ? 1L : 0L);
        return true;
    }

    /// <summary>Uses the oldest visit; tells whether it was followed.</summary>
    public bool Pop(int connection)
    {
        ref var visits = ref Visits[connection];
        var oldest = System.Numerics.BitOperations.Log2((ulong)visits) - 1;
        var followed = (visits >> oldest & 1) != 0;
        visits = (visits & ((1L << oldest) - 1)) | (1L << oldest);
        return followed;
    }

    /// <summary>The next visit will not count: the join has run without it.</summary>
    public void Owe(int connection)
    {
        ref var visits = ref Visits[connection];
        visits = visits > 0 ? -1 : visits - 1;
    }
}
