using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Documents;

/// <summary>
/// What makes a service of a document good, and on which day it takes effect (DOMAIN §4.0 "Service of documents"). One set of rules for
/// every document: clocks that run "from service" start at the instant this gives.
/// </summary>
/// <param name="Earliest">Nothing can be served before.</param>
/// <param name="EarliestName">What happened then, in Chinese.</param>
internal sealed record ServiceRules(DateTimeOffset Earliest, string EarliestName, DateTimeOffset Now, RulesInForce Rules, string? Region)
{
    private const string Law = "《特种设备安全监督检查办法》第二十七条";
    private const string ElectronicLaw = "《行政处罚法》第六十一条";
    private static readonly string[] Modes = ["DIRECT", "LEFT", "ELECTRONIC", "MAIL", "ENTRUSTED", "PUBLIC_NOTICE"];

    /// <summary>The service as it stands; null when the record is not good, with every objection added under <c>service.</c></summary>
    public DocumentService? Check(ServiceForm? form, Objections objections)
    {
        if (form is null)
        {
            objections.Add("service", "应有送达记录", "实际没有", Law);
            return null;
        }
        var before = objections.List.Count;
        if (objections.Required("service.mode", form.Mode, "送达方式", Law) && !Modes.Contains(form.Mode))
            objections.Add("service.mode", $"应为 {string.Join("、", Modes)} 之一", $"实际为“{form.Mode}”", Law);
        if (form.Mode != "PUBLIC_NOTICE")
            objections.Text("service.receiver", form.Receiver, "接收人", Law, 120);
        Proof(form, objections);
        var servedAt = ServedAt(form, objections);
        if (objections.List.Count > before)
            return null;
        var proof = new ProofOfService([.. Witnesses(form)], form.Recorded, form.Consent?.Trim(), form.EntrustedTo?.Trim(), form.ReceiptDate, form.NoticedOn);
        return new DocumentService(form.Mode!, form.Receiver?.Trim() is { Length: > 0 } receiver ? receiver : "受送达人（公告）", servedAt, form.Refused, form.Note?.Trim())
        {
            Proof = proof,
        };
    }

    private static void Proof(ServiceForm form, Objections objections)
    {
        if (form.Refused)
            objections.Text("service.note", form.Note, "拒绝签收的情况", Law);
        if ((form.Refused || form.Mode == "LEFT") && !form.Recorded && Witnesses(form).Distinct().Count() < 2)
            objections.Add("service.witnesses", "拒绝签收、留置送达应有两名见证人或者全程录音录像", $"实际见证人 {Witnesses(form).Distinct().Count()} 名、没有录音录像", Law);
        if (form.Mode == "ELECTRONIC")
            objections.Text("service.consent", form.Consent, "当事人的书面同意（文号或者日期）", ElectronicLaw, 200);
        if (form.Mode == "ENTRUSTED")
            objections.Text("service.entrustedTo", form.EntrustedTo, "受托送达机关", Law, 200);
        if (form.Mode == "PUBLIC_NOTICE")
            objections.Text("service.note", form.Note, "公告送达的理由（下落不明或者其他方式无法送达）", Law);
    }

    private DateTimeOffset ServedAt(ServiceForm form, Objections objections) => form.Mode switch
    {
        "MAIL" => OnDay("service.receiptDate", form.ReceiptDate, "邮寄回执日期", objections) is { } received ? Later(ShanghaiTime.StartOf(received), Earliest) : Now,
        "PUBLIC_NOTICE" => NoticeOver(form, objections),
        _ => AtHand(form, objections),
    };

    private DateTimeOffset AtHand(ServiceForm form, Objections objections)
    {
        var at = form.ServedAt?.ToUniversalTime() ?? Now;
        if (at > Now)
            objections.Add("service.servedAt", $"应不晚于 {ShanghaiTime.Text(Now)}", $"实际为 {ShanghaiTime.Text(at)}", Law);
        else if (at < Earliest)
            objections.Add("service.servedAt", $"应不早于{EarliestName} {ShanghaiTime.Text(Earliest)}", $"实际为 {ShanghaiTime.Text(at)}", Law);
        return at;
    }

    private DateOnly? OnDay(string field, DateOnly? day, string label, Objections objections)
    {
        if (!objections.Required(field, day, label, Law))
            return null;
        if (day > ShanghaiTime.DateOf(Now))
            objections.Add(field, $"应不晚于今天 {ShanghaiTime.Text(ShanghaiTime.DateOf(Now))}", $"实际为 {ShanghaiTime.Text(day!.Value)}", Law);
        else if (day < ShanghaiTime.DateOf(Earliest))
            objections.Add(field, $"应不早于{EarliestName} {ShanghaiTime.Text(ShanghaiTime.DateOf(Earliest))}", $"实际为 {ShanghaiTime.Text(day!.Value)}", Law);
        return day;
    }

    /// <summary>Deemed served on the last day of the notice's period, and not before that day is over.</summary>
    private DateTimeOffset NoticeOver(ServiceForm form, Objections objections)
    {
        if (OnDay("service.noticedOn", form.NoticedOn, "公告日期", objections) is not { } noticed || Rules.Policy.FindRule("publicNoticeService", noticed, Region) is not { } rule)
            return Now;
        var over = DeadlineCalculator.Compute(noticed, rule.Limit, Rules.Calendar);
        if (Now < over.OverdueAt && noticed <= ShanghaiTime.DateOf(Now))
            objections.Add("service.noticedOn", $"公告期满（{ShanghaiTime.Text(over.Day!.Value)}，{rule.Limit}）方视为送达", $"实际今天为 {ShanghaiTime.Text(ShanghaiTime.DateOf(Now))}", rule.Basis);
        return over.DueInstant;
    }

    private static IEnumerable<string> Witnesses(ServiceForm form) => (form.Witnesses ?? []).OfType<string>().Select(w => w.Trim()).Where(w => w.Length > 0);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
