using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Evidence;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.Statistics;
using SpecialEquipment.Workflow.Capabilities.TaskInbox;
using SpecialEquipment.Workflow.Storage.Flows;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Journeys;

/// <summary>
/// Whatever people do in whatever order, and whenever: no deadline is lost, every open matter has an owner or a timer, counters equal
/// their recount, no flow faults, every ledger stands. A failing seed is named by the test; <c>RANDOM_LIVES=200</c> runs more by hand.
/// </summary>
public sealed class RandomLivesTests
{
    private const int Moves = 60;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, int.TryParse(Environment.GetEnvironmentVariable("RANDOM_LIVES"), out var n) ? n : 6)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Nothing_is_lost_whatever_happens(int seed)
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var lives = new RandomLives(county, new Random(seed));
        for (var i = 0; i < Moves; i++)
        {
            await lives.MoveAsync();
            if (i % 20 == 19)
                await AllHoldsAsync(county, lives.Trail);
        }
        Assert.True(lives.Done > Moves / 4, $"only {lives.Done} of {Moves} moves were allowed: {lives.Trail}");
    }

    private static async Task AllHoldsAsync(County county, string trail)
    {
        await county.NothingFaultedAsync();
        await county.ReadAsync(async (services, db) =>
        {
            Assert.Empty(await new CheckTasks().DoAsync(db, CancellationToken.None));
            var tasks = await db.Set<WorkTask>().AsNoTracking().Where(t => t.State == WorkTaskState.Open).ToListAsync();
            var timers = (await (from b in db.Set<FlowBookmark>().AsNoTracking()
                                 join i in db.Set<FlowInstance>().AsNoTracking() on b.InstanceId equals i.Id
                                 where b.DueAt != null
                                 select i.CorrelationId).ToListAsync()).ToHashSet();
            var deadlines = await db.Set<Deadline>().AsNoTracking().ToListAsync();
            foreach (var matter in await db.Set<Matter>().AsNoTracking().ToListAsync())
            {
                var (own, hasTimer) = (tasks.Where(t => t.MatterId == matter.Id).ToList(), timers.Contains(matter.Id.ToString("D")));
                var open = deadlines.Where(d => d.MatterId == matter.Id && d.IsOpen).ToList();
                if (!matter.State.IsClosed())
                    Assert.True(own.Count > 0 || hasTimer, $"{matter.State} {matter.Id} has neither owner nor timer: {trail}");
                foreach (var deadline in open)
                    Assert.True(hasTimer || own.Any(t => t.DeadlineId == deadline.Id), $"{deadline.RuleId} of {matter.State} {matter.Id} is watched by nobody: {trail}");
                Assert.True((await VerifyLedger.RunAsync(db, matter.Id, CancellationToken.None)).IsIntact, trail);
            }
            foreach (var region in await db.Set<Matter>().Select(m => m.RegionCode).Distinct().ToListAsync())
                Assert.True((await RecountTally.DifferencesAsync(db, region, CancellationToken.None)).Count == 0, trail);
            return true;
        });
    }
}

/// <summary>People who do, one after the other, something the state suggests, something it forbids, or nothing for a while.</summary>
internal sealed class RandomLives(County county, Random random)
{
    private static readonly string[] People = ["inspector1", "inspector2", "officer1", "approver1", "enterprise1"];
    private readonly List<Guid> matters = [];
    private readonly List<string> trail = [];

    public int Done { get; private set; }
    public string Trail => string.Join(" → ", trail);

    public async Task MoveAsync()
    {
        if (random.Next(6) == 0)
        {
            var to = county.Now.AddHours(random.Next(1, 72));
            trail.Add($"wait until {ShanghaiTime.Text(to)}");
            await county.UntilAsync(ShanghaiTime.Text(to));
            return;
        }
        var open = await OpenAsync();
        if (open.Count < 2 || (open.Count < 4 && random.Next(8) == 0))
        {
            matters.Add(await county.ReportAsync());
            trail.Add("report");
            return;
        }
        // now and then somebody tries what is over
        var id = random.Next(12) == 0 ? matters[random.Next(matters.Count)] : open[random.Next(open.Count)];
        var (who, command, form) = await PickAsync(await county.MatterAsync(id));
        var result = await county.TryAsync(who, id, command, form, random.Next(20) == 0 ? 1 : null);
        trail.Add($"{who} {command} on {matters.IndexOf(id)}: {result.Rejection?.Code ?? result.Value.State}");
        Done += result.IsRejected ? 0 : 1;
    }

    private async Task<IReadOnlyList<Guid>> OpenAsync()
    {
        var states = await county.ReadAsync((_, db) => db.Set<Matter>().AsNoTracking().ToDictionaryAsync(m => m.Id, m => m.State));
        return [.. matters.Where(id => !states[id].IsClosed())];
    }

