using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Organizations;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Evidence;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Organizations;

public class RegisterTests
{
    private static readonly RegisterEnterprise.Form Unit =
        new("高平市新设物业服务有限公司", "91140581MA0T000119", false, "140581100", "米山镇示例路1号", "RESIDENTIAL", null);

    private static Task<Result<RegisterEnterprise.Receipt>> RegisterAsync(Bench bench, Actor actor, RegisterEnterprise.Form form) =>
        bench.ActAsync(actor, (act, token) => RegisterEnterprise.DoAsync(form, act, token));

    private static Task<T> ListAsync<T>(Bench bench, Actor actor, Func<IServiceProvider, Storage.WorkflowDbContext, SupervisionScope, Task<T>> list) =>
        bench.ReadAsync(async (services, db) => await list(services, db, await services.GetRequiredService<IDirectory>().ScopeAsync(actor, default)));

    private static Task<Shared.ListPage<FindEnterprises.Row>> EnterprisesAsync(Bench bench, Actor actor, FindEnterprises.Filter filter) =>
        ListAsync(bench, actor, (services, db, scope) => FindEnterprises.ListAsync(
            db, services.GetRequiredService<IDirectory>(), services.GetRequiredService<RegionNames>(), scope, filter, default));

    [Fact]
    public async Task A_registered_unit_is_found_has_three_vacant_posts_and_is_in_the_ledger()
    {
        await using var bench = await Bench.WithCountyAsync();
        var officer = await bench.ActorAsync("officer1");
        var receipt = (await RegisterAsync(bench, officer, Unit)).Value;
        foreach (var words in new[] { "新设物业", "91140581MA0T0001" })
        {
            Assert.Equal(receipt.Id, Assert.Single((await EnterprisesAsync(bench, officer, new FindEnterprises.Filter(words))).Items).Id);
        }
        var posts = await bench.ReadAsync((services, db) => services.GetRequiredService<FindPosts>().OfEnterpriseAsync(db, receipt.Id, default));
        Assert.Equal(["PRINCIPAL", "SAFETY_DIRECTOR", "SAFETY_OFFICER"], posts.Select(p => p.Kind).Order());
        Assert.All(posts, p => Assert.Empty(p.Holders));
        Assert.Equal("register-enterprise", (await bench.ReadAsync((_, db) => db.Set<LedgerEntry>().SingleAsync(e => e.MatterId == receipt.Id))).Act);
    }

    [Fact]
    public async Task A_doubtful_code_needs_confirmation_and_a_wrong_one_never_passes()
    {
        await using var bench = await Bench.WithCountyAsync();
        var officer = await bench.ActorAsync("officer1");
        var doubtful = Unit with { CreditCode = "91350100M0001TGQXM" };
        var asked = await RegisterAsync(bench, officer, doubtful);
        Assert.Equal(("organizations.credit-code-unconfirmed", 422), (asked.Rejection!.Code, asked.Rejection.Status));
        Assert.False((await RegisterAsync(bench, officer, doubtful with { ConfirmCreditCode = true })).IsRejected);
        Assert.True(await bench.ReadAsync((_, db) => db.Set<Enterprise>().Where(e => e.CreditCode == doubtful.CreditCode).Select(e => e.CreditCodeConfirmed).SingleAsync()));
        Assert.Equal("organizations.credit-code-wrong", (await RegisterAsync(bench, officer, Unit with { CreditCode = "91140581MAOT000119", ConfirmCreditCode = true })).Rejection!.Code);
    }

    [Fact]
    public async Task A_taken_code_an_unknown_region_and_a_region_out_of_scope_are_refused()
    {
        await using var bench = await Bench.WithCountyAsync();
        var officer = await bench.ActorAsync("officer1");
        await RegisterAsync(bench, officer, Unit);
        Assert.Equal(409, (await RegisterAsync(bench, officer, Unit)).Rejection!.Status);
        Assert.Equal("organizations.no-such-region", (await RegisterAsync(bench, officer, Unit with { RegionCode = "999999" })).Rejection!.Code);
        Assert.Equal("organizations.outside-scope", (await RegisterAsync(bench, officer, Unit with { RegionCode = "320507" })).Rejection!.Code);
        var empty = await RegisterAsync(bench, officer, new RegisterEnterprise.Form(" ", Unit.CreditCode, false, null, "", "CASTLE", null));
        Assert.Equal(["name", "regionCode", "address", "placeType"], empty.Rejection!.Errors.Select(e => e.Field));
    }

    [Fact]
    public async Task A_device_is_registered_with_its_codes_checked()
    {
        await using var bench = await Bench.WithCountyAsync();
        var officer = await bench.ActorAsync("officer1");
        var unit = (await bench.ActorAsync("enterprise1")).EnterpriseId!.Value;
        var form = new RegisterEquipment.Form(unit, "311010001202699990", "3110", "9号乘客电梯", "梯11晋E9999(26)", "9号楼", null, null, null, null, null);
        Task<Result<RegisterEquipment.Receipt>> TryAsync(RegisterEquipment.Form f, Actor actor) => bench.ActAsync(actor, (act, token) => RegisterEquipment.DoAsync(f, act, token));
        Assert.Equal("organizations.catalogue-code-wrong", (await TryAsync(form with { CatalogueCode = "X110" }, officer)).Rejection!.Code);
        Assert.Equal("organizations.equipment-code-unconfirmed", (await TryAsync(form with { Code = "21603101012006010101", CatalogueCode = "2100" }, officer)).Rejection!.Code);
        Assert.Equal("organizations.registration-number-unconfirmed", (await TryAsync(form with { RegistrationNumber = "旧证12号" }, officer)).Rejection!.Code);
        Assert.Equal("organizations.no-such-enterprise", (await TryAsync(form with { EnterpriseId = Guid.CreateVersion7() }, officer)).Rejection!.Code);
        Assert.Equal("电梯", (await TryAsync(form, officer)).Value.KindName);
        Assert.Equal("organizations.equipment-code-taken", (await TryAsync(form, officer)).Rejection!.Code);

        var old = await TryAsync(form with { Code = "31103101012006010101", RegistrationNumber = "旧证12号", Confirmed = ["code", "registrationNumber"] }, officer);
        Assert.False(old.IsRejected);
        var found = await ListAsync(bench, officer, (_, db, scope) => FindEquipment.ListAsync(db, scope, new FindEquipment.Filter("3110310101"), default));
        Assert.Equal(old.Value.Id, Assert.Single(found.Items).Id);
    }

