using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>
/// What a record of inspection prints (DOMAIN §4.12): the visit at which two inspectors ordered the rectification, or saw it done on the spot.
/// </summary>
public sealed class InspectionDocument(IMatterFacts facts) : IDocumentSource
{
    /// <summary>Who signed, what was found, and what came of it.</summary>
    private sealed record Visit(DateTimeOffset At, IReadOnlyList<DocumentSigner> Signers, IReadOnlyList<InstructionItem> Items, string Result);

    public bool Supports(string template) => template == DocumentTemplates.InspectionRecord;

    public async Task<DocumentFields> ReadAsync(string template, Guid matterId, DocumentReading reading, CancellationToken cancellation)
    {
        var db = reading.Db;
        var directory = reading.Services.GetRequiredService<IDirectory>();
        var matter = await db.Set<Matter>().AsNoTracking().SingleAsync(m => m.Id == matterId, cancellation);
        var hazard = await db.Set<Hazard>().AsNoTracking().SingleAsync(h => h.MatterId == matterId, cancellation);
        var order = await db.Set<Instruction>().AsNoTracking().Where(i => i.MatterId == matterId).OrderByDescending(i => i.Serial).FirstOrDefaultAsync(cancellation);
        var visit = hazard.FixedAt is { } fixedAt
            ? await FixedAsync(hazard, fixedAt, directory, reading, cancellation)
            : Ordered(order ?? throw new InvalidOperationException($"matter {matterId} has neither an instruction nor a fix on the spot to record"));
        var unit = matter.EnterpriseId is { } unitId ? await directory.FindEnterpriseAsync(unitId, cancellation) : null;
        var documents = await reading.Services.GetRequiredService<IDocumentRegister>().OfMatterAsync(db, matterId, cancellation);

        var values = (await facts.ReadAsync(db, matterId, cancellation)).ToValues(matter);
        (values["creditCode"], values["unitAddress"], values["taskSource"]) = (unit?.CreditCode, unit?.Address, hazard.Source.Name());
        (values["inspectedOn"], values["result"]) = (ShanghaiTime.DateOf(visit.At), visit.Result);
        values["content"] = $"{hazard.EquipmentName}的安全状况和使用管理情况；{hazard.Text}";
        values["items"] = visit.Items.Select(object? (i) => new Dictionary<string, object?> { ["problem"] = i.Problem, ["clause"] = i.Clause, ["measure"] = i.Measure }).ToList();
        values["instructionNumber"] = documents.Where(d => d.Kind == DocumentTemplates.SafetySupervisionInstruction).MaxBy(d => d.IssuedAt)?.Number;
        (values["stopUse"], values["receiver"]) = (order?.StopUse, order is { Refused: false } ? order.Receiver : null);
        values["refusalNote"] = order is { Refused: true } ? order.ServiceNote : null;
        return new DocumentFields
        {
            RegionCode = matter.RegionCode, DepartmentCode = DepartmentCodes.MarketRegulator, Addressees = [hazard.EnterpriseName ?? "使用单位"], Signers = visit.Signers, Values = values,
        };
    }

    private static Visit Ordered(Instruction order)
    {
        var signedOn = ShanghaiTime.DateOf(order.IssuedAt);
        return new Visit(
            order.ServedAt ?? order.IssuedAt,
            [
                new DocumentSigner(PostKinds.Inspector, order.FirstInspectorName, order.FirstCertificate, signedOn),
                new DocumentSigner(PostKinds.Inspector, order.SecondInspectorName, order.SecondCertificate, signedOn),
            ],
            order.Items, $"已下达监察指令书，责令于{order.Deadline:yyyy年M月d日}前改正");
    }

    /// <summary>Who saw it is in the two-person step itself; the hazard keeps only what they saw.</summary>
    private static async Task<Visit> FixedAsync(Hazard hazard, DateTimeOffset fixedAt, IDirectory directory, DocumentReading reading, CancellationToken cancellation)
    {
        var step = await reading.Db.Set<Confirmation>().AsNoTracking()
            .Where(c => c.MatterId == hazard.MatterId && c.Command == FixOnSpot.CommandName && c.State == ConfirmationState.Confirmed)
            .OrderByDescending(c => c.Key).FirstAsync(cancellation);
        var day = ShanghaiTime.DateOf(fixedAt);
        return new Visit(
            fixedAt,
            [
                new DocumentSigner(PostKinds.Inspector, step.ProposerName, await CertificateAsync(step.ProposerPersonId), day),
                new DocumentSigner(PostKinds.Inspector, step.DecidedByName!, await CertificateAsync(step.DecidedByPersonId), day),
            ],
            [new InstructionItem(hazard.Text, hazard.Clause, hazard.SpotText)], "上述问题已于同次检查中当场整改完毕，整改前后照片附卷");

        async Task<string?> CertificateAsync(Guid? person) => person is { } id ? (await directory.FindPersonAsync(id, cancellation))?.CertificateNumber : null;
    }
}
