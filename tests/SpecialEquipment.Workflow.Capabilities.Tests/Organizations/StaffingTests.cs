using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Storage.Search;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Organizations;
using SpecialEquipment.Workflow.Capabilities.Organizations.Demo;
using SpecialEquipment.Workflow.Capabilities.Organizations.Staffing;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Evidence;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Organizations;

public class StaffingTests
{
    private static readonly RegisterPerson.Form Newcomer = new("钱新来", "晋E特监0099", "13900000000", DemoPlan.County, null);

    private static Task<Result<RegisterPerson.Receipt>> RegisterAsync(Bench bench, Actor actor, RegisterPerson.Form form) =>
        bench.ActAsync(actor, (act, token) => RegisterPerson.DoAsync(form, act, token));

    /// <summary>The holder of the bureau's office, who has no login in the demo, as he would act.</summary>
    private static Task<Actor> OfficeAsync(Bench bench) => bench.ReadAsync(async (services, _) =>
    {
        var directory = services.GetRequiredService<IDirectory>();
        var post = (await directory.ResolvePostAsync(PostKinds.BureauOffice, DemoPlan.County, null, default))!;
        var person = (await directory.HoldersAsync(post.Id, bench.Clock.GetUtcNow(), default)).Single();
        return new Actor
        {
            UserId = Guid.CreateVersion7(), UserName = "office", PersonId = person.Id, PersonName = person.Name,
            Posts = await directory.PostsHeldAsync(person.Id, bench.Clock.GetUtcNow(), default),
        };
    });

    [Fact]
    public async Task The_office_registers_a_person_once_and_asks_before_a_namesake()
    {
        await using var bench = await Bench.WithCountyAsync();
        var office = await OfficeAsync(bench);
        var first = (await RegisterAsync(bench, office, Newcomer)).Value;
        Assert.Equal(("organizations.namesake-unconfirmed", 409), await RefusalAsync(RegisterAsync(bench, office, Newcomer)));
        var second = (await RegisterAsync(bench, office, Newcomer with { ConfirmNamesake = true })).Value;
        Assert.NotEqual(first.Id, second.Id);
        var incomplete = (await RegisterAsync(bench, office, Newcomer with { Name = " ", Phone = new string('1', 41) })).Rejection!;
        Assert.Equal(["name", "phone"], incomplete.Errors.Select(e => e.Field));
        Assert.Equal("organizations.no-such-enterprise", (await RegisterAsync(bench, office, Newcomer with { EnterpriseId = Guid.CreateVersion7() })).Rejection!.Code);
        Assert.Equal("register-person", (await bench.ReadAsync((_, db) => db.Set<LedgerEntry>().SingleAsync(e => e.MatterId == first.Id))).Act);

        var amended = await bench.ActAsync(office, (act, token) => RegisterPerson.AmendAsync(first.Id, new RegisterPerson.Amendment(1, "钱新来", "晋E特监0100", null), act, token));
        Assert.Equal(2, amended.Value.Version);
        Assert.Equal("organizations.stale-version", (await bench.ActAsync(office, (act, token) =>
            RegisterPerson.AmendAsync(first.Id, new RegisterPerson.Amendment(1, "钱", null, null), act, token))).Rejection!.Code);
    }

    [Fact]
    public async Task Only_those_in_charge_of_the_place_register_people()
    {
        await using var bench = await Bench.WithCountyAsync();
        var unit = (await bench.ActorAsync("enterprise1")).EnterpriseId!.Value;
        Assert.Equal(("organizations.not-in-charge", 403), await RefusalAsync(RegisterAsync(bench, await bench.ActorAsync("inspector1"), Newcomer)));
        Assert.Equal(("organizations.only-readers", 403), await RefusalAsync(RegisterAsync(bench, await bench.ActorAsync("auditor1"), Newcomer)));
        Assert.Equal(("organizations.outside-scope", 403), await RefusalAsync(RegisterAsync(bench, await OfficeAsync(bench), Newcomer with { RegionCode = "320507" })));
        Assert.Equal(("organizations.not-in-charge", 403), await RefusalAsync(RegisterAsync(bench, await bench.ActorAsync("enterprise1"), Newcomer with { EnterpriseId = unit })));
        Assert.False((await RegisterAsync(bench, await bench.ActorAsync("officer1"), Newcomer with { EnterpriseId = unit })).IsRejected);

        // an administrator of one county is none of another
        var local = (await bench.ActorAsync("admin1")) with { Posts = (await OfficeAsync(bench)).Posts };
        Assert.False((await RegisterAsync(bench, local, Newcomer with { Name = "钱本县" })).IsRejected);
        Assert.Equal(("organizations.outside-scope", 403), await RefusalAsync(RegisterAsync(bench, local, Newcomer with { RegionCode = "320507" })));
    }

