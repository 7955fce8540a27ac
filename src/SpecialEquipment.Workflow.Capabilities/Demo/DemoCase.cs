using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Hazards;
using SpecialEquipment.Workflow.Capabilities.Organizations;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Attachments;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Demo;

/// <summary>One invented hazard: its people do to it, at its own instants, exactly what real people would do.</summary>
internal sealed class DemoCase(DemoCast cast, DemoStory story, Equipment device, EnterpriseView unit, Actor unitUser, DateOnly start, WorkCalendar calendar)
{
    private readonly int number = story.Number;
    private readonly DemoTexts.Defect defect = DemoTexts.Of(device.Kind, story.Number);
    private DateOnly day = start;
    private DateTimeOffset last = ShanghaiTime.StartOf(start);

    private int acts;

    /// <summary>What comes next was done before the last restart.</summary>
    public bool IsCatchingUp => acts < story.Acts;
    private Guid Id => story.MatterId!.Value;
    public DateOnly Deadline { get; private set; }
    public int Dice(int sides) => (number * 7919 + 31) % sides;

    /// <summary>The next moment of this case: so many working days later, in office hours, after what was before.</summary>
    public DateTimeOffset Next(int workingDays, int hour, int minute = 0)
    {
        day = workingDays > 0 ? calendar.AddWorkingDays(day, workingDays) : day;
        var at = ShanghaiTime.StartOf(day).AddHours(hour).AddMinutes(minute + number % 17);
        return last = at > last ? at : last.AddMinutes(3);
    }

    /// <summary>A working day so many days from this case's present day.</summary>
    public DateOnly DayAfter(int calendarDays) => calendar.FirstWorkingDayOnOrAfter(day.AddDays(calendarDays));

    public Task ReportAsync(HazardSource source) => RunAsync(source == HazardSource.SelfCheck ? unitUser : cast.Inspector(number), async (act, stop) =>
    {
        var form = new ReportForm
        {
            Source = source, SourceSystem = "DEMO", SourceId = $"{number:0000}", FoundAt = last.AddMinutes(-40 - number % 50), FinderName = source == HazardSource.TipOff ? null : act.Actor.PersonName,
            EnterpriseId = unit.Id, EquipmentId = device.Id, Place = device.Place, RegionCode = device.RegionCode, Text = defect.Text,
            ImmediateDanger = number % 9 == 0, Evidence = source == HazardSource.TipOff ? null : [cast.Picture(act, last, repaired: false)],
        };
        await act.Db.SaveChangesAsync(stop); // the binder reads the upload
        return await cast.Report.DoAsync(form, act, stop);
    });

    public Task RegisterAsync() => DoAsync(cast.Officer, "register", new { clause = defect.Clause });

    public Task GradeAsync() => DoAsync(cast.Officer, "grade", new { grade = "GENERAL", basis = Array.Empty<string>(), basisText = "危害较小，可及时消除" });

    public async Task GradeMajorAsync()
    {
        await DoAsync(cast.Officer, "grade", new { grade = "MAJOR", basis = new[] { "O57_25_3" }, basisText = "安全保护装置失效仍在使用" });
        last = last.AddMinutes(25);
        await ConfirmAsync(cast.Approver);
    }

    public async Task DismissAsync(bool confirmed)
    {
        await DoAsync(cast.Officer, "dismiss", new { reason = "经现场核实，该设备已停用并拆除，不构成事故隐患" });
        if (!confirmed)
            return;
        last = last.AddMinutes(40);
        await ConfirmAsync(cast.Approver);
    }

    public async Task OrderAsync(int calendarDays, bool confirmed = true)
    {
        Deadline = DayAfter(calendarDays);
        var (first, second) = cast.Pair(number);
        await DoAsync(first, "issue-instruction", new
        {
            items = new[] { new { problem = defect.Text, clause = defect.Clause, measure = defect.Measure } },
            legalBasis = "《中华人民共和国特种设备安全法》第六十二条、《特种设备安全监督检查办法》第二十六条", deadline = ShanghaiTime.Text(Deadline), stopUse = number % 6 == 0,
            secondInspectorId = second.PersonId,
            service = new { mode = "DIRECT", receiver = unitUser.PersonName, servedAt = last, refused = number % 23 == 0, note = number % 23 == 0 ? "当事人拒绝签收" : null, recorded = number % 23 == 0 },
        });
        if (!confirmed)
            return;
        last = last.AddMinutes(12);
        await ConfirmAsync(second);
    }

    public async Task FixAsync()
    {
        var (first, second) = cast.Pair(number);
        await DoAsync(first, "fix-on-spot", act => new
        {
            text = $"检查人员在场，{defect.Measure}，试验正常", secondInspectorId = second.PersonId,
            before = new[] { cast.Picture(act, last, repaired: false) }, after = new[] { cast.Picture(act, last, repaired: true) },
        });
        last = last.AddMinutes(10);
        await ConfirmAsync(second);
    }

    public Task SelfAsync(int calendarDays)
    {
        Deadline = DayAfter(calendarDays);
        return DoAsync(cast.Officer, "start-self-rectification", new { deadline = ShanghaiTime.Text(Deadline), note = "单位已在整改" });
    }

