using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>What the papers of a seizure print: party, reason, basis, period, list and remedies (AEL art. 24), extension and release.</summary>
public sealed class SeizureDocuments(IMatterFacts facts) : IDocumentSource
{
    public bool Supports(string template) => template is DocumentTemplates.SeizureDecision or DocumentTemplates.SeizureExtension or DocumentTemplates.SeizureRelease;

    public async Task<DocumentFields> ReadAsync(string template, Guid matterId, DocumentReading reading, CancellationToken cancellation)
    {
        var directory = reading.Services.GetRequiredService<IDirectory>();
        var matter = await reading.Db.Set<Matter>().AsNoTracking().SingleAsync(m => m.Id == matterId, cancellation);
        var seizure = await reading.Db.Set<Seizure>().AsNoTracking().Where(s => s.MatterId == matterId).OrderByDescending(s => s.Key).FirstAsync(cancellation);
        var unit = matter.EnterpriseId is { } id ? await directory.FindEnterpriseAsync(id, cancellation) : null;
        var values = (await facts.ReadAsync(reading.Db, matterId, cancellation)).ToValues(matter);
        (values["unitAddress"], values["creditCode"]) = (unit?.Address, unit?.CreditCode);
        (values["kindName"], values["reason"], values["keptAt"]) = (seizure.Kind.Name(), seizure.Reason, seizure.KeptAt);
        (values["decidedOn"], values["until"], values["approver"]) = (ShanghaiTime.DateOf(seizure.DecidedAt), seizure.Until, seizure.ApproverName);
        values["objects"] = seizure.Objects.Select(object? (o) => new Dictionary<string, object?>
        {
            ["name"] = o.Name, ["quantity"] = o.Quantity, ["unit"] = o.Unit, ["description"] = o.Description,
        }).ToList();
        var documents = await reading.Services.GetRequiredService<IDocumentRegister>().OfMatterAsync(reading.Db, matterId, cancellation);
        values["decisionNumber"] = documents.Where(d => d.Kind == DocumentTemplates.SeizureDecision).MaxBy(d => d.IssuedAt)?.Number;
        var page = new DocumentFields
        {
            RegionCode = matter.RegionCode, DepartmentCode = DepartmentCodes.MarketRegulator, Addressees = [unit?.Name ?? "使用单位"], Values = values,
            LegalBasis = seizure.LegalBasis, DueDate = seizure.Until,
        };
        return template switch
        {
            DocumentTemplates.SeizureDecision => Decision(page, seizure),
            DocumentTemplates.SeizureExtension => Extension(page, values, seizure),
            _ => Release(page, values, seizure),
        };
    }

    private static DocumentFields Decision(DocumentFields page, Seizure seizure)
    {
        var on = ShanghaiTime.DateOf(seizure.DecidedAt);
        return page with
        {
            Title = $"{seizure.Kind.Name()}决定书",
            Signers =
            [
                new DocumentSigner(PostKinds.Inspector, seizure.FirstInspectorName, seizure.FirstCertificate, on),
                new DocumentSigner(PostKinds.Inspector, seizure.SecondInspectorName, seizure.SecondCertificate, on),
            ],
            Service = new DocumentService(seizure.ServiceMode == ServiceMode.Left ? "LEFT" : "DIRECT", seizure.Receiver, seizure.DecidedAt, seizure.Refused, seizure.ServiceNote)
            {
                Proof = seizure.Proof,
            },
        };
    }

    private static DocumentFields Extension(DocumentFields page, Dictionary<string, object?> values, Seizure seizure)
    {
        (values["extensionReason"], values["approver"]) = (seizure.ExtensionReason, seizure.ExtensionApproverName);
        return page with { Title = $"延长{seizure.Kind.Name()}期限决定书", LegalBasis = Articles.SeizurePeriod };
    }

    private static DocumentFields Release(DocumentFields page, Dictionary<string, object?> values, Seizure seizure)
    {
        values["releasedOn"] = seizure.ReleasedAt is { } at ? ShanghaiTime.DateOf(at) : null;
        (values["ground"], values["note"], values["receiver"]) = (seizure.ReleaseGround?.Name(), seizure.ReleaseNote, seizure.ReleaseReceiver);
        (values["inspectors"], values["approver"]) = (seizure.ReleasedByNames, seizure.ReleaseApproverName);
        return page with { Title = $"解除{seizure.Kind.Name()}决定书", LegalBasis = Articles.SeizureRelease, DueDate = null };
    }
}
