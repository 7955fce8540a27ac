using SpecialEquipment.Workflow.Capabilities.Organizations;
using SpecialEquipment.Workflow.Capabilities.Organizations.Codes;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Organizations;

public class CodeCheckTests
{
    [Theory]
    [InlineData("1114058101245507XU")]
    [InlineData("91140581MA0T000119")]
    [InlineData("91320507MA1T00021G")]
    [InlineData("91500120MA6T00039K")]
    [InlineData("91640104MA7T00049W")]
    [InlineData("91610100MA8T00059X")]
    [InlineData("92140581MA0T00062E")]
    [InlineData("12140581MB0T000740")]
    public void Published_and_synthetic_credit_codes_are_regular(string code)
    {
        Assert.Equal(CodeVerdict.Regular, CreditCode.Check(code).Verdict);
        Assert.Equal(code[16], CreditCode.OrganizationCheckCharacter(code.AsSpan(8, 8)));
    }

    [Fact]
    public void A_pilot_code_with_a_wrong_check_character_is_only_doubtful()
    {
        var check = CreditCode.Check("91350100M0001TGQXM");
        Assert.Equal(CodeVerdict.Doubtful, check.Verdict);
        Assert.Contains("“1”", check.Expected);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("91140581MA0T00011")]
    [InlineData("91140581MA0T0001190")]
    [InlineData("9114058IMA0T000119")]
    [InlineData("91140581MAOT000119")]
    [InlineData("91140581mA0T000119")]
    [InlineData("S1140581MA0T000119")]
    [InlineData("9114A581MA0T000119")]
    [InlineData("91140581MA0T000119\n")]
    [InlineData("９1140581MA0T000119")]
    public void A_wrong_pattern_is_refused(string? code) => Assert.Equal(CodeVerdict.Refused, CreditCode.Check(code).Verdict);

    [Fact]
    public void Any_single_wrong_digit_is_noticed()
    {
        const string code = "91140581MA0T000119";
        for (var i = 0; i < 17; i++)
        {
            var other = code[i] == '1' ? '2' : '1';
            Assert.NotEqual(CodeVerdict.Regular, CreditCode.Check(code[..i] + other + code[(i + 1)..]).Verdict);
        }
    }

    [Theory]
    [InlineData("31101014020190123", "3110", CodeVerdict.Regular)]
    [InlineData("311010140201901234", "3110", CodeVerdict.Regular)]
    [InlineData("3110101402019A1234", "3120", CodeVerdict.Regular)]
    [InlineData("4D0010140201901234", "4D00", CodeVerdict.Regular)]
    [InlineData("31101014020190123", "4300", CodeVerdict.Doubtful)]
    [InlineData("21603101012006010101", "2100", CodeVerdict.Doubtful)]
    [InlineData("216031010120060101011", "2100", CodeVerdict.Doubtful)]
    [InlineData("21603101012006130101", "2100", CodeVerdict.Refused)]
    [InlineData("3110101401819012", "3110", CodeVerdict.Refused)]
    [InlineData("31101014018190123", "3110", CodeVerdict.Refused)]
    [InlineData("", "3110", CodeVerdict.Refused)]
    public void Equipment_codes(string code, string catalogueCode, CodeVerdict verdict) => Assert.Equal(verdict, EquipmentCode.Check(code, catalogueCode).Verdict);

    [Theory]
    [InlineData("梯11闽E3622(16)", EquipmentKind.Elevator, CodeVerdict.Regular)]
    [InlineData("瓶30晋E12345(25)", EquipmentKind.PressureVessel, CodeVerdict.Regular)]
    [InlineData("梯11闽E3622(16)", EquipmentKind.Boiler, CodeVerdict.Doubtful)]
    [InlineData("晋特梯字第123号", EquipmentKind.Elevator, CodeVerdict.Doubtful)]
    [InlineData(" ", EquipmentKind.Elevator, CodeVerdict.Refused)]
    public void Registration_numbers(string number, EquipmentKind kind, CodeVerdict verdict) => Assert.Equal(verdict, RegistrationNumber.Check(number, kind).Verdict);

    [Theory]
    [InlineData("140581", "140500", CodeVerdict.Regular)]
    [InlineData("140500", "140000", CodeVerdict.Regular)]
    [InlineData("500120", "500000", CodeVerdict.Regular)]
    [InlineData("140581100", "140581", CodeVerdict.Regular)]
    [InlineData("140581100001", "140581100", CodeVerdict.Regular)]
    [InlineData("320507", "140500", CodeVerdict.Refused)]
    [InlineData("140582100", "140581", CodeVerdict.Refused)]
    [InlineData("1405", null, CodeVerdict.Refused)]
    public void Region_codes(string code, string? parent, CodeVerdict verdict) => Assert.Equal(verdict, RegionCode.Check(code, parent).Verdict);

    [Theory]
    [InlineData("3110", "曳引驱动乘客电梯")]
    [InlineData("3190", "曳引与强制驱动电梯")]
    [InlineData("4D00", "机械式停车设备")]
    [InlineData("9120", "客运索道")]
    public void A_catalogue_code_is_named_by_the_nearest_heading(string code, string name) => Assert.Equal(name, EquipmentCatalogue.NameOf(code));
}
