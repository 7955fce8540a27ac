using SpecialEquipment.Workflow.Capabilities.Organizations;
using SpecialEquipment.Workflow.Capabilities.Organizations.Codes;
using SpecialEquipment.Workflow.Capabilities.Organizations.Demo;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Organizations;

public class DemoPlanTests
{
    private static readonly DemoPlan Plan = DemoPlan.Make(140581);

    [Fact]
    public void The_county_has_its_size()
    {
        Assert.Equal(40, Plan.Enterprises.Count);
        Assert.Equal(300, Plan.Equipment.Count);
        Assert.Equal(15, Plan.Departments.Count(d => d.RegionCode == DemoPlan.County && d.Code != DepartmentCodes.Government)); // annex 2 lists departments, not the government
    }

    [Fact]
    public void One_seed_gives_one_county_and_another_seed_another()
    {
        var again = DemoPlan.Make(140581);
        Assert.Equal(Plan.Enterprises.Select(e => (e.Id, e.Name, e.RegionCode)), again.Enterprises.Select(e => (e.Id, e.Name, e.RegionCode)));
        Assert.Equal(Plan.Accounts.Select(a => (a.UserId, a.PersonName)), again.Accounts.Select(a => (a.UserId, a.PersonName)));
        Assert.NotEqual(Plan.Accounts[0].UserId, DemoPlan.Make(7).Accounts[0].UserId);
    }

    [Fact]
    public void Every_kind_of_equipment_is_there()
    {
        EquipmentKind[] eight =
        [
            EquipmentKind.Boiler, EquipmentKind.PressureVessel, EquipmentKind.Elevator, EquipmentKind.LiftingMachinery, EquipmentKind.InPlantVehicle,
            EquipmentKind.LargeAmusementDevice, EquipmentKind.PressurePiping, EquipmentKind.PassengerRopeway,
        ];
        Assert.Equal(eight.Order(), Plan.Equipment.Select(e => e.Kind).Distinct().Order());
    }

    [Fact]
    public void Every_code_passes_its_check_and_none_is_used_twice()
    {
        Assert.All(Plan.Enterprises, e => Assert.Equal(CodeVerdict.Regular, CreditCode.Check(e.CreditCode).Verdict));
        Assert.All(Plan.Equipment, e => Assert.Equal(CodeVerdict.Regular, EquipmentCode.Check(e.Code, e.CatalogueCode).Verdict));
        Assert.All(Plan.Equipment, e => Assert.Equal(CodeVerdict.Regular, RegistrationNumber.Check(e.RegistrationNumber, e.Kind).Verdict));
        Assert.Distinct(Plan.Enterprises.Select(e => e.CreditCode));
        Assert.Distinct(Plan.Enterprises.Select(e => e.Name));
        Assert.Distinct(Plan.Equipment.Select(e => e.Code));
        Assert.Distinct(Plan.People.Select(p => p.Name));
        Assert.All(Plan.Enterprises, e => Assert.Contains(e.PlaceType, PlaceTypes.Names.Keys));
    }

    [Fact]
    public void Every_unit_has_its_three_posts_with_holders()
    {
        var held = Plan.Holders.Where(h => h.ValidTo is null).Select(h => h.PostId).ToHashSet();
        foreach (var unit in Plan.Enterprises)
        {
            var posts = Plan.Posts.Where(p => p.EnterpriseId == unit.Id).ToList();
            Assert.Equal([PostKinds.Principal, PostKinds.SafetyDirector, PostKinds.SafetyOfficer], posts.Select(p => p.Kind).Order());
            Assert.All(posts, p => Assert.Contains(p.Id, held));
        }
    }

    [Theory]
    [InlineData("inspector1", PostKinds.Inspector)]
    [InlineData("inspector2", PostKinds.Inspector)]
    [InlineData("officer1", PostKinds.CaseOfficer)]
    [InlineData("approver1", PostKinds.Approver)]
    [InlineData("approver1", PostKinds.BureauLeader)]
    [InlineData("enterprise1", PostKinds.SafetyDirector)]
    public void Demo_logins_hold_their_posts(string userName, string kind)
    {
        var account = Plan.Accounts.Single(a => a.UserName == userName);
        var posts = Plan.Holders.Where(h => h.PersonId == account.PersonId && h.ValidTo is null).Select(h => Plan.Posts.Single(p => p.Id == h.PostId));
        Assert.Contains(posts, p => p.Kind == kind);
    }

    [Fact]
    public void Inspectors_carry_certificates() =>
        Assert.All(
            Plan.Accounts.Where(a => a.UserName.StartsWith("inspector", StringComparison.Ordinal)),
            a => Assert.NotNull(Plan.People.Single(p => p.Id == a.PersonId).CertificateNumber));

    [Fact]
    public void The_chain_of_superiors_ends()
    {
        foreach (var post in Plan.Posts)
        {
            var seen = new HashSet<Guid>();
            for (var at = post; at.SuperiorPostId is { } above; at = Plan.Posts.Single(p => p.Id == above))
            {
                Assert.True(seen.Add(at.Id), $"{post.Name} reports to itself");
            }
        }
    }
}
