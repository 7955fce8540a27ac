using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>What a safety supervision instruction prints (DOMAIN §4.12).</summary>
public sealed class InstructionDocument(IMatterFacts facts) : IDocumentSource
{
    public bool Supports(string template) => template == DocumentTemplates.SafetySupervisionInstruction;

    public string ServedBy(string template) => "serve-instruction";

    public async Task<DocumentFields> ReadAsync(string template, Guid matterId, DocumentReading reading, CancellationToken cancellation)
    {
        var db = reading.Db;
        var directory = reading.Services.GetRequiredService<IDirectory>();
        var matter = await db.Set<Matter>().AsNoTracking().SingleAsync(m => m.Id == matterId, cancellation);
        var hazard = await db.Set<Hazard>().AsNoTracking().SingleAsync(h => h.MatterId == matterId, cancellation);
        var order = await db.Set<Instruction>().AsNoTracking().Where(i => i.MatterId == matterId).OrderByDescending(i => i.Serial).FirstAsync(cancellation);
        var unit = matter.EnterpriseId is { } unitId ? await directory.FindEnterpriseAsync(unitId, cancellation) : null;
        var device = hazard.EquipmentId is { } deviceId ? await directory.FindEquipmentAsync(deviceId, cancellation) : null;
        var values = (await facts.ReadAsync(db, matterId, cancellation)).ToValues(matter);
        values["unitAddress"] = unit?.Address;
        values["creditCode"] = unit?.CreditCode;
        values["items"] = order.Items.Select(object? (i) => new Dictionary<string, object?> { ["problem"] = i.Problem, ["clause"] = i.Clause, ["measure"] = i.Measure }).ToList();
        values["devices"] = new List<object?>
        {
            new Dictionary<string, object?>
            {
                ["name"] = device?.Name ?? hazard.EquipmentName, ["code"] = device?.Code ?? hazard.EquipmentCode, ["registrationNumber"] = device?.RegistrationNumber,
            },
        };
        values["stopUse"] = order.StopUse;
        var signedOn = ShanghaiTime.DateOf(order.IssuedAt);
        return new DocumentFields
        {
            RegionCode = matter.RegionCode, DepartmentCode = DepartmentCodes.MarketRegulator, Addressees = [hazard.EnterpriseName ?? "使用单位"],
            LegalBasis = order.LegalBasis, DueDate = order.Deadline, Values = values,
            Signers =
            [
                new DocumentSigner(PostKinds.Inspector, order.FirstInspectorName, order.FirstCertificate, signedOn),
                new DocumentSigner(PostKinds.Inspector, order.SecondInspectorName, order.SecondCertificate, signedOn),
            ],
            Service = order.ServedAt is { } served
                ? new DocumentService(UpperSnake.From(order.ServiceMode!.Value), order.Receiver!, served, order.Refused, order.ServiceNote) { Proof = order.Proof } : null,
        };
    }
}
