using System.Globalization;
using SpecialEquipment.Workflow.Capabilities.Hazards;
using SpecialEquipment.Workflow.Capabilities.Organizations;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Evidence;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.TaskInbox;
using SpecialEquipment.Workflow.Storage.Search;

namespace SpecialEquipment.Workflow.Benchmarks.Size;

/// <summary>
/// A province made up from numbers: the same row number gives the same row on every machine. Shapes after DOMAIN §7.2: seven hazards in ten are
/// signed off, elevators are most of the devices, counties differ in size by a factor of ten.
/// </summary>
internal sealed class Province(double share, DateTimeOffset now, IReadOnlyList<string> demoTowns)
{
    public const string Code = "15";
    private const int Cities = 11, CountiesPerCity = 10, TownsPerCounty = 10;
    private const string Syllables = "安宁昌平长兴德胜福源广信和顺恒泰宏达华盛嘉禾金鼎锦程景阳开元康乐龙腾茂林民生明珠鹏程普惠青松瑞丰润泽三江盛世顺达泰和天成万通祥云欣荣兴业旭日雅居耀华永固裕丰远航云峰泽惠中岳众诚";
    private static readonly string[] Businesses = ["物业服务有限公司", "机械制造有限公司", "商业广场", "中心小学", "人民医院", "化工有限公司", "大酒店", "食品加工厂", "纺织有限公司", "仓储物流中心", "建材厂", "购物中心"];
    private static readonly string[] Places = ["FACTORY", "RESIDENTIAL", "MALL", "SCHOOL", "HOSPITAL", "HAZ_CHEM", "HOTEL", "FACTORY", "FACTORY", "OTHER", "FACTORY", "SUPERMARKET"];
    private static readonly (EquipmentKind Kind, string Catalogue, string Name, string Place)[] Devices =
    [
        (EquipmentKind.Elevator, "3110", "电梯", "号楼一单元"), (EquipmentKind.Elevator, "3120", "电梯", "号楼货梯间"), (EquipmentKind.Elevator, "3310", "电梯", "层东侧扶梯口"),
        (EquipmentKind.PressureVessel, "2130", "压力容器", "车间储气罐区"), (EquipmentKind.Boiler, "1100", "锅炉", "锅炉房"), (EquipmentKind.LiftingMachinery, "4100", "起重机械", "车间行车跨"),
        (EquipmentKind.InPlantVehicle, "5110", "场（厂）内专用机动车辆", "仓库装卸区"), (EquipmentKind.PressurePiping, "8300", "压力管道", "工段管廊"),
    ];
    private static readonly string[] Parts = ["门锁", "限速器", "安全钳", "制动器", "层门", "轿厢照明", "紧急报警装置", "安全阀", "压力表", "液位计", "吊钩", "起重量限制器", "行程开关", "钢丝绳", "护栏", "缓冲器", "控制柜", "接地线", "法兰", "排污阀"];
    private static readonly string[] Defects = ["啮合深度不足", "未按期校验", "失效", "锈蚀严重", "磨损超标", "缺失", "动作不灵敏", "无标识", "泄漏", "松动变形", "接线裸露", "未安装", "检验超期", "使用登记证过期"];
    private static readonly HazardState[] Open =
    [
        HazardState.Reported, HazardState.Registered, HazardState.Graded, HazardState.Ordered, HazardState.PlanPending, HazardState.PlanInReview, HazardState.PlanReturned,
        HazardState.Rectifying, HazardState.Rectifying, HazardState.Rectifying, HazardState.SelfRectifying, HazardState.ReportSubmitted, HazardState.Reinspecting, HazardState.Passed,
    ];

    public int Enterprises { get; } = Scaled(60_000, share);
    public int Equipment { get; } = Scaled(320_000, share);
    public int Hazards { get; } = Scaled(1_000_000, share);
    public int LedgerEntriesPerHazard => 5;

    public static string City(int n) => $"{Code}{n + 1:D2}00";
    public static string County(int n) => $"{Code}{n / CountiesPerCity + 1:D2}{n % CountiesPerCity + 2:D2}";

