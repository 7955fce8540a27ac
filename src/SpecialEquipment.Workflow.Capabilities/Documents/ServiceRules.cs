using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;

namespace SpecialEquipment.Workflow.Capabilities.Documents;

/// <summary>What makes a service of a document good (DOMAIN §4.0 "Service of documents").</summary>
internal static class ServiceRules
{
    public static Rejection? Objection(DocumentService service, DateTimeOffset issuedAt, DateTimeOffset now)
    {
        var objections = Objections(service, issuedAt, now).ToArray();
        return objections.Length == 0 ? null : Rejection.Form("documents.service-wrong", $"送达记录不符合规定：{objections[0].Expected}，实际为{objections[0].Actual}。", objections);
    }

    private static IEnumerable<FieldObjection> Objections(DocumentService service, DateTimeOffset issuedAt, DateTimeOffset now)
    {
        if (!FrozenFields.IsServiceMode(service.Mode))
        {
            yield return new FieldObjection("service.mode", "送达方式之一", service.Mode);
        }
        if (string.IsNullOrWhiteSpace(service.Receiver))
        {
            yield return new FieldObjection("service.receiver", "应填写收件人", "空");
        }
        // a paper may be handed over at the scene before the office hears of it, yet never before its own day
        if (service.ServedAt > now || Shared.Deadlines.ShanghaiTime.DateOf(service.ServedAt) < Shared.Deadlines.ShanghaiTime.DateOf(issuedAt))
        {
            yield return new FieldObjection("service.servedAt", "送达时间应在制发之日以后、当前时间以前", Shared.Deadlines.ShanghaiTime.Text(service.ServedAt));
        }
        if ((service.Refused || service.Mode == "LEFT") && string.IsNullOrWhiteSpace(service.Note))
        {
            yield return new FieldObjection(
                "service.note", "拒收或者留置送达应注明情况和两名见证人，或者注明有录音录像", "空", "《特种设备安全监督检查办法》第二十七条");
        }
        if (service.Mode == "ELECTRONIC" && string.IsNullOrWhiteSpace(service.Note))
        {
            yield return new FieldObjection("service.note", "电子送达应注明当事人的书面同意", "空", "《中华人民共和国行政处罚法》第六十一条");
        }
    }
}