    private async Task<(string Who, string Command, object Form)> PickAsync(Matter matter)
    {
        var waiting = await county.ReadAsync((_, db) => db.Set<Confirmation>().AsNoTracking()
            .Where(c => c.MatterId == matter.Id && c.State == ConfirmationState.Pending).OrderByDescending(c => c.Key).FirstOrDefaultAsync());
        if (waiting is not null && random.Next(5) > 0)
        {
            var second = waiting.ConfirmerPostKind == "INSPECTOR" ? "inspector2" : "approver1";
            return random.Next(6) switch
            {
                0 => (second, "refuse-step", new { reason = "请补充材料" }),
                1 => (People[random.Next(People.Length)], "withdraw-step", new { }),
                _ => (second, "confirm-step", new { }),
            };
        }
        if (random.Next(8) == 0)
            return await AnyTimeAsync();
        var day = (int days) => ShanghaiTime.Text(ShanghaiTime.DateOf(county.Now).AddDays(days));
        var choices = matter.State switch
        {
            HazardState.Reported when random.Next(5) > 0 => [("officer1", "register", new { clause = "TSG T7001-2023 第2.3条" })],
            HazardState.Reported => [("officer1", "dismiss", new { reason = "不属于特种设备" }), ("officer1", "route-out", new { departmentCode = "HOUSING_CONSTRUCTION", kind = "TRANSFER", reason = "建筑工地起重机械由住建部门监管" })],
            HazardState.Registered => [("officer1", "grade", new { grade = "GENERAL", basis = Array.Empty<string>(), basisText = "可及时消除" }),
                ("officer1", "grade", new { grade = "MAJOR", basis = new[] { "O57_25_3" }, basisText = "安全保护装置失效" })],
            HazardState.Graded when random.Next(2) == 0 => [("inspector1", "issue-instruction", await county.InstructionAsync(day(random.Next(8, 40)), stopUse: random.Next(2) == 0))],
            HazardState.Graded => [("inspector1", "issue-instruction", await county.InstructionAsync(day(random.Next(3, 30)), stopUse: random.Next(2) == 0)),
                ("inspector1", "issue-instruction", await county.UnservedInstructionAsync(day(random.Next(10, 30)))), ("inspector1", "fix-on-spot", await FixAsync()),
                ("officer1", "start-self-rectification", new { deadline = day(random.Next(2, 12)), note = "单位自查发现，正在整改" })],
            HazardState.Ordered => [("inspector1", "serve-instruction", new { service = new { mode = "DIRECT", receiver = "单位签收人", servedAt = county.Now } })],
            HazardState.PlanPending or HazardState.PlanReturned => [("enterprise1", "submit-plan", Plan(matter)), ("enterprise1", "submit-plan", Plan(matter)), ("inspector1", "fix-on-spot", await FixAsync())],
            HazardState.PlanInReview => [("officer1", "approve-plan", new { opinion = "同意" }), ("approver1", "approve-plan", new { opinion = "同意" }), ("officer1", "return-plan", new { opinion = "资金来源未说明" })],
            HazardState.Rectifying or HazardState.SelfRectifying => [("enterprise1", "submit-report", await county.ReportFormOfUnitAsync()), ("enterprise1", "report-progress", new { text = "配件已到货" }),
                ("enterprise1", "request-extension", new { newDate = day(random.Next(20, 50)), reason = "配件由厂家定制", interimControl = "停用上锁" }),
                ("approver1", "grant-extension", new { newDate = day(random.Next(20, 50)), reason = "订货凭证属实" }), ("approver1", "refuse-extension", new { reason = "理由不充分" }),
                ("inspector1", "issue-instruction", await county.InstructionAsync(day(10)))],
            HazardState.ReportSubmitted => [("inspector1", "reinspect", await county.ReinspectionAsync(passed: true)), ("inspector1", "reinspect", await county.ReinspectionAsync(passed: false, day(random.Next(3, 20))))],
            HazardState.Passed or HazardState.FixedOnTheSpot => [("approver1", "sign-off", new { opinion = "同意销号" })],
            _ => new (string, string, object)[] { (People[random.Next(People.Length)], "register", new { clause = "TSG" }) },
        };
        return choices[random.Next(choices.Length)];
    }

    private async Task<(string Who, string Command, object Form)> AnyTimeAsync() => random.Next(4) switch
    {
        0 => ("inspector1", "emergency-measure", new { text = "立即停梯并围挡", takenBy = "监察员", takenAt = county.Now }),
        1 => (People[random.Next(People.Length)], "sign-off", new { opinion = "同意" }),
        2 => ("officer1", "decommission", new { ground = "FUNCTION_DESTROYED", happenedOn = ShanghaiTime.Text(ShanghaiTime.DateOf(county.Now)), reason = "已消除使用功能", evidence = new[] { await county.FileAsync("officer1") } }),
        _ => ("enterprise1", "submit-report", await county.ReportFormOfUnitAsync()),
    };

    private async Task<object> FixAsync() => new
    {
        text = "当场更换门锁触点", fixedAt = county.Now, secondInspectorId = (await county.ActorAsync("inspector2")).PersonId,
        before = new[] { await county.FileAsync("inspector1") }, after = new[] { await county.FileAsync("inspector1") },
    };

    private object Plan(Matter matter)
    {
        var deadline = ShanghaiTime.Text(matter.RectifyBy ?? ShanghaiTime.DateOf(county.Now).AddDays(10));
        return new
        {
            goal = "联动试验合格", measures = new[] { new { text = "更换安全钳", date = deadline, owner = "王工" } }, deadline,
            responsibility = new { unit = "本单位", leader = "张主任", doer = "王工", supervisor = "承办人" },
            funding = random.Next(5) == 0 ? (object)new { amount = 0 } : new { amount = 12000, source = "维修资金", arrivalDate = deadline },
            contingencyPlan = "困人时三十分钟内到场解救", interimControl = "停梯并张贴告示", interimControlMode = "STOP_USE",
        };
    }
}
