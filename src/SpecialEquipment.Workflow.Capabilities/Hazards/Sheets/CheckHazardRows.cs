using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;
using static SpecialEquipment.Workflow.Capabilities.Hazards.Sheets.HazardSheet;

namespace SpecialEquipment.Workflow.Capabilities.Hazards.Sheets;

/// <summary>What a row means once its unit, device, words and dates are understood.</summary>
internal sealed record ReadHazardRow(
    ImportRow Row, EnterpriseView Unit, EquipmentView? Device, HazardSource Source, HazardGrade? Grade, ImportedStage Stage, DateOnly FoundOn, DateOnly? RectifyBy, DateOnly? ClosedOn);

/// <summary>Looks rows up and objects to what does not fit; one set of queries for the whole batch.</summary>
internal sealed class CheckHazardRows(ActContext act)
{
    public const string SourceSystem = "EXCEL";

    /// <summary>The first rules on the supervision of special equipment came into force on this day; before it there is no hazard of this law.</summary>
    private static readonly DateOnly Earliest = new(2003, 6, 1);
    private readonly IDirectory directory = act.Services.GetRequiredService<IDirectory>();
    private readonly IUnitLookup lookup = act.Services.GetRequiredService<IUnitLookup>();
    private readonly DateOnly today = ShanghaiTime.DateOf(act.Now);