    public IEnumerable<Region> Regions()
    {
        Region New(int n, string code, string name, string? parent, RegionLevel level) =>
            new() { Id = Id(1, n), Code = code, Name = name, ShortName = name[..1], ParentCode = parent, Level = level, ValidFrom = new DateOnly(2000, 1, 1) };
        yield return New(0, Code + "0000", "晟岭省", null, RegionLevel.Province);
        for (var c = 0; c < Cities; c++)
            yield return New(1 + c, City(c), $"{Name(c, 7)}市", Code + "0000", RegionLevel.Prefecture);
        for (var c = 0; c < Cities * CountiesPerCity; c++)
        {
            yield return New(100 + c, County(c), $"{Name(c, 11)}县", City(c / CountiesPerCity), RegionLevel.County);
            for (var t = 0; t < TownsPerCounty; t++)
                yield return New(1000 + c * TownsPerCounty + t, $"{County(c)}{t + 1:D3}", $"{Name(c * 10 + t, 13)}镇", County(c), RegionLevel.Town);
        }
    }

    public IEnumerable<Enterprise> Units()
    {
        for (var i = 0; i < Enterprises; i++)
            yield return new Enterprise
            {
                Key = 100_000 + i, Id = Id(2, i), Name = UnitName(i), CreditCode = $"91{i:D16}", RegionCode = Town(i), Address = $"{Name(i, 17)}路{i % 400 + 1}号", PlaceType = Places[i % Places.Length],
                RegisteredAt = now.AddDays(-(i % 3000)), Version = 1,
            };
    }

    public IEnumerable<Equipment> DevicesOfUnits()
    {
        for (var i = 0; i < Equipment; i++)
        {
            var (kind, catalogue, name, _) = DeviceKind(i);
            var unit = i % Enterprises;
            yield return new Equipment
            {
                Key = 1_000_000 + i, Id = Id(3, i), Code = DeviceCode(i), FormerCode = i % 10 == 0 ? $"梯11晟{i:D7}" : null, CatalogueCode = catalogue, Kind = kind, Name = name, RegistrationNumber = $"{catalogue}晟{i:D8}",
                EnterpriseId = Id(2, unit), RegionCode = Town(unit), Place = PlaceOf(i), NextInspectionOn = DateOnly.FromDateTime(now.UtcDateTime).AddDays(i % 700 - 60), Version = 1,
            };
        }
    }

    /// <summary>What everything about hazard <paramref name="i"/> is derived from.</summary>
    public (Matter Matter, Hazard Hazard) HazardAt(int i)
    {
        var device = (int)(Mix(i, 1) % (ulong)Equipment);
        var unit = device % Enterprises;
        var (kind, _, kindName, _) = DeviceKind(device);
        var region = i % 200 == 0 && demoTowns.Count > 0 ? demoTowns[i / 200 % demoTowns.Count] : Town(unit);
        var found = now.AddMinutes(-(long)(Mix(i, 2) % (3 * 365 * 24 * 60)) - 1);
        var state = StateOf(i, found);
        var isRegistered = state is not (HazardState.Reported or HazardState.Dismissed);
        DateOnly? rectifyBy = state is HazardState.Reported or HazardState.Dismissed or HazardState.Registered or HazardState.Graded ? null : DateOnly.FromDateTime(found.UtcDateTime).AddDays(10 + (int)(Mix(i, 3) % 50));
        var text = $"{Parts[Mix(i, 4) % (ulong)Parts.Length]}{Defects[Mix(i, 5) % (ulong)Defects.Length]}，{Parts[Mix(i, 6) % (ulong)Parts.Length]}{Defects[Mix(i, 7) % (ulong)Defects.Length]}";
        var hazard = new Hazard
        {
            Key = i + 1, MatterId = Id(4, i), Source = SourceOf(i), SourceSystem = "SIZE", SourceId = i.ToString(CultureInfo.InvariantCulture), FinderName = "甲", ReportedByName = "甲", FoundAt = found,
            EarliestFoundAt = found, ReceivedAt = found.AddMinutes(5), EnterpriseName = UnitName(unit), EquipmentId = Id(3, device), EquipmentCode = DeviceCode(device), EquipmentKindName = kindName,
            EquipmentKind = kind.ToString() is var k ? Storage.Conventions.UpperSnake.From(k) : null, Place = PlaceOf(device), RegionName = "晟岭", Text = text,
            RegisteredAt = isRegistered ? found.AddHours(4) : null, GradedAt = isRegistered ? found.AddHours(6) : null,
        };
        var matter = new Matter
        {
            Key = i + 1, Id = hazard.MatterId, Kind = "HAZARD", Number = isRegistered ? $"晟市监隐〔{found.Year}〕第{i:D7}号" : null, Title = $"{kindName} {text}", State = state,
            Grade = isRegistered && state != HazardState.Registered ? Mix(i, 8) % 50 == 0 ? HazardGrade.Major : HazardGrade.General : null, Version = 5, RegionCode = region, FoundOn = ShanghaiTime.DateOf(found), EnterpriseId = Id(2, unit),
            PlaceType = Places[unit % Places.Length], CreatedAt = found.AddMinutes(5), UpdatedAt = Earlier(found.AddDays((int)(Mix(i, 9) % 60)), now), RectifyBy = rectifyBy,
            IsOverdue = IsOpen(state) && rectifyBy is { } by && by < DateOnly.FromDateTime(now.UtcDateTime), ClosedAt = state.IsClosed() ? found.AddDays(40) : null,
        };
        hazard.RefreshSearch(matter);
        return (matter, hazard);
    }

