using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Attachments;
using SpecialEquipment.Workflow.Capabilities.CaseFile;
using SpecialEquipment.Workflow.Capabilities.Hazards;
using SpecialEquipment.Workflow.Capabilities.Organizations;
using SpecialEquipment.Workflow.Capabilities.Organizations.Demo;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Attachments;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Evidence;
using SpecialEquipment.Workflow.Capabilities.Shared.Holds;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.TaskInbox;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Flows;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Journeys;

/// <summary>
/// The demo county with every capability, the real flows, the real ring and a database of its own, and business time in the test's hand: what is due
/// until an instant happens in order, each at its own instant.
/// </summary>
public sealed class County : IAsyncDisposable
{
    private readonly Bench bench;
    private readonly Dictionary<string, Actor> actors = [];
    private int files;

    private County(Bench bench) => this.bench = bench;

    public DateTimeOffset Now => bench.Time.GetUtcNow();
    public IServiceProvider Services => bench.Services;

    /// <summary>The first device of enterprise1's unit.</summary>
    public Equipment Device { get; private set; } = null!;
    public Guid UnitId => Device.EnterpriseId;

    public static async Task<County> AtAsync(string start)
    {
        var bench = await Bench.EmptyAsync(services =>
        {
            services.AddLogging();
            services.AddSignalR();
            var configuration = new ConfigurationBuilder()
                .AddInMemoryCollection(new Dictionary<string, string?> { ["Attachments:Folder"] = Directory.CreateTempSubdirectory("journey-").FullName,
                    ["Intake:Systems:0:Account"] = "system1", ["Intake:Systems:0:SourceSystem"] = "SX-JY", ["Intake:Systems:0:RegionCode"] = "140581",
                    ["Intake:Systems:0:Sources:0"] = "INSPECTION_BODY", ["Intake:Systems:0:Sources:1"] = "MANUFACTURER",
                }).Build();
            foreach (var capability in AllCapabilities.List.Where(c => !Bench.Foundation.Contains(c.GetType())))
                capability.AddServices(services, configuration);
        });
        var county = new County(bench);
        bench.Time.Advance(Instant(start) - bench.Time.GetUtcNow());
        await bench.Services.GetRequiredService<DemoCounty>().LoadAsync(CancellationToken.None);
        foreach (var step in bench.Services.GetServices<IStartupStep>().OrderBy(s => s.Order))
            await step.RunAsync(CancellationToken.None);
        var unit = (await county.ActorAsync("enterprise1")).EnterpriseId;
        county.Device = await county.ReadAsync((_, db) => db.Set<Equipment>().AsNoTracking().Where(e => e.EnterpriseId == unit).OrderBy(e => e.Code).FirstAsync());
        return county;
    }