    /// <summary>The rows that can be taken, in order.</summary>
    public async Task<IReadOnlyList<ReadHazardRow>> DoAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellation)
    {
        var units = await lookup.ByCreditCodeAsync([.. rows.Select(r => r[CreditCode]).OfType<string>()], cancellation);
        var names = await lookup.ByNameAsync([.. rows.Where(r => r[CreditCode] is null).Select(r => r[Unit]).OfType<string>()], cancellation);
        var devices = await lookup.ByEquipmentCodeAsync([.. rows.Select(r => r[EquipmentCode]).OfType<string>()], cancellation);
        var scope = await directory.ScopeAsync(act.Actor, cancellation);
        var read = new List<ReadHazardRow>();
        foreach (var row in rows)
        {
            var unit = FindUnit(row, units, names);
            if (unit is not null && !scope.Includes(unit.RegionCode, unit.PlaceType, Guid.Empty))
                row.Refuse(row[CreditCode] is null ? Unit : CreditCode, "应为您辖区内的单位，实际不在您的管辖范围内");
            var device = FindDevice(row, unit, devices);
            var (source, grade, stage) = Words(row);
            var (found, by, closed) = Dates(row, stage);
            if (!row.HasErrors && unit is not null)
                read.Add(new ReadHazardRow(row, unit, device, source!.Value, grade, stage!.Value, found!.Value, by, closed));
        }
        foreach (var one in read)
            one.Row.Key = KeyOf(one);
        await FindKnownAsync(read, cancellation);
        return read;
    }

    private EnterpriseView? FindUnit(ImportRow row, IReadOnlyDictionary<string, EnterpriseView> units, ILookup<string, EnterpriseView> names)
    {
        if (row[CreditCode] is { } code)
        {
            var (refused, doubtful) = lookup.CheckCreditCode(code);
            if (units.TryGetValue(code, out var unit))
            {
                if (row[Unit] is { } named && Bare(named) != Bare(unit.Name))
                    row.Refuse(Unit, $"应与信用代码所属单位“{unit.Name}”一致，实际为“{named}”");
                return unit;
            }
            if (!row.IsWrong(CreditCode))
                row.Refuse(CreditCode, refused is not null ? $"应为{refused}，实际为“{code}”" : doubtful is not null ? $"应为在册单位的信用代码（{doubtful}），实际查无此单位" : "应为在册单位的信用代码，实际查无此单位，请先登记单位");
            return null;
        }
        if (row[Unit] is not { } name)
        {
            if (!row.IsWrong(CreditCode))
                row.Refuse(Unit, "应填写单位或信用代码，实际均为空");
            return null;
        }
        var found = names[Bare(name)].ToList();
        if (found.Count == 1)
            return found[0];
        row.Refuse(Unit, found.Count == 0 ? $"应为在册单位，实际查无“{name}”，请先登记单位或补填信用代码" : $"有 {found.Count} 个单位同名，应补填信用代码");
        return null;
    }

    private static EquipmentView? FindDevice(ImportRow row, EnterpriseView? unit, IReadOnlyDictionary<string, EquipmentView> devices)
    {
        if (row[EquipmentCode] is not { } code)
        {
            if (row[Equipment] is null && !row.IsWrong(EquipmentCode))
                row.Refuse(Equipment, "应填写设备或设备代码，实际均为空");
            return null;
        }
        if (!devices.TryGetValue(code, out var device))
        {
            row.Refuse(EquipmentCode, $"应为在册设备的代码，实际查无“{code}”");
            return null;
        }
        if (unit is not null && device.EnterpriseId != unit.Id)
            row.Refuse(EquipmentCode, "应为该单位的设备，实际属于其他单位");
        return device;
    }

    private static (HazardSource? Source, HazardGrade? Grade, ImportedStage? Stage) Words(ImportRow row)
    {
        HazardSource? source = row[Source] is { } named ? SourceOf(named) : null;
        if (source is null && row[Source] is { } unknownSource)
            row.Refuse(Source, $"应为隐患来源（如 常规监督检查、检验检测机构报告、单位自查），实际为“{unknownSource}”");
        HazardGrade? grade = row[Grade] is { } graded ? GradeOf(graded) : null;
        if (grade is null && row[Grade] is { } unknownGrade)
            row.Refuse(Grade, $"应为“一般”或“重大”，实际为“{unknownGrade}”");
        ImportedStage? stage = row[State] is { } stated ? StageOf(stated) : null;
        if (stage is null && row[State] is { } unknownState)
            row.Refuse(State, $"应为 待核、已登记、整改中、待复查、已销号 等状态，实际为“{unknownState}”");
        if (grade == HazardGrade.Major && stage == ImportedStage.Open)
            row.Note(Grade, "重大须有判定依据并经审批人确认：按“已登记”导入，由承办人定级");
        return (source, grade, stage);
    }

    private (DateOnly? Found, DateOnly? By, DateOnly? Closed) Dates(ImportRow row, ImportedStage? stage)
    {
        var (found, by, closed) = (row.Date(FoundOn), row.Date(RectifyBy), row.Date(ClosedOn));
        if (found < Earliest || found > today)
            row.Refuse(FoundOn, $"应在 {ShanghaiTime.Text(Earliest)} 至今天 {ShanghaiTime.Text(today)} 之间，实际为 {ShanghaiTime.Text(found.Value)}");
        if (by < found)
            row.Refuse(RectifyBy, $"应不早于发现日期 {ShanghaiTime.Text(found.Value)}，实际为 {ShanghaiTime.Text(by.Value)}");
        if (closed is { } end)
        {
            if (stage is not null and not ImportedStage.Closed)
                row.Refuse(ClosedOn, "未销号的隐患应没有销号日期，实际已填写");
            else if (end < found || end > today)
                row.Refuse(ClosedOn, $"应在发现日期与今天之间，实际为 {ShanghaiTime.Text(end)}");
        }
        return (found, by, closed);
    }

    /// <summary>The same unit, device, day and text is the same hazard, in whichever file it stands.</summary>
    private static string KeyOf(ReadHazardRow one)
    {
        var text = string.Concat(CellTexts.HalfWidth(one.Row[Text]!).Where(char.IsLetterOrDigit)).ToUpperInvariant();
        var whole = string.Join('|', one.Unit.Id.ToString("N"), one.Device?.Code ?? CellTexts.Heading(one.Row[Equipment] ?? ""), ShanghaiTime.Text(one.FoundOn), text);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)))[..40];
    }

    private async Task FindKnownAsync(List<ReadHazardRow> read, CancellationToken cancellation)
    {
        if (read.Count == 0)
            return;
        var keys = read.Select(r => r.Row.Key!).ToList();
        var imported = await (from h in act.Db.Set<Hazard>()
                              where h.SourceSystem == SourceSystem && keys.Contains(h.SourceId)
                              join m in act.Db.Set<Matter>() on h.MatterId equals m.Id
                              select new { h.SourceId, m.Number }).AsNoTracking().ToDictionaryAsync(h => h.SourceId, h => h.Number, cancellation);
        foreach (var one in read.Where(r => imported.ContainsKey(r.Row.Key!)))
            one.Row.KnownAs = imported[one.Row.Key!] is { } number ? $"已导入，台账编号 {number}" : "已导入，尚未编号";
        foreach (var day in read.Where(r => r.Row.KnownAs is null).GroupBy(r => r.FoundOn))
            await FindEnteredAsync(day.Key, [.. day], cancellation);
    }

    /// <summary>What somebody entered by hand or another system reported.</summary>
    private async Task FindEnteredAsync(DateOnly day, IReadOnlyList<ReadHazardRow> rows, CancellationToken cancellation)
    {
        var (begin, end) = (ShanghaiTime.StartOf(day), ShanghaiTime.StartOf(day.AddDays(1)));
        var texts = rows.Select(r => r.Row[Text]!).Distinct().ToList();
        var entered = await (from h in act.Db.Set<Hazard>()
                             where h.FoundAt >= begin && h.FoundAt < end && h.SourceSystem != SourceSystem && texts.Contains(h.Text)
                             join m in act.Db.Set<Matter>() on h.MatterId equals m.Id
                             select new { h.Text, h.EquipmentCode, m.EnterpriseId, m.Number }).AsNoTracking().ToListAsync(cancellation);
        foreach (var one in rows)
        {
            var same = entered.Find(e => e.EnterpriseId == one.Unit.Id && e.Text == one.Row[Text] && (one.Device is null || e.EquipmentCode is null || e.EquipmentCode == one.Device.Code));
            if (same is not null)
                one.Row.KnownAs = same.Number is { } number ? $"已登记，台账编号 {number}" : "已上报，尚未编号";
        }
    }

    private static string Bare(string name) => CellTexts.HalfWidth(name).Replace(" ", "", StringComparison.Ordinal);
}
