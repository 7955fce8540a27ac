using SpecialEquipment.Workflow.Capabilities.Organizations.Codes;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;

namespace SpecialEquipment.Workflow.Capabilities.Organizations.Demo;

/// <summary>
/// The demo county as rows, made from a seed: real map and departments, invented units and people. Pure; <see cref="DemoCounty"/> stores it.
/// </summary>
internal sealed class DemoPlan
{
    public const string County = "140581";
    public const int UnitCount = 40;
    public const int DeviceCount = 300;
    private const string TradeFirst = "泫晟沃嘉澜翰钧霖";
    private const string TradeSecond = "垣屿畛岫煦晖栎棠";
    private static readonly DateOnly From = new(2024, 1, 1);
    private static readonly DateOnly PredecessorLeft = new(2025, 7, 1);

    private readonly DemoDice dice;

    private DemoPlan(int seed)
    {
        dice = new DemoDice(seed);
        Regions = DemoData.Regions(dice.Id);
        Departments = [.. DemoData.Departments(dice.Id)];
        Officials();
        Units();
        Devices();
        Neighbours();
        Systems();
    }

    public static DemoPlan Make(int seed) => new(seed);

    public IReadOnlyList<Region> Regions { get; }
    public IReadOnlyList<RegionSuccession> Successions { get; } = DemoData.Successions();
    public List<Department> Departments { get; }
    public List<Person> People { get; } = [];
    public List<Post> Posts { get; } = [];
    public List<PostHolder> Holders { get; } = [];
    public List<Enterprise> Enterprises { get; } = [];
    public List<Equipment> Equipment { get; } = [];
    public List<DemoAccount> Accounts { get; } = [];

    private void Officials()
    {
        var bureau = Departments.First(d => d.Code == DepartmentCodes.MarketRegulator && d.RegionCode == County);
        var upper = Departments.First(d => d.Code == DepartmentCodes.MarketRegulator && d.RegionCode != County);
        var upperOffice = Post("特种设备安全监察科", PostKinds.CaseOfficer, upper, null);
        Hold(upperOffice, Human());
        var leader = Post("局长", PostKinds.BureauLeader, bureau, upperOffice.Id);
        var approver = Post("分管副局长", PostKinds.Approver, bureau, leader.Id);
        var office = Post("办公室", PostKinds.BureauOffice, bureau, approver.Id);
        var officer = Post("特种设备安全监察股承办人", PostKinds.CaseOfficer, bureau, approver.Id);
        var inspector = Post("特种设备安全监察员", PostKinds.Inspector, bureau, approver.Id);
        Hold(office, Human());

        Login("approver1", Roles.Approver, Human(), approver, leader);
        Login("officer1", Roles.CaseOfficer, Human(Certificate(1)), officer);
        Login("inspector1", Roles.Inspector, Human(Certificate(2)), inspector);
        Login("inspector2", Roles.Inspector, Human(Certificate(3)), inspector);
        Login("designer1", Roles.Designer, Human());
        Login("admin1", Roles.Administrator, Human());
        Login("auditor1", Roles.Auditor, Human());
        Hold(inspector, Human(Certificate(4)), until: PredecessorLeft);

        foreach (var department in Departments.Where(d => d.RegionCode == County && d != bureau))
        {
            var head = Post("分管负责人", PostKinds.DepartmentLeader, department, null);
            if (department.Code == DepartmentCodes.HousingConstruction)
                Login("department1", Roles.CaseOfficer, Human(), head);
            else
                Hold(head, Human());
            Hold(Post("特种设备安全联络员", PostKinds.LiaisonOfficer, department, head.Id), Human());
        }
        foreach (var town in Regions.Where(r => r.ParentCode == County))
        {
            var assistant = Post($"{town.Name}特种设备协管员", PostKinds.AssistantSupervisor, null, inspector.Id, town.Code);
            Hold(assistant, Human());
        }
    }

