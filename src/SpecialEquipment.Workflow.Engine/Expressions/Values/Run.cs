using System.Diagnostics;
using System.Runtime.CompilerServices;
using SpecialEquipment.Workflow.Engine.Expressions.Syntax;

namespace SpecialEquipment.Workflow.Engine.Expressions.Values;

/// <summary>
/// One evaluation and its meter. Everything that can grow with the script's data passes here: a step is one statement, call, loop turn or element handled
/// by a built-in; memory is what was ever allocated. The clock is read only after <see cref="UnitsBeforeClock"/> units of work (steps, KiB allocated,
/// KiB of text scanned, about a millisecond in all) and the allowance begins then: small expressions never pay for a clock, nor fail because the machine is busy.
/// </summary>
internal sealed class Run(IScriptScope scope, ScriptLimits limits)
{
    private const int UnitsBeforeClock = 8192;
    private const int UnitsPerLook = 1024;

    private int stepsLeft = limits.MaxSteps;
    private int unitsUntilLook = UnitsBeforeClock;
    private long memoryLeft = limits.MaxMemoryBytes;
    private long startedAt;
    private List<JsObject>? joining;

    public IScriptScope Scope => scope;

    /// <summary>Where the call stands that is now inside a built-in; errors made there carry it.</summary>
    public Position At { get; set; } = new(1, 1);

    public int Depth { get; set; }

    /// <summary>Wrappers of the engine's objects, and what was read through them.</summary>
    public List<HostObject>? HostObjects { get; set; }

    /// <summary>Arrays that are being turned into text, to stop at cycles.</summary>
    public List<JsObject> Joining => joining ??= [];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step()
    {
        if (--stepsLeft < 0 || --unitsUntilLook <= 0)
        {
            Look();
        }
    }

    /// <summary>Work on many elements at once.</summary>
    public void Steps(int count)
    {
        stepsLeft = stepsLeft < count ? -1 : stepsLeft - count;
        unitsUntilLook -= Math.Min(count, UnitsPerLook);
        if (stepsLeft < 0 || unitsUntilLook <= 0)
        {
            Look();
        }
    }

    /// <summary>Reading through text, which takes time but makes nothing.</summary>
    public void Scan(int characters)
    {
        if (characters >= 256)
        {
            Spend(characters >> 9);
        }
    }

    public void Allocate(long bytes)
    {
        memoryLeft -= bytes;
        if (memoryLeft < 0)
        {
            throw new ScriptLimitException(ScriptLimit.Memory, $"脚本占用内存超过 {limits.MaxMemoryBytes >> 10} KiB，已停止");
        }

        if (bytes >= 256)
        {
            Spend((int)Math.Min(bytes >> 10, UnitsPerLook));
        }
    }

    public void AllocateText(long characters) => Allocate(24 + 2 * characters);

    public void AllocateElements(long count) => Allocate(32 + 8 * count);

    /// <summary>One level deeper: a call, or a built-in that walks nested data. Not left in a finally block: who catches restores <see cref="Depth"/>.</summary>
    public void Enter()
    {
        if (++Depth > limits.MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new ScriptLimitException(ScriptLimit.Depth, $"脚本嵌套调用超过 {limits.MaxDepth} 层，已停止");
        }
    }

    public void Leave() => Depth--;

    public void HandBackChanges()
    {
        // converting may still read further objects
        for (var i = 0; i < HostObjects?.Count; i++)
        {
            HostObjects[i].HandBackChanges();
        }
    }

    /// <summary>Throwing costs far more than a step.</summary>
    public void Spend(int units)
    {
        if ((unitsUntilLook -= units) <= 0)
        {
            Look();
        }
    }

    private void Look()
    {
        if (stepsLeft < 0)
        {
            throw new ScriptLimitException(ScriptLimit.Steps, $"脚本执行超过 {limits.MaxSteps} 步，已停止");
        }

        unitsUntilLook = UnitsPerLook;
        if (startedAt == 0)
        {
            startedAt = Stopwatch.GetTimestamp();
        }
        else if (Stopwatch.GetElapsedTime(startedAt).TotalMilliseconds > limits.MaxMilliseconds)
        {
            throw new ScriptLimitException(ScriptLimit.Time, $"脚本执行超过 {limits.MaxMilliseconds} 毫秒，已停止");
        }
    }
}