    public Task PlanAsync()
    {
        var end = ShanghaiTime.Text(Deadline);
        return DoAsync(unitUser, "submit-plan", new
        {
            goal = defect.Goal, measures = new[] { new { text = defect.Measure, date = end, owner = "设备主管" }, new { text = "整改后自检并留存记录", date = end, owner = unitUser.PersonName } },
            deadline = end, responsibility = new { unit = unit.Name, leader = "主要负责人", doer = unitUser.PersonName, supervisor = cast.Officer.PersonName },
            funding = number % 5 == 0 ? (object)new { amount = 0, zeroReason = "由维保合同包含，不另行支出" } : new { amount = 1500 + number % 12 * 800, source = "设备维修专项资金", arrivalDate = end },
        });
    }

    public Task ReturnAsync() => DoAsync(cast.Officer, "return-plan", new { opinion = "整改措施责任人不具体，请明确到岗位和人员" });

    public Task ApproveAsync() => DoAsync(cast.Officer, "approve-plan", new { opinion = "措施可行，同意实施" });

    public Task ProgressAsync() => DoAsync(unitUser, "report-progress", new { text = "配件已到货，正在安装调试" });

    public Task RequestExtensionAsync(int calendarDays) => DoAsync(unitUser, "request-extension", new
    {
        newDate = ShanghaiTime.Text(calendar.FirstWorkingDayOnOrAfter(Deadline.AddDays(calendarDays))), reason = "进口配件到货延误，供应商已出具证明", interimControl = "设备停用并设置围挡",
    });

    public Task GrantAsync(int calendarDays)
    {
        Deadline = calendar.FirstWorkingDayOnOrAfter(Deadline.AddDays(calendarDays));
        return DoAsync(cast.Approver, "grant-extension", new { newDate = ShanghaiTime.Text(Deadline), reason = "理由成立，管控措施到位" });
    }

    public Task ReportBackAsync() => DoAsync(unitUser, "submit-report", act => new
    {
        text = $"已完成：{defect.Measure}。自检结果：{defect.Goal}。",
        items = new[] { new { measure = defect.Measure, doneDate = ShanghaiTime.Text(ShanghaiTime.DateOf(last)), note = "已验收" } }, fundsSpent = 1200 + number % 12 * 760,
        before = new[] { cast.Picture(act, last, repaired: false) }, after = new[] { cast.Picture(act, last, repaired: true) },
    });

    public async Task ReinspectAsync(bool passed, int calendarDays = 0, bool confirmed = true)
    {
        var (first, second) = cast.Pair(number);
        if (!passed)
            Deadline = DayAfter(calendarDays);
        await DoAsync(first, "reinspect", new
        {
            method = number % 4 == 0 ? "DOCUMENTS" : "SITE", secondInspectorId = second.PersonId,
            items = new[] { new { item = defect.Measure, passed, note = passed ? "符合要求" : "更换后未做试验记录，仍有异响" } },
            result = passed ? "PASSED" : "FAILED", newDeadline = passed ? null : ShanghaiTime.Text(Deadline), evidence = Array.Empty<object>(),
        });
        if (!confirmed)
            return;
        last = last.AddMinutes(15);
        await ConfirmAsync(second);
        if (passed)
            return;
        last = last.AddMinutes(20);
        await DoAsync(first, "serve-instruction", new { service = new { mode = "DIRECT", receiver = unitUser.PersonName, servedAt = last, refused = false } });
    }

    public Task SignOffAsync() => DoAsync(cast.Approver, "sign-off", new { opinion = "整改到位、材料齐全，同意销号" });

    private Task ConfirmAsync(Actor second) => DoAsync(second, "confirm-step", new { });

    private Task DoAsync(Actor who, string command, object form) => DoAsync(who, command, _ => form);

    private Task DoAsync(Actor who, string command, Func<ActContext, object> form) => RunAsync(who, async (act, stop) =>
    {
        var version = await act.Db.Set<Matter>().Where(m => m.Id == Id).Select(m => m.Version).SingleAsync(stop);
        var filled = JsonSerializer.SerializeToElement(form(act), MatterForm.Json);
        await act.Db.SaveChangesAsync(stop); // the binder reads the uploads
        return await cast.Commands.Find(command)!.ExecuteAsync(Id, version, filled, act, stop);
    });

    /// <summary>One act of the story, unless it was done before a restart. The story moves on in the same commit, and only from where it stood.</summary>
    private async Task RunAsync(Actor who, Func<ActContext, CancellationToken, Task<Result<CommandReceipt>>> body)
    {
        var done = ++acts;
        if (done <= story.Acts)
            return;
        var receipt = await cast.RunAsync(who, last, async (act, stop) =>
        {
            var result = await body(act, stop);
            if (result.IsRejected)
                return result;
            var matter = result.Value.MatterId;
            var moved = await act.Db.Set<DemoStory>().Where(s => s.Number == number && s.Acts == done - 1)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.Acts, done).SetProperty(x => x.MatterId, matter), stop);
            return moved == 1 ? result : Rejection.Conflict("demo.acted-elsewhere", "该演示案件已由另一服务进程生成。");
        });
        (story.Acts, story.MatterId) = (done, receipt.MatterId);
    }
}