    /// <summary>
    /// Who receives reports and who reports from the front: the county government, the towns, a grid worker. Made last, so that the ids
    /// and names of everybody else stay what they were.
    /// </summary>
    private void Neighbours()
    {
        var government = Department(DepartmentCodes.Government, "高平市人民政府", "市政府", "政", County, "领导本行政区域特种设备安全工作，接收重大隐患报告");
        var hall = Post("分管副市长", PostKinds.DepartmentLeader, government, null);
        var desk = Post("政府办公室联络员", PostKinds.LiaisonOfficer, government, hall.Id);
        Hold(hall, Human());
        Login("government1", Roles.Official, Human(), desk);
        var home = Enterprises[0].RegionCode;
        foreach (var town in Regions.Where(r => r.ParentCode == County))
        {
            var office = Department(DepartmentCodes.TownGovernment, $"{town.Name}{TownOffice(town.Name)}", town.ShortName, town.ShortName, town.Code, "属地管理，接收网格员、协管员报告", places: "*");
            var leader = Post("分管负责人", PostKinds.TownLeader, office, null);
            var grid = Post($"{town.Name}网格员", PostKinds.GridWorker, null, leader.Id, town.Code);
            if (town.Code == home)
            {
                Login("town1", Roles.Official, Human(), leader);
                Login("grid1", Roles.Official, Human(), grid);
            }
            else
            {
                Hold(leader, Human());
                Hold(grid, Human());
            }
        }
        SignsIn("upper1", Posts.Single(p => p.Kind == PostKinds.CaseOfficer && p.RegionCode != County));
        var housing = Departments.Single(d => d.Code == DepartmentCodes.HousingConstruction);
        SignsIn("sector1", Posts.Single(p => p.Kind == PostKinds.LiaisonOfficer && p.DepartmentId == housing.Id));
    }

    private static string TownOffice(string town) => town.EndsWith("街道", StringComparison.Ordinal) ? "办事处" : town.EndsWith("区", StringComparison.Ordinal) ? "管理委员会" : "人民政府";

    /// <param name="places"><c>*</c> for a town, which keeps a ledger of all hazards in its region.</param>
    private Department Department(string code, string name, string shortName, string mark, string region, string duty, string places = "")
    {
        var department = new Department
        {
            Id = dice.Id(), Code = code, Name = name, ShortName = shortName, NumberMark = mark, RegionCode = region, Duty = duty, PlaceTypes = places, Priority = 0, ValidFrom = From,
        };
        Departments.Add(department);
        return department;
    }

    /// <summary>Whoever holds the post already gets a login.</summary>
    private void SignsIn(string userName, Post post)
    {
        var holder = Holders.Single(h => h.PostId == post.Id);
        Login(userName, Roles.Official, People.Single(p => p.Id == holder.PersonId));
    }

    /// <summary>Logins of other systems; last, so that the county stays as it is.</summary>
    private void Systems() => Login("system1", Roles.DataSource, Human());

    private void Units()
    {
        var towns = Regions.Where(r => r.ParentCode == County).ToList();
        var tradeNames = (from first in TradeFirst from second in TradeSecond select $"{first}{second}").OrderBy(_ => dice.Next(0, int.MaxValue - 1)).ToList();
        foreach (var kind in DemoUnits.Kinds)
        {
            for (var i = 0; i < kind.Count; i++)
            {
                var town = dice.Pick(towns);
                var enterprise = new Enterprise
                {
                    Id = dice.Id(), Name = string.Format(null, kind.NamePattern, tradeNames[Enterprises.Count]), CreditCode = SyntheticCreditCode(Enterprises.Count + 101),
                    RegionCode = town.Code, Address = $"高平市{town.Name}示例路{dice.Next(1, 260)}号", PlaceType = kind.PlaceType, Phone = dice.Phone(),
                    RegisteredAt = ShanghaiTime.StartOf(From), Version = 1,
                };
                Enterprises.Add(enterprise);
                var posts = EnterprisePosts.For(enterprise, From, dice.Id);
                Posts.AddRange(posts);
                foreach (var post in posts)
                {
                    var person = Human();
                    if (Enterprises.Count == 1 && post.Kind == PostKinds.SafetyDirector)
                    {
                        Login("enterprise1", Roles.EnterpriseUser, person, post);
                    }
                    else
                    {
                        Hold(post, person);
                    }
                }
            }
        }
    }

