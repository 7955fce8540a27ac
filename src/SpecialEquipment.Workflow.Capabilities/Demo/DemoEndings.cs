using SpecialEquipment.Workflow.Capabilities.Hazards;

namespace SpecialEquipment.Workflow.Capabilities.Demo;

/// <summary>Where a demo case stands today.</summary>
internal enum DemoEnding
{
    SignedOff, SignedOffLate, SignedOffSecondTry, SignedOffSelf, SignedOffSpot, Reported, DismissPending, Dismissed, Registered, Graded, OrderPending, Major, PlanPending, PlanInReview,
    PlanReturned, Rectifying, ExtensionPending, Extended, Overdue, SelfRectifying, ReportedBack, Reinspecting, FailedOnce, Passed, FixedOnTheSpot,
}

/// <summary>The stories: what happens when, in working days, until the case stands where it should.</summary>
internal static class DemoEndings
{
    /// <summary>A county's ledger: four in ten done, the rest spread over every state.</summary>
    private static readonly DemoEnding[] Mix =
    [
        DemoEnding.SignedOff, DemoEnding.Rectifying, DemoEnding.SignedOff, DemoEnding.PlanPending, DemoEnding.SignedOffSpot, DemoEnding.Reported, DemoEnding.SignedOff, DemoEnding.Overdue,
        DemoEnding.ReportedBack, DemoEnding.SignedOffLate, DemoEnding.Registered, DemoEnding.SignedOff, DemoEnding.PlanInReview, DemoEnding.Passed, DemoEnding.SignedOffSelf, DemoEnding.Graded,
        DemoEnding.SignedOff, DemoEnding.Extended, DemoEnding.SelfRectifying, DemoEnding.SignedOffSecondTry, DemoEnding.PlanReturned, DemoEnding.SignedOff, DemoEnding.Rectifying, DemoEnding.Major,
        DemoEnding.Dismissed, DemoEnding.SignedOff, DemoEnding.Reinspecting, DemoEnding.ExtensionPending, DemoEnding.SignedOffSpot, DemoEnding.FailedOnce, DemoEnding.SignedOff,
        DemoEnding.Rectifying, DemoEnding.OrderPending, DemoEnding.Overdue, DemoEnding.SignedOff, DemoEnding.FixedOnTheSpot, DemoEnding.ReportedBack, DemoEnding.DismissPending, DemoEnding.SignedOffLate, DemoEnding.SignedOff,
    ];

    public static DemoEnding Of(int number) => Mix[(number - 1) % Mix.Length];

    /// <summary>Working days the story needs up to today.</summary>
    public static int WorkingDays(DemoEnding ending) => ending switch
    {
        DemoEnding.Reported => 1,
        DemoEnding.DismissPending or DemoEnding.Registered => 2,
        DemoEnding.Dismissed or DemoEnding.Graded or DemoEnding.Major or DemoEnding.OrderPending => 3,
        DemoEnding.FixedOnTheSpot => 2,
        DemoEnding.PlanPending => 4,
        DemoEnding.PlanInReview or DemoEnding.SelfRectifying => 6,
        DemoEnding.PlanReturned => 7,
        DemoEnding.Rectifying => 9,
        DemoEnding.ExtensionPending => 9,
        DemoEnding.Extended => 12,
        DemoEnding.ReportedBack or DemoEnding.Reinspecting => 15,
        DemoEnding.Passed or DemoEnding.FailedOnce => 17,
        DemoEnding.Overdue => 19,
        DemoEnding.SignedOffSecondTry => 32,
        DemoEnding.SignedOffSpot => 4,
        _ => 22,
    };

    /// <summary>Over how many further working days the starts are spread.</summary>
    public static int Spread(DemoEnding ending) => ending switch
    {
        DemoEnding.SignedOff or DemoEnding.SignedOffLate or DemoEnding.SignedOffSelf or DemoEnding.SignedOffSpot or DemoEnding.SignedOffSecondTry or DemoEnding.Dismissed => 60,
        DemoEnding.Overdue => 6,
        DemoEnding.Rectifying => 4,
        _ => 2,
    };

