using System.Text.Json;

namespace SpecialEquipment.Workflow.Server.Tests;

/// <summary>A running server with the demo people signed in, and the first steps of a hazard's life as each of them does it.</summary>
public sealed class County : IAsyncLifetime
{
    private readonly Dictionary<string, Caller> callers = [];

    public ServerHost Host { get; private set; } = null!;
    public Guid EnterpriseId { get; private set; }
    public Guid EquipmentId { get; private set; }
    public string RegionCode { get; private set; } = "";
    public Guid Inspector2 { get; private set; }

    /// <summary>A unit of the same county with which <c>enterprise1</c> has nothing to do.</summary>
    public Guid OtherEnterpriseId { get; private set; }

    public Caller this[string userName] => callers[userName];

    public async ValueTask InitializeAsync()
    {
        Host = await ServerHost.StartAsync();
        foreach (var user in new[] { "inspector1", "inspector2", "officer1", "approver1", "enterprise1", "designer1", "admin1", "auditor1" })
        {
            callers[user] = await Caller.SignInAsync(Host, user);
        }
        var unit = await this["enterprise1"].MustAsync(this["enterprise1"].GetAsync("/api/session"));
        EnterpriseId = unit.GetProperty("user").GetProperty("posts")[0].GetProperty("enterpriseId").GetGuid();
        Inspector2 = (await this["inspector2"].MustAsync(this["inspector2"].GetAsync("/api/session"))).GetProperty("user").GetProperty("personId").GetGuid();
        var device = (await this["inspector1"].MustAsync(this["inspector1"].GetAsync($"/api/equipment?enterpriseId={EnterpriseId}"))).GetProperty("items")[0];
        (EquipmentId, RegionCode) = (device.GetProperty("id").GetGuid(), device.GetProperty("regionCode").GetString()!);
        var units = (await this["inspector1"].MustAsync(this["inspector1"].GetAsync("/api/enterprises?limit=100"))).GetProperty("items");
        OtherEnterpriseId = units.EnumerateArray().Select(e => e.GetProperty("id").GetGuid()).First(id => id != EnterpriseId);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var caller in callers.Values)
        {
            caller.Dispose();
        }
        await Host.DisposeAsync();
    }

    public async Task<DateTimeOffset> NowAsync() =>
        (await this["officer1"].MustAsync(this["officer1"].GetAsync("/api/clock"))).GetProperty("now").GetDateTimeOffset();

    public async Task<long> VersionAsync(Guid hazard) =>
        (await this["officer1"].MustAsync(this["officer1"].GetAsync($"/api/hazards/{hazard}"))).GetProperty("version").GetInt64();

    public async Task<string> StateAsync(Guid hazard) =>
        (await this["officer1"].MustAsync(this["officer1"].GetAsync($"/api/hazards/{hazard}"))).GetProperty("state").GetString()!;

    /// <summary>A calendar day of the county, counted from business today.</summary>
    public async Task<string> DayAsync(int days) => (await NowAsync()).AddDays(days).ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd", null);

    public Task<Answer> TryAsync(string userName, Guid hazard, string command, object form) => this[userName].PostAsync($"/api/hazards/{hazard}/{command}", form);

    /// <summary>Does what must work, with the version that is true now.</summary>
    public async Task<JsonElement> DoAsync(string userName, Guid hazard, string command, object form)
    {
        var body = JsonSerializer.SerializeToNode(form, JsonSerializerOptions.Web)!.AsObject();
        body["version"] = await VersionAsync(hazard);
        return await this[userName].MustAsync(TryAsync(userName, hazard, command, body));
    }

    public async Task<Guid> ReportAsync(Guid? enterprise = null)
    {
        var inspector = this["inspector1"];
        var unit = enterprise ?? EnterpriseId;
        var receipt = await inspector.MustAsync(inspector.PostAsync("/api/hazards", new
        {
            source = "ROUTINE", foundAt = await NowAsync(), enterpriseId = unit, equipmentId = unit == EnterpriseId ? EquipmentId : (Guid?)null,
            equipmentText = unit == EnterpriseId ? null : "2号楼客梯", place = "1号楼客梯", regionCode = RegionCode, text = "限速器动作试验不合格，校验标记过期。",
            immediateDanger = false, evidence = new[] { await inspector.PhotoAsync() },
        }));
        return receipt.GetProperty("matterId").GetGuid();
    }

    public object RegisterForm(long version, Guid? enterprise = null) => new { version, enterpriseId = enterprise ?? EnterpriseId, clause = "《电梯维护保养规则》第六条" };

    public async Task<Guid> RegisteredAsync(Guid? enterprise = null)
    {
        var hazard = await ReportAsync(enterprise);
        await DoAsync("officer1", hazard, "register", RegisterForm(0, enterprise));
        return hazard;
    }

    public async Task<Guid> GradedAsync()
    {
        var hazard = await RegisteredAsync();
        await DoAsync("officer1", hazard, "grade", new { grade = "GENERAL", basis = Array.Empty<string>(), basisText = "可立即整改" });
        return hazard;
    }

    public async Task<object> InstructionFormAsync(long version, Guid? second = null) => new
    {
        version, items = new[] { new { problem = "限速器校验过期", clause = "TSG T7001 第2.9条", measure = "重新校验限速器并做联动试验" } },
        legalBasis = "《中华人民共和国特种设备安全法》第六十二条", deadline = await DayAsync(14), stopUse = false, secondInspectorId = second ?? Inspector2,
        service = new { mode = "DIRECT", receiver = "接收人甲", servedAt = await NowAsync(), refused = false, note = "" },
    };
}