    private void Devices()
    {
        var kindOf = DemoUnits.Kinds.SelectMany(kind => Enumerable.Repeat(kind, kind.Count)).ToList();
        var places = new List<(Enterprise Unit, DemoUnits.DeviceKind Device)>();
        var drawn = new List<(Enterprise Unit, DemoUnits.DeviceKind Device)>();
        for (var i = 0; i < Enterprises.Count; i++)
        {
            foreach (var device in kindOf[i].Devices)
            {
                places.AddRange(Enumerable.Repeat((Enterprises[i], device), device.Least));
                drawn.AddRange(Enumerable.Repeat((Enterprises[i], device), device.Weight));
            }
        }
        while (places.Count < DeviceCount)
        {
            places.Add(dice.Pick(drawn));
        }
        var counts = new Dictionary<(Guid, string), int>();
        foreach (var (unit, device) in places)
        {
            var number = counts[(unit.Id, device.Name)] = counts.GetValueOrDefault((unit.Id, device.Name)) + 1;
            Equipment.Add(Device(unit, device, number));
        }
    }

    private Equipment Device(Enterprise unit, DemoUnits.DeviceKind device, int number)
    {
        var kind = EquipmentCatalogue.KindOf(device.CatalogueCode)!.Value;
        var year = dice.Next(2008, 2025);
        var serial = Equipment.Count + 1;
        var maker = dice.Next(1, 24);
        return new Equipment
        {
            Id = dice.Id(), Code = $"{device.CatalogueCode}10{maker:000}{year}{serial:0000}", CatalogueCode = device.CatalogueCode, Kind = kind,
            Name = string.Format(null, device.Name, number),
            RegistrationNumber = $"{RegistrationNumber.CharacterOf(kind)}{device.CatalogueCode.AsSpan(1, 2)}晋E{1000 + serial}({year % 100:00})",
            EnterpriseId = unit.Id, RegionCode = unit.RegionCode, Place = string.Format(null, device.Place, number),
            Manufacturer = $"示例制造厂（{maker:00}）", UsedSince = new DateOnly(year, dice.Next(1, 12), dice.Next(1, 28)),
            NextInspectionOn = new DateOnly(dice.Next(2026, 2027), dice.Next(1, 12), 28),
            MaintenanceUnit = kind == EquipmentKind.Elevator ? $"示例电梯维保有限公司（{maker % 4 + 1}）" : null, Version = 1,
        };
    }

    /// <summary>Valid in every check, yet nobody's: the body follows the synthetic codes of DOMAIN §4.13.</summary>
    private static string SyntheticCreditCode(int serial)
    {
        var body = $"MA0T{serial:0000}";
        var first17 = $"91{County}{body}{CreditCode.OrganizationCheckCharacter(body)}";
        return first17 + CreditCode.CheckCharacter(first17);
    }

    private static string Certificate(int serial) => $"晋E特监{serial:0000}";

    private Person Human(string? certificate = null)
    {
        var person = new Person { Id = dice.Id(), Name = dice.Name(), Phone = dice.Phone(), CertificateNumber = certificate };
        People.Add(person);
        return person;
    }

    private Post Post(string name, string kind, Department? department, Guid? superior, string? region = null)
    {
        var post = new Post
        {
            Id = dice.Id(), Name = name, Kind = kind, RegionCode = region ?? department!.RegionCode, DepartmentId = department?.Id, SuperiorPostId = superior,
            ValidFrom = From, Version = 1,
        };
        Posts.Add(post);
        return post;
    }

    private void Hold(Post post, Person person, DateOnly? until = null) => Holders.Add(new PostHolder
    {
        Id = dice.Id(), PostId = post.Id, PersonId = person.Id, ValidFrom = ShanghaiTime.StartOf(From),
        ValidTo = until is { } left ? ShanghaiTime.StartOf(left) : null, AppointedBy = Guid.Empty, RelievedBy = until is null ? null : Guid.Empty,
    });

    private void Login(string userName, string role, Person person, params ReadOnlySpan<Post> posts)
    {
        person.UserId = dice.Id();
        Accounts.Add(new DemoAccount(person.UserId.Value, userName, person.Id, person.Name, [role]));
        foreach (var post in posts)
        {
            Hold(post, person);
        }
    }
}