    [Fact]
    public async Task A_post_is_set_up_vacant_filled_renamed_and_ended_with_its_history()
    {
        await using var bench = await Bench.WithCountyAsync();
        var office = await OfficeAsync(bench);
        var officer = (await bench.ActorAsync("officer1")).Posts.Single();
        var form = new CreatePost.Form("特种设备安全监察二股承办人", PostKinds.CaseOfficer, officer.DepartmentId, null, null, officer.PostId);
        Task<Result<CreatePost.Receipt>> TryAsync(CreatePost.Form f) => bench.ActAsync(office, (act, token) => CreatePost.DoAsync(f, act, token));
        Assert.Equal("kind", Assert.Single((await TryAsync(form with { Kind = PostKinds.Principal })).Rejection!.Errors).Field);
        Assert.Equal("organizations.no-such-superior", (await TryAsync(form with { SuperiorPostId = Guid.CreateVersion7() })).Rejection!.Code);
        Assert.Equal("organizations.no-such-department", (await TryAsync(form with { DepartmentId = Guid.CreateVersion7() })).Rejection!.Code);
        var post = (await TryAsync(form)).Value;
        Assert.Equal("organizations.post-known", (await TryAsync(form)).Rejection!.Code);
        Assert.Contains(await VacantAsync(bench, office), p => p.Id == post.Id);

        var person = (await RegisterAsync(bench, office, Newcomer)).Value;
        await bench.ActAsync(office, (act, token) => ChangePostHolder.DoAsync(post.Id, new ChangePostHolder.Form(1, null, person.Id), act, token));
        Assert.DoesNotContain(await VacantAsync(bench, office), p => p.Id == post.Id);
        var renamed = await bench.ActAsync(office, (act, token) => EndPost.RenameAsync(post.Id, new EndPost.RenameForm(2, "监察二股承办岗"), act, token));
        Assert.Equal("监察二股承办岗", renamed.Value.Name);

        var lastDay = new DateOnly(2026, 3, 2);
        bench.Time.Advance(TimeSpan.FromDays(3));
        Task<Result<EndPost.Receipt>> EndAsync(EndPost.Form f) => bench.ActAsync(office, (act, token) => EndPost.DoAsync(post.Id, f, act, token));
        Assert.Equal("organizations.end-without-reason", (await EndAsync(new EndPost.Form(3, " ", null))).Rejection!.Code);
        Assert.Equal("organizations.no-such-successor", (await EndAsync(new EndPost.Form(3, "机构调整", post.Id))).Rejection!.Code);
        Assert.False((await EndAsync(new EndPost.Form(3, "机构调整", officer.PostId))).IsRejected);
        Assert.Equal("organizations.post-ended", (await EndAsync(new EndPost.Form(4, "机构调整", null))).Rejection!.Code);

        Task<IReadOnlyList<PostRow>> OnAsync(DateOnly? on) => PostsAsync(bench, office, on, vacant: false);
        Assert.DoesNotContain(await OnAsync(null), p => p.Id == post.Id);
        Assert.Equal("钱新来", Assert.Single((await OnAsync(lastDay)).Single(p => p.Id == post.Id).Holders).Name);
        var tenure = Assert.Single(await bench.ReadAsync((_, db) => ReadTenure.OfAsync(db, db.Set<Post>().Where(p => p.Id == post.Id), null, default)));
        Assert.Equal(("钱新来", false), (tenure.PersonName, tenure.ValidTo is null));
    }

    [Fact]
    public async Task A_department_is_renamed_with_its_posts_and_ended_into_a_successor()
    {
        await using var bench = await Bench.WithCountyAsync();
        var admin = await bench.ActorAsync("admin1");
        var education = await bench.ReadAsync((_, db) => db.Set<Department>().AsNoTracking().SingleAsync(d => d.Code == "EDUCATION"));
        Task<Result<RegisterDepartment.Receipt>> RenameAsync(Guid id, string seen) => bench.ActAsync(admin, (act, token) =>
            RenameDepartment.DoAsync(id, new RenameDepartment.Form(seen, "高平市教育和体育局", "教体局", "教体", "机构改革"), act, token));
        Assert.Equal("organizations.stale-version", (await RenameAsync(education.Id, "旧名")).Rejection!.Code);
        var renamed = (await RenameAsync(education.Id, education.Name)).Value;
        Assert.Equal("organizations.department-ended", (await RenameAsync(education.Id, education.Name)).Rejection!.Code);
        Assert.Equal("organizations.department-new-today", (await RenameAsync(renamed.Id, renamed.Name)).Rejection!.Code);
        var liaison = await bench.ReadAsync((services, _) =>
            services.GetRequiredService<IDirectory>().ResolvePostAsync(PostKinds.LiaisonOfficer, DemoPlan.County, "EDUCATION", default));
        Assert.Equal("高平市教育和体育局", liaison!.DepartmentName);

        var culture = await bench.ReadAsync((_, db) => db.Set<Department>().AsNoTracking().SingleAsync(d => d.Code == "CULTURE_TOURISM"));
        Task<Result<RegisterDepartment.Receipt>> EndAsync(Guid? successor) =>
            bench.ActAsync(admin, (act, token) => RenameDepartment.EndAsync(culture.Id, new RenameDepartment.EndForm("职责并入", successor), act, token));
        Assert.Equal("organizations.department-has-posts", (await EndAsync(null)).Rejection!.Code);
        Assert.Equal("organizations.no-such-successor", (await EndAsync(culture.Id)).Rejection!.Code);
        Assert.Equal(new DateOnly(2026, 3, 2), (await EndAsync(renamed.Id)).Value.ValidTo);
        Assert.Equal(2 * 2, await bench.ReadAsync((_, db) => db.Set<Post>().CountAsync(p => p.DepartmentId == renamed.Id)));
    }