    /// <summary>"2026-02-09 09:30", Asia/Shanghai.</summary>
    public static DateTimeOffset Instant(string text) =>
        new DateTimeOffset(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8)).ToUniversalTime();

    public static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Lets business time run; every timer that falls due happens on the way.</summary>
    public async Task UntilAsync(string instant)
    {
        var to = Instant(instant);
        var timers = Services.GetRequiredService<DueTimers>();
        while (await timers.NextAsync(CancellationToken.None) is { } due && due <= to)
        {
            if (due > Now)
                bench.Time.Advance(due - Now);
            await timers.FireAsync(due, CancellationToken.None);
        }
        bench.Time.Advance(to - Now);
        actors.Clear(); // who holds or deputises for what may be different by now
    }

    /// <summary>An act that is no command on a matter, such as one of the organisation.</summary>
    internal async Task<Result<T>> ActAsync<T>(string who, Func<ActContext, CancellationToken, Task<Result<T>>> body)
    {
        var done = await bench.ActAsync(await ActorAsync(who), body);
        actors.Clear();
        return done;
    }

    public async Task<Actor> ActorAsync(string name) => actors.TryGetValue(name, out var known) ? known : actors[name] = await bench.ActorAsync(name);

    /// <summary>Logins are resolved anew: somebody's posts have changed.</summary>
    public void ForgetActors() => actors.Clear();

    public Task<T> ReadAsync<T>(Func<IServiceProvider, WorkflowDbContext, Task<T>> read) => bench.ReadAsync(read);

    public Task<Matter> MatterAsync(Guid id) => ReadAsync((_, db) => db.Set<Matter>().AsNoTracking().SingleAsync(m => m.Id == id));

    public async Task<HazardState> StateAsync(Guid id) => (await MatterAsync(id)).State;

    public Task<List<Deadline>> DeadlinesAsync(Guid id) => ReadAsync((_, db) => db.Set<Deadline>().AsNoTracking().Where(d => d.MatterId == id).OrderBy(d => d.Key).ToListAsync());

    public async Task<Deadline> DeadlineAsync(Guid id, string rule) => (await DeadlinesAsync(id)).Last(d => d.RuleId == rule);

    public Task<List<LedgerEntry>> LedgerAsync(Guid id) => ReadAsync((_, db) => db.Set<LedgerEntry>().AsNoTracking().Where(e => e.MatterId == id).OrderBy(e => e.Sequence).ToListAsync());

    internal Task<List<WorkTask>> TasksAsync(Guid id) => ReadAsync((_, db) => db.Set<WorkTask>().AsNoTracking().Where(t => t.MatterId == id).OrderBy(t => t.Key).ToListAsync());

    internal async Task<List<WorkTask>> OpenTasksAsync(Guid id) => [.. (await TasksAsync(id)).Where(t => t.IsOpen)];

    public Task<List<FlowInstance>> FlowsAsync(Guid id) => ReadAsync((_, db) => db.Set<FlowInstance>().AsNoTracking().Where(i => i.CorrelationId == id.ToString("D")).ToListAsync());

    /// <summary>Without the look-back after a sign-off: whether a general hazard is drawn depends on its id, which no test chooses.</summary>
    public async Task<IReadOnlyList<FlowInstance>> StoryFlowsAsync(Guid id) => [.. (await FlowsAsync(id)).Where(f => f.DefinitionId != "look-back")];

    public Task<IReadOnlyList<Shared.Documents.DocumentView>> DocumentsAsync(Guid id) =>
        ReadAsync((services, db) => services.GetRequiredService<Shared.Documents.IDocumentRegister>().OfMatterAsync(db, id, CancellationToken.None));

    /// <summary>What the newest document of that kind prints.</summary>
    public Task<JsonElement> DocumentFieldsAsync(Guid id, string kind) => ReadAsync(async (_, db) => JsonSerializer.Deserialize<JsonElement>(
        await db.Set<Capabilities.Documents.OfficialDocument>().AsNoTracking().Where(d => d.MatterId == id && d.Template == kind).OrderByDescending(d => d.Key).Select(d => d.Fields).FirstAsync()));

    /// <summary>No flow faulted on the way: every incident and kept signal fails the journey that met it.</summary>
    public Task NothingFaultedAsync() => ReadAsync(async (_, db) =>
    {
        Assert.Empty(await db.Set<FlowIncident>().AsNoTracking().Select(i => $"{i.ActivityName}: {i.Message}").ToListAsync());
        Assert.Empty(await db.Set<FlowSignal>().AsNoTracking().Select(s => $"{s.Name}: {s.LastError}").ToListAsync());
        return true;
    });

    /// <summary>An upload: every file differs, so that none belongs to another matter.</summary>
    public async Task<AttachmentRef> FileAsync(string who)
    {
        var png = new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0, (byte)++files, (byte)(files >> 8) };
        using var file = await Services.GetRequiredService<IAttachmentStore>().ReceiveAsync(new MemoryStream(png), UploadAttachment.SizeLimit, CancellationToken.None);
        var kept = await Services.GetRequiredService<UploadAttachment>().KeepAsync(file, $"照片{files}.png", null, await ActorAsync(who), CancellationToken.None);
        return new AttachmentRef(kept.Value.Id, kept.Value.Sha256);
    }

    public async Task<Result<CommandReceipt>> TryReportAsync(string who, ReportForm form)
    {
        var actor = await ActorAsync(who);
        return await bench.ActAsync(actor, (act, stop) => Services.GetRequiredService<ReportHazard>().DoAsync(form, act, stop));
    }

    public async Task<Result<IntakeReceipt>> TryIntakeAsync(IntakeForm form, string who = "system1")
    {
        var actor = await ActorAsync(who);
        return await bench.ActAsync(actor, (act, stop) => Services.GetRequiredService<IntakeHazard>().DoAsync(form, act, stop));
    }

    public async Task<ReportForm> ReportFormAsync(string who = "inspector1", HazardSource source = HazardSource.Routine) => new()
    {
        Source = source, FoundAt = Now.AddMinutes(-30), FinderName = "发现人", EnterpriseId = UnitId, EquipmentId = Device.Id, Place = Device.Place, RegionCode = Device.RegionCode,
        Text = "限速器动作后安全钳未联动，轿门门锁触点接触不良", ImmediateDanger = false, Evidence = [await FileAsync(who)],
    };

    public async Task<Guid> ReportAsync(HazardSource source = HazardSource.Routine, string? who = null)
    {
        who ??= source == HazardSource.SelfCheck ? "enterprise1" : "inspector1";
        return (await TryReportAsync(who, await ReportFormAsync(who, source))).Value.MatterId;
    }

    /// <summary>A command with the version as it stands, or with the one given.</summary>
    public async Task<Result<CommandReceipt>> TryAsync(string who, Guid id, string command, object? form = null, long? version = null)
    {
        var verb = Services.GetRequiredService<MatterCommands>().Find(command)!;
        var seen = version ?? (await MatterAsync(id)).Version;
        var json = JsonSerializer.SerializeToElement(form ?? new { }, MatterForm.Json);
        return await bench.ActAsync(await ActorAsync(who), (act, stop) => verb.ExecuteAsync(id, seen, json, act, stop));
    }

    public async Task<CommandReceipt> DoAsync(string who, Guid id, string command, object? form = null)
    {
        var result = await TryAsync(who, id, command, form);
        Assert.True(!result.IsRejected, $"{command}: {result.Rejection?.Detail} {string.Join("；", result.Rejection?.Errors.Select(e => $"{e.Field} {e.Expected} {e.Actual}") ?? [])}");
        return result.Value;
    }

    /// <summary>A two-person step: the first proposes, the second confirms under his own login.</summary>
    public async Task<CommandReceipt> BothAsync(string first, string second, Guid id, string command, object form)
    {
        var proposed = await DoAsync(first, id, command, form);
        Assert.NotNull(proposed.ConfirmationId);
        return await DoAsync(second, id, "confirm-step", new { proposed.ConfirmationId });
    }

    /// <summary>Chooses an outcome on the open task of that title.</summary>
    public async Task CompleteTaskAsync(string who, Guid id, string title, string outcome, object? form = null)
    {
        var task = (await OpenTasksAsync(id)).Single(t => t.Title == title);
        var version = TaskVersions.Seen(task, (await MatterAsync(id)).Version);
        var actor = await ActorAsync(who);
        await using var scope = Services.CreateAsyncScope();
        var done = await scope.ServiceProvider.GetRequiredService<CompleteTask>()
            .DoAsync(task.Id, new CompleteTask.Request(outcome, JsonSerializer.SerializeToElement(form ?? new { }, MatterForm.Json), version), actor, CancellationToken.None);
        Assert.False(done.IsRejected, done.Rejection?.Detail);
    }

    /// <summary>A registered hazard of another unit of the county.</summary>
    public async Task<Guid> OtherUnitsHazardAsync()
    {
        var other = await ReadAsync((_, db) => db.Set<Equipment>().AsNoTracking().Where(e => e.EnterpriseId != UnitId).OrderBy(e => e.Code).FirstAsync());
        var form = (await ReportFormAsync()) with { EnterpriseId = other.EnterpriseId, EquipmentId = other.Id, RegionCode = other.RegionCode, Place = other.Place };
        var id = (await TryReportAsync("inspector1", form)).Value.MatterId;
        await DoAsync("officer1", id, "register", new { clause = "TSG T7001-2023 第2.3条" });
        return id;
    }

    public async Task<Guid> RegisteredAsync(HazardSource source = HazardSource.Routine)
    {
        var id = await ReportAsync(source);
        await DoAsync("officer1", id, "register", new { clause = "TSG T7001-2023 第2.3条" });
        return id;
    }

    public async Task<Guid> GradedAsync(HazardSource source = HazardSource.Routine)
    {
        var id = await RegisteredAsync(source);
        await DoAsync("officer1", id, "grade", new { grade = "GENERAL", basis = Array.Empty<string>(), basisText = "可及时消除" });
        return id;
    }

    /// <summary>Graded MAJOR by officer and approver.</summary>
    public async Task<Guid> GradedMajorAsync()
    {
        var id = await RegisteredAsync();
        await BothAsync("officer1", "approver1", id, "grade", new { grade = "MAJOR", basis = new[] { "O57_25_3" }, basisText = "安全保护装置失效" });
        return id;
    }

    /// <summary>Several others sign one after the other; only the last signature takes effect.</summary>
    public async Task<CommandReceipt> ChainAsync(Guid id, string command, object form, string first, params string[] others)
    {
        var receipt = await DoAsync(first, id, command, form);
        foreach (var other in others)
            receipt = await DoAsync(other, id, "confirm-step", new { receipt.ConfirmationId });
        return receipt;
    }

    public async Task<object> InstructionAsync(string deadline, bool stopUse = false, DateTimeOffset? servedAt = null) => new
    {
        items = new[] { new { problem = "安全钳未联动", clause = "TSG T7001-2023 第2.3条", measure = "修复并重新试验" } },
        legalBasis = "《特种设备安全法》第六十二条", deadline, stopUse, secondInspectorId = (await ActorAsync("inspector2")).PersonId,
        service = new { mode = "DIRECT", receiver = "单位签收人", servedAt = servedAt ?? Now, refused = false },
    };

    /// <summary>The same, to be served later.</summary>
    public async Task<object> UnservedInstructionAsync(string deadline, bool stopUse = false) => new
    {
        items = new[] { new { problem = "安全钳未联动", clause = "TSG T7001-2023 第2.3条", measure = "修复并重新试验" } },
        legalBasis = "《特种设备安全法》第六十二条", deadline, stopUse, secondInspectorId = (await ActorAsync("inspector2")).PersonId, serveLater = true,
    };

    public Task<CommandReceipt> ServeAsync(Guid id, object? service = null) =>
        DoAsync("inspector1", id, "serve-instruction", new { service = service ?? new { mode = "DIRECT", receiver = "单位签收人", servedAt = Now } });

    /// <summary>Ordered, and by that awaiting the plan.</summary>
    public async Task<Guid> OrderedAsync(string deadline)
    {
        var id = await GradedAsync();
        await BothAsync("inspector1", "inspector2", id, "issue-instruction", await InstructionAsync(deadline));
        return id;
    }

    public static object Plan(string deadline) => new
    {
        goal = "限速器—安全钳联动试验合格，门锁触点更换完毕",
        measures = new[] { new { text = "更换安全钳并调整", date = deadline, owner = "王工" }, new { text = "更换门锁触点", date = deadline, owner = "李工" } },
        deadline, responsibility = new { unit = "本单位", leader = "张主任", doer = "王工", supervisor = "承办人" },
        funding = new { amount = 12000, source = "维修资金", arrivalDate = deadline },
    };

    public async Task<Guid> RectifyingAsync(string deadline)
    {
        var id = await OrderedAsync(deadline);
        await DoAsync("enterprise1", id, "submit-plan", Plan(deadline));
        await DoAsync("officer1", id, "approve-plan", new { opinion = "同意" });
        return id;
    }

    public async Task<object> ReportFormOfUnitAsync() => new
    {
        text = "已更换安全钳和门锁触点，联动试验合格", items = new[] { new { measure = "更换安全钳并调整", doneDate = ShanghaiTime.Text(ShanghaiTime.DateOf(Now)), note = "" } },
        fundsSpent = 11800.5m, before = new[] { await FileAsync("enterprise1") }, after = new[] { await FileAsync("enterprise1") },
    };

    public async Task<Guid> ReportedBackAsync(string deadline)
    {
        var id = await RectifyingAsync(deadline);
        await DoAsync("enterprise1", id, "submit-report", await ReportFormOfUnitAsync());
        return id;
    }

    public async Task<object> ReinspectionAsync(bool passed, string? newDeadline = null) => new
    {
        method = "SITE", secondInspectorId = (await ActorAsync("inspector2")).PersonId,
        items = new[] { new { item = "安全钳联动", passed = true, note = "" }, new { item = "门锁触点", passed, note = passed ? "" : "仍有一处未更换" } },
        result = passed ? "PASSED" : "FAILED", newDeadline, evidence = Array.Empty<object>(),
    };

    /// <summary>Another person takes over the only post the first one holds (E8).</summary>
    public async Task ReplaceAsync(string leaving, string joining)
    {
        var (from, to) = (await ActorAsync(leaving), await ActorAsync(joining));
        var post = from.Posts.Single().PostId;
        var version = await ReadAsync((_, db) => db.Set<Post>().Where(p => p.Id == post).Select(p => p.Version).SingleAsync());
        var done = await bench.ActAsync(Actor.System, (act, stop) => ChangePostHolder.DoAsync(post, new ChangePostHolder.Form(version, from.PersonId, to.PersonId), act, stop));
        Assert.False(done.IsRejected, done.Rejection?.Detail);
        ForgetActors();
    }

    public Task<Result<bool>> PlaceHoldAsync(Guid id, HoldKind kind) => bench.ActAsync<bool>(Actor.System, (act, _) =>
    {
        act.PlaceHold(id, kind, "《特种设备安全法》第六十一条");
        return Task.FromResult<Result<bool>>(true);
    });

    public Task<Result<bool>> LiftHoldAsync(Guid id, HoldKind kind) => bench.ActAsync<bool>(Actor.System, async (act, stop) =>
    {
        await act.LiftHoldsAsync(id, kind, stop);
        return true;
    });

    public async ValueTask DisposeAsync() => await bench.DisposeAsync();
}