    public IEnumerable<Matter> Matters() => Enumerable.Range(0, Hazards).Select(i => HazardAt(i).Matter);
    public IEnumerable<Hazard> HazardRows() => Enumerable.Range(0, Hazards).Select(i => HazardAt(i).Hazard);

    public IEnumerable<MatterParty> Parties(Func<string, Guid> officer)
    {
        for (var i = 0; i < Hazards; i++)
        {
            var matter = HazardAt(i).Matter;
            yield return new MatterParty { MatterId = matter.Id, Role = PartyRole.Finder, PersonId = i % 10 == 0 ? officer(matter.RegionCode[..6]) : Id(8, i % 1500), PersonName = "甲", Since = matter.CreatedAt };
            yield return new MatterParty { MatterId = matter.Id, Role = PartyRole.Unit, EnterpriseId = matter.EnterpriseId, EnterpriseName = "单位", Since = matter.CreatedAt };
        }
    }

    public IEnumerable<LedgerEntry> Ledger()
    {
        for (var i = 0; i < Hazards; i++)
        {
            byte[]? previous = null;
            foreach (var entry in EntriesOf(i))
            {
                var sealedEntry = entry(previous).Sealed();
                previous = sealedEntry.Hash;
                yield return sealedEntry;
            }
        }
    }

    public IEnumerable<LedgerHead> Heads() => Enumerable.Range(0, Hazards).Select(i =>
    {
        byte[]? previous = null;
        foreach (var entry in EntriesOf(i))
            previous = entry(previous).Sealed().Hash;
        return new LedgerHead { MatterId = Id(4, i), Sequence = LedgerEntriesPerHazard, Hash = previous! };
    });

    /// <summary>Three hazards in ten owe something.</summary>
    public IEnumerable<(Matter Matter, WorkTask Task, TaskAssignment Assignment)> Tasks(Func<string, int, (Guid Post, Guid Person)> post)
    {
        long key = 0;
        for (var i = 0; i < Hazards; i++)
        {
            var matter = HazardAt(i).Matter;
            if (matter.State.IsClosed() && Mix(i, 10) % 10 != 0)
                continue;
            key++;
            var due = Later(matter.UpdatedAt.AddDays(15), now.AddDays(-20));
            var (postId, _) = post(matter.RegionCode[..6], i % 3);
            var task = new WorkTask
            {
                Key = key, Id = Id(5, i), MatterId = matter.Id, RegionCode = matter.RegionCode, InstanceId = Id(6, i), ActivityInstanceId = $"a{i}", ActivityId = "review", Title = "审查整改方案", Form = "review-plan",
                OutcomesJson = """[{"name":"同意","displayName":"同意","command":null}]""", State = WorkTaskState.Open, DueDate = DateOnly.FromDateTime(due.UtcDateTime), DueInstant = due, OverdueAt = due.AddMinutes(1),
                Urgency = due, SentByPersonId = Id(8, i % 300), SentByName = "乙", CreatedAt = matter.UpdatedAt, DeadlineId = Id(7, i),
            };
            yield return (matter, task, new TaskAssignment
            {
                Key = key, Id = Id(9, i), TaskId = task.Id, Position = 1, Kind = AssigneeKind.PostKind, PostId = postId, PostName = "承办岗", PostKind = PostKinds.CaseOfficer, RegionCode = matter.RegionCode[..6],
                HoldersAtStart = "甲", State = AssignmentState.Open, AssignedAt = matter.UpdatedAt,
            });
        }
    }

