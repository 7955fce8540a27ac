using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>What a safety supervision instruction prints (DOMAIN §4.12).</summary>
public sealed class InstructionDocument : IDocumentSource
{
    public bool Supports(string template) => template == DocumentTemplates.SafetySupervisionInstruction;

    public async Task<DocumentFields> ReadAsync(string template, Guid matterId, DocumentReading reading, CancellationToken cancellation)
    {
        var db = reading.Db;
        var matter = await db.Set<Matter>().AsNoTracking().SingleAsync(m => m.Id == matterId, cancellation);
        var hazard = await db.Set<Hazard>().AsNoTracking().SingleAsync(h => h.MatterId == matterId, cancellation);
        var order = await db.Set<Instruction>().AsNoTracking().Where(i => i.MatterId == matterId).OrderByDescending(i => i.Serial).FirstAsync(cancellation);
        var signedOn = Shared.Deadlines.ShanghaiTime.DateOf(order.IssuedAt);
        return new DocumentFields
        {
            RegionCode = matter.RegionCode, DepartmentCode = DepartmentCodes.MarketRegulator, Addressees = [hazard.EnterpriseName ?? "使用单位"],
            LegalBasis = order.LegalBasis, Facts = string.Join("；", order.Items.Select(i => i.Problem)),
            Text = $"责令你单位于 {order.Deadline:yyyy年M月d日} 前完成整改{(order.StopUse ? "，整改完成前停止使用上述设备" : "")}，并将整改情况书面报告本机关。",
            DueDate = order.Deadline,
            Signers =
            [
                new DocumentSigner(PostKinds.Inspector, order.FirstInspectorName, order.FirstCertificate, signedOn),
                new DocumentSigner(PostKinds.Inspector, order.SecondInspectorName, order.SecondCertificate, signedOn),
            ],
            Service = new DocumentService(ServiceCode(order.ServiceMode), order.Receiver, order.ServedAt, order.Refused, order.ServiceNote),
            Values = new Dictionary<string, object?>
            {
                ["unit"] = hazard.EnterpriseName, ["place"] = hazard.Place,
                ["equipmentCodes"] = (hazard.EquipmentCode is null ? [] : new List<object?> { hazard.EquipmentCode }), ["equipmentName"] = hazard.EquipmentName,
                ["items"] = order.Items.Select(object? (i) => new Dictionary<string, object?> { ["problem"] = i.Problem, ["clause"] = i.Clause, ["measure"] = i.Measure }).ToList(),
                ["deadline"] = order.Deadline, ["stopUse"] = order.StopUse, ["serial"] = order.Serial, ["hazardNumber"] = matter.Number,
                ["receiver"] = order.Receiver, ["refused"] = order.Refused, ["refusalNote"] = order.Refused ? order.ServiceNote : null,
                ["remedy"] = "如不服本指令，可以在法定期限内依法申请行政复议或者提起行政诉讼。",
            },
        };
    }

    private static string ServiceCode(ServiceMode mode) => mode == ServiceMode.PublicNotice ? "PUBLIC_NOTICE" : mode.ToString().ToUpperInvariant();
}