    [Fact]
    public async Task A_department_is_registered_complete_and_once()
    {
        await using var bench = await Bench.WithCountyAsync();
        var admin = await bench.ActorAsync("admin1");
        var form = new RegisterDepartment.Form(DemoPlan.County, "NATURAL_RESOURCES", "高平市自然资源局", "自然资源局", "自然资", "矿山用地监督管理", ["MINE"], 30);
        Task<Result<RegisterDepartment.Receipt>> TryAsync(RegisterDepartment.Form f) => bench.ActAsync(admin, (act, token) => RegisterDepartment.DoAsync(f, act, token));
        Assert.Equal(["name", "code", "placeTypes"], (await TryAsync(form with { Name = null, Code = "自然", PlaceTypes = ["*", "MINE"] })).Rejection!.Errors.Select(e => e.Field));
        Assert.False((await TryAsync(form)).IsRejected);
        Assert.Equal("organizations.department-known", (await TryAsync(form)).Rejection!.Code);
    }

    /// <summary>E20: nothing is deleted; a wrong entry is voided by an approver with a reason.</summary>
    [Fact]
    public async Task A_wrong_entry_is_voided_by_an_approver_and_its_code_is_free_again()
    {
        await using var bench = await Bench.WithCountyAsync();
        var (officer, approver) = (await bench.ActorAsync("officer1"), await bench.ActorAsync("approver1"));
        var form = new RegisterEnterprise.Form("高平市误录物业有限公司", "91140581MA0T000119", false, "140581100", "米山镇示例路1号", "RESIDENTIAL", null);
        var wrong = (await bench.ActAsync(officer, (act, token) => RegisterEnterprise.DoAsync(form, act, token))).Value;
        Task<Result<VoidEntry.Receipt>> VoidAsync(Actor actor, Guid id, VoidEntry.Form f) => bench.ActAsync(actor, (act, token) => VoidEntry.EnterpriseAsync(id, f, act, token));
        Assert.Equal(("organizations.only-approvers", 403), await RefusalAsync(VoidAsync(officer, wrong.Id, new VoidEntry.Form(1, "录错单位"))));
        Assert.Equal(("organizations.void-without-reason", 422), await RefusalAsync(VoidAsync(approver, wrong.Id, new VoidEntry.Form(1, ""))));
        Assert.Equal(("organizations.stale-version", 409), await RefusalAsync(VoidAsync(approver, wrong.Id, new VoidEntry.Form(7, "录错单位"))));
        Assert.False((await VoidAsync(approver, wrong.Id, new VoidEntry.Form(1, "录错单位"))).IsRejected);
        Assert.Equal(("organizations.voided", 409), await RefusalAsync(VoidAsync(approver, wrong.Id, new VoidEntry.Form(2, "录错单位"))));
        Assert.NotNull(await bench.ReadAsync((_, db) => db.Set<Enterprise>().SingleAsync(e => e.Id == wrong.Id))); // it stays
        Assert.False((await bench.ActAsync(officer, (act, token) => RegisterEnterprise.DoAsync(form with { Name = "高平市正录物业有限公司" }, act, token))).IsRejected);

        var used = officer.Posts.Single().PostId;
        Assert.Equal(("organizations.still-used", 409), await RefusalAsync(bench.ActAsync(approver, (act, token) => VoidEntry.PostAsync(used, new VoidEntry.Form(1, "误设"), act, token))));
        var withDevices = (await bench.ActorAsync("enterprise1")).EnterpriseId!.Value;
        Assert.Equal(("organizations.still-used", 409), await RefusalAsync(VoidAsync(approver, withDevices, new VoidEntry.Form(1, "误录"))));
    }