    /// <summary>Pairs of characters in the order of their table's key.</summary>
    public static IEnumerable<Gram<T>> Grams<T>(IEnumerable<(long Key, string Text)> texts)
        where T : class
    {
        var all = new List<ulong>();
        foreach (var (key, text) in texts)
            foreach (var code in Storage.Search.Grams.Of(text))
                all.Add(((ulong)unchecked((uint)code ^ 0x80000000u) << 32) | (uint)key);
        all.Sort();
        return all.Select(packed => new Gram<T> { Code = unchecked((int)((uint)(packed >> 32) ^ 0x80000000u)), RowNo = (uint)packed });
    }

    public static Guid Id(int kind, long n) => Guid.ParseExact($"{kind + 0x01900000:x8}00007000800{0:x1}{n:x12}", "N");

    private IEnumerable<Func<byte[]?, LedgerEntry>> EntriesOf(int i)
    {
        var at = now.AddMinutes(-(long)(Mix(i, 2) % (3 * 365 * 24 * 60)));
        for (var n = 1; n <= LedgerEntriesPerHazard; n++)
        {
            var sequence = n;
            yield return previous => new LedgerEntry
            {
                MatterId = Id(4, i), Sequence = sequence, Act = "act", Kind = "command", Summary = "办理一步", UserId = Id(8, i % 300), PersonName = "甲", EventTime = at.AddHours(sequence), ReceivedAt = at.AddHours(sequence),
                StateAfter = "RECTIFYING", PreviousHash = previous, Hash = [],
            };
        }
    }

    private static HazardSource SourceOf(int i) => (HazardSource)(Mix(i, 11) % 100 switch { < 45 => 0, < 60 => 1, < 65 => 3, < 75 => 4, < 85 => 6, < 90 => 8, < 97 => 10, _ => 11 + Mix(i, 12) % 4 });

    private HazardState StateOf(int i, DateTimeOffset found)
    {
        var roll = Mix(i, 13) % 100;
        var isRecent = now - found < TimeSpan.FromDays(90);
        return roll < 4 ? HazardState.Dismissed : roll < 5 ? HazardState.Merged : roll < (isRecent ? 15UL : 78UL) ? HazardState.SignedOff : Open[Mix(i, 14) % (ulong)Open.Length];
    }

    private static bool IsOpen(HazardState state) => HazardRowView.UnitMustAct(state);

    /// <summary>County n has a weight between 1 and 10.</summary>
    private static string Town(int unit)
    {
        var roll = Mix(unit, 15) % 605;
        var county = 0;
        for (var sum = 0UL; county < 109; county++)
            if (roll < (sum += (ulong)(county % 10 + 1)))
                break;
        return $"{County(county)}{Mix(unit, 16) % TownsPerCounty + 1:D3}";
    }

    private static (EquipmentKind Kind, string Catalogue, string Name, string Place) DeviceKind(int i) => Devices[Mix(i, 17) % 10 is var roll && roll < 6 ? roll % 3 : 3 + Mix(i, 18) % 5];
    private static string DeviceCode(int i) => $"{DeviceKind(i).Catalogue}15{i % 110:D4}{2008 + i % 18}{i:D7}";
    private static string PlaceOf(int i) => $"{Name(i, 19)}区{i % 30 + 1}{DeviceKind(i).Place}";
    private static string UnitName(int i) => $"{Name(i, 20)}{Name(i, 21)}{Businesses[i % Businesses.Length]}";
    private static string Name(int i, int salt) => Syllables.Substring((int)(Mix(i, salt) % (ulong)(Syllables.Length / 2)) * 2, 2);
    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
    private static int Scaled(int n, double share) => Math.Max(50, (int)(n * share));

    /// <summary>SplitMix64.</summary>
    private static ulong Mix(long n, int salt)
    {
        var z = (ulong)n * 0x9E3779B97F4A7C15UL + (ulong)salt * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