    [Fact]
    public async Task An_enterprise_user_finds_only_his_own_unit_and_its_devices()
    {
        await using var bench = await Bench.WithCountyAsync();
        var user = await bench.ActorAsync("enterprise1");
        var units = await EnterprisesAsync(bench, user, new FindEnterprises.Filter());
        Assert.Equal(user.EnterpriseId, Assert.Single(units.Items).Id);
        var devices = await ListAsync(bench, user, (_, db, scope) => FindEquipment.ListAsync(db, scope, new FindEquipment.Filter(Limit: 200), default));
        Assert.All(devices.Items, d => Assert.Equal(user.EnterpriseId, d.EnterpriseId));
        Assert.Equal(units.Items[0].EquipmentCount, devices.Total);
        var other = await bench.ReadAsync((_, db) => db.Set<Enterprise>().Where(e => e.Id != user.EnterpriseId).Select(e => e.Id).FirstAsync());
        Assert.Empty((await ListAsync(bench, user, (_, db, scope) => FindEquipment.ListAsync(db, scope, new FindEquipment.Filter(EnterpriseId: other), default))).Items);
        var posts = await bench.ReadAsync((services, db) =>
            services.GetRequiredService<FindPosts>().ListAsync(db, services.GetRequiredService<IDirectory>(), user, null, other, null, default));
        Assert.Empty(posts.Items);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_loss()
    {
        await using var bench = await Bench.WithCountyAsync();
        var officer = await bench.ActorAsync("officer1");
        var seen = new List<Guid>();
        string? after = null;
        do
        {
            var page = await EnterprisesAsync(bench, officer, new FindEnterprises.Filter(After: after, Limit: 7));
            Assert.Equal((40, false), (page.Total, page.TotalIsCapped));
            seen.AddRange(page.Items.Select(r => r.Id));
            after = page.Next;
        }
        while (after is not null);
        Assert.Equal(40, seen.Distinct().Count());
        Assert.Equal(40, seen.Count);
    }

    [Fact]
    public async Task Inspectors_of_the_bureau_are_listed_with_their_certificates()
    {
        await using var bench = await Bench.WithCountyAsync();
        var inspector = await bench.ActorAsync("inspector1");
        var people = await bench.ReadAsync((services, db) => services.GetRequiredService<FindPosts>().PeopleAsync(
            db, services.GetRequiredService<IDirectory>(), inspector, PostKinds.Inspector, default));
        Assert.Equal(2, people.Total);
        Assert.All(people.Items, p => Assert.NotNull(p.CertificateNumber));
    }

    [Fact]
    public async Task The_post_passes_on_and_who_held_it_stays_on_record()
    {
        await using var bench = await Bench.WithCountyAsync();
        var admin = await bench.ActorAsync("admin1");
        var officer = await bench.ActorAsync("officer1");
        var newcomer = (await bench.ActorAsync("designer1")).PersonId!.Value;
        var post = officer.Posts.Single().PostId;
        Task<Result<ChangePostHolder.Receipt>> ChangeAsync(Actor actor, long version, Guid? leaving, Guid? joining) =>
            bench.ActAsync(actor, (act, token) => ChangePostHolder.DoAsync(post, new ChangePostHolder.Form(version, leaving, joining), act, token));

        Assert.Equal(403, (await ChangeAsync(officer, 1, officer.PersonId, newcomer)).Rejection!.Status);
        Assert.Equal("organizations.not-the-holder", (await ChangeAsync(admin, 1, newcomer, null)).Rejection!.Code);
        Assert.Equal("organizations.already-holder", (await ChangeAsync(admin, 1, null, officer.PersonId)).Rejection!.Code);
        Assert.Equal("organizations.nobody-changes", (await ChangeAsync(admin, 1, null, null)).Rejection!.Code);
        var before = bench.Clock.GetUtcNow();
        bench.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal([newcomer], (await ChangeAsync(admin, 1, officer.PersonId, newcomer)).Value.Holders);
        Assert.Equal("organizations.stale-version", (await ChangeAsync(admin, 1, newcomer, null)).Rejection!.Code);

        async Task<Guid> HolderAsync(DateTimeOffset at) => (await bench.ReadAsync((services, _) => services.GetRequiredService<IDirectory>().HoldersAsync(post, at, default))).Single().Id;
        Assert.Equal(officer.PersonId, await HolderAsync(before));
        Assert.Equal(newcomer, await HolderAsync(bench.Clock.GetUtcNow()));
        Assert.Empty((await bench.ActorAsync("officer1")).Posts);
    }
}