    [Fact]
    public async Task A_unit_and_a_device_are_corrected_but_never_their_codes()
    {
        await using var bench = await Bench.WithCountyAsync();
        var officer = await bench.ActorAsync("officer1");
        var id = (await bench.ActorAsync("enterprise1")).EnterpriseId!.Value;
        var unit = await bench.ReadAsync((_, db) => db.Set<Enterprise>().AsNoTracking().SingleAsync(e => e.Id == id));
        var form = new AmendUnit.Form(unit.Version, "高平市更名物业有限公司", unit.RegionCode == "140581100" ? "140581101" : "140581100", "新址1号", unit.PlaceType, null);
        Task<Result<AmendUnit.Receipt>> TryAsync(AmendUnit.Form f) => bench.ActAsync(officer, (act, token) => AmendUnit.DoAsync(id, f, act, token));
        Assert.Equal(["name", "placeType"], (await TryAsync(form with { Name = " ", PlaceType = "CASTLE" })).Rejection!.Errors.Select(e => e.Field));
        Assert.Equal("organizations.outside-scope", (await TryAsync(form with { RegionCode = "320507" })).Rejection!.Code);
        Assert.False((await TryAsync(form)).IsRejected);
        Assert.Equal("organizations.stale-version", (await TryAsync(form)).Rejection!.Code);
        Assert.All(await bench.ReadAsync((_, db) => db.Set<Equipment>().Where(d => d.EnterpriseId == id).Select(d => d.RegionCode).ToListAsync()), code => Assert.Equal(form.RegionCode, code));
        var grams = await bench.ReadAsync((_, db) => db.Set<Gram<Enterprise>>().Where(g => g.RowNo == unit.Key).Select(g => g.Code).ToListAsync());
        Assert.Equal(Grams.Of(form.Name!).Order(), grams.Order());

        var device = await bench.ReadAsync((_, db) => db.Set<Equipment>().AsNoTracking().FirstAsync(d => d.EnterpriseId == id));
        Task<Result<AmendEquipment.Receipt>> DeviceAsync(AmendEquipment.Form f) => bench.ActAsync(officer, (act, token) => AmendEquipment.DoAsync(device.Id, f, act, token));
        var plate = new AmendEquipment.Form(device.Version, "1号梯", "东门", "旧证12号", null, null, null);
        Assert.Equal("organizations.registration-number-unconfirmed", (await DeviceAsync(plate)).Rejection!.Code);
        Assert.False((await DeviceAsync(plate with { Confirmed = ["registrationNumber"] })).IsRejected);
    }

    /// <summary>E19: municipality: county → province; a development zone reports through the county.</summary>
    [Theory]
    [InlineData("140581100", "140500")]
    [InlineData("140581", "140500")]
    [InlineData("140500", "140000")]
    [InlineData("140581900", "140500")]
    [InlineData("500120", "500000")]
    [InlineData("000000", null)]
    public async Task Reports_go_up_to_the_next_level(string region, string? next)
    {
        await using var bench = await Bench.WithCountyAsync();
        var upper = await bench.ReadAsync((services, _) => services.GetRequiredService<IDirectory>().NextLevelRegulatorAsync(region, default));
        Assert.Equal(next, upper?.Region.Code);
        Assert.Equal(next == "140500", upper?.Post is not null);
    }

    [Fact]
    public async Task A_zone_with_its_own_regulator_reports_to_the_county_and_a_pseudo_prefecture_is_no_level()
    {
        await using var bench = await Bench.WithCountyAsync();
        var tree = await bench.ReadAsync((services, db) => services.GetRequiredService<RegionMap>().TreeAsync(db, default));
        var day = new DateOnly(2026, 3, 2);
        Assert.Equal("140581", UpwardReports.NextLevel(tree.Ancestors("140581900", day), code => code == "140581900")!.Code);
        Region Node(string code, string? parent, RegionLevel level) =>
            new() { Id = Guid.CreateVersion7(), Code = code, Name = code, ShortName = code, ParentCode = parent, Level = level, ValidFrom = day };
        var path = new[] { Node("110101", "110100", RegionLevel.County), Node("110100", "110000", RegionLevel.Prefecture), Node("110000", "000000", RegionLevel.Province) };
        Assert.Equal("110000", UpwardReports.NextLevel(path, _ => false)!.Code);
    }

    private static async Task<(string, int)> RefusalAsync<T>(Task<Result<T>> act) => (await act).Rejection is { } no ? (no.Code, no.Status) : ("not refused", 200);

    private static Task<IReadOnlyList<PostRow>> VacantAsync(Bench bench, Actor actor) => PostsAsync(bench, actor, null, vacant: true);

    private static Task<IReadOnlyList<PostRow>> PostsAsync(Bench bench, Actor actor, DateOnly? on, bool vacant) => bench.ReadAsync(async (services, db) =>
        (await services.GetRequiredService<FindPosts>().ListAsync(db, services.GetRequiredService<IDirectory>(), actor, null, null, null, default, on, vacant)).Items);
}