    public static async IAsyncEnumerable<DateTimeOffset> Play(DemoCase c, DemoEnding ending)
    {
        yield return c.Next(0, 9);
        await c.ReportAsync(ending is DemoEnding.SelfRectifying or DemoEnding.SignedOffSelf ? HazardSource.SelfCheck : Source(c));
        if (ending == DemoEnding.Reported)
            yield break;
        if (ending is DemoEnding.Dismissed or DemoEnding.DismissPending)
        {
            yield return c.Next(1, 10);
            await c.DismissAsync(confirmed: ending == DemoEnding.Dismissed);
            yield break;
        }
        yield return c.Next(ending is DemoEnding.FixedOnTheSpot or DemoEnding.SignedOffSpot ? 0 : 1, 10);
        await c.RegisterAsync();
        if (ending == DemoEnding.Registered)
            yield break;
        yield return c.Next(0, 14);
        if (ending == DemoEnding.Major)
        {
            await c.GradeMajorAsync();
            yield break;
        }
        await c.GradeAsync();
        if (ending == DemoEnding.Graded)
            yield break;
        if (ending is DemoEnding.FixedOnTheSpot or DemoEnding.SignedOffSpot)
        {
            yield return c.Next(0, 15);
            await c.FixAsync();
            if (ending == DemoEnding.FixedOnTheSpot)
                yield break;
            yield return c.Next(1, 11);
            await c.SignOffAsync();
            yield break;
        }
        var rest = ending is DemoEnding.SelfRectifying or DemoEnding.SignedOffSelf ? Self(c, ending) : Ordered(c, ending);
        await foreach (var at in rest)
            yield return at;
    }

    private static HazardSource Source(DemoCase c) => c.Dice(10) switch
    {
        0 => HazardSource.TipOff,
        1 or 2 => HazardSource.Special,
        3 => HazardSource.TownPatrol,
        4 => HazardSource.InspectionBody,
        5 => HazardSource.Campaign,
        _ => HazardSource.Routine,
    };

    private static async IAsyncEnumerable<DateTimeOffset> Self(DemoCase c, DemoEnding ending)
    {
        yield return c.Next(1, 9);
        await c.SelfAsync(14);
        if (ending == DemoEnding.SelfRectifying)
            yield break;
        yield return c.Next(6, 15);
        await c.ReportBackAsync();
        await foreach (var at in Close(c))
            yield return at;
    }

    private static async IAsyncEnumerable<DateTimeOffset> Ordered(DemoCase c, DemoEnding ending)
    {
        yield return c.Next(1, 10);
        await c.OrderAsync(ending is DemoEnding.Overdue or DemoEnding.SignedOffLate ? 14 : 20, confirmed: ending != DemoEnding.OrderPending);
        if (ending is DemoEnding.PlanPending or DemoEnding.OrderPending)
            yield break;
        yield return c.Next(2, 9);
        await c.PlanAsync();
        if (ending == DemoEnding.PlanInReview)
            yield break;
        if (ending == DemoEnding.PlanReturned || c.Dice(4) == 0)
        {
            yield return c.Next(1, 11);
            await c.ReturnAsync();
            if (ending == DemoEnding.PlanReturned)
                yield break;
            yield return c.Next(1, 9);
            await c.PlanAsync();
        }
        yield return c.Next(1, 14);
        await c.ApproveAsync();
        if (c.Dice(3) == 0)
        {
            yield return c.Next(2, 16);
            await c.ProgressAsync();
        }
        await foreach (var at in Worked(c, ending))
            yield return at;
    }

    private static async IAsyncEnumerable<DateTimeOffset> Worked(DemoCase c, DemoEnding ending)
    {
        if (ending is DemoEnding.Rectifying or DemoEnding.Overdue)
            yield break;
        if (ending is DemoEnding.ExtensionPending or DemoEnding.Extended)
        {
            yield return c.Next(1, 9);
            await c.RequestExtensionAsync(10);
            if (ending == DemoEnding.Extended)
            {
                yield return c.Next(2, 15);
                await c.GrantAsync(10);
            }
            yield break;
        }
        yield return c.Next(ending == DemoEnding.SignedOffLate ? 9 : 5, 15);
        await c.ReportBackAsync();
        if (ending == DemoEnding.ReportedBack)
            yield break;
        yield return c.Next(2, 10);
        if (ending is DemoEnding.FailedOnce or DemoEnding.SignedOffSecondTry)
        {
            await c.ReinspectAsync(passed: false, calendarDays: 12);
            if (ending == DemoEnding.FailedOnce)
                yield break;
            yield return c.Next(5, 15);
            await c.ReportBackAsync();
            yield return c.Next(2, 10);
        }
        await c.ReinspectAsync(passed: true, confirmed: ending != DemoEnding.Reinspecting);
        if (ending is DemoEnding.Reinspecting or DemoEnding.Passed)
            yield break;
        yield return c.Next(1, 11);
        await c.SignOffAsync();
    }

    private static async IAsyncEnumerable<DateTimeOffset> Close(DemoCase c)
    {
        yield return c.Next(2, 10);
        await c.ReinspectAsync(passed: true);
        yield return c.Next(1, 11);
        await c.SignOffAsync();
    }
}
