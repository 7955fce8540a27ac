using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>What is known about a hazard, beside the matter it is (same id). Names of unit and device are kept as they were when it was recorded.</summary>
public sealed class Hazard
{
    public long Key { get; set; }
    public Guid MatterId { get; init; }
    public HazardSource Source { get; init; }

    /// <summary>Together with <see cref="SourceId"/> the idempotency key of intake.</summary>
    public required string SourceSystem { get; init; }
    public required string SourceId { get; init; }

    /// <summary>Hidden from the unit when the source is a tip-off (DOMAIN §4.0 "Visibility").</summary>
    public string? FinderName { get; init; }
    public string? ReportedByName { get; init; }

    /// <summary>True time at the scene (E11).</summary>
    public DateTimeOffset FoundAt { get; init; }

    /// <summary>Earliest time of finding among this report and those merged into it: what statistics count by (E12).</summary>
    public DateTimeOffset EarliestFoundAt { get; set; }

    /// <summary>The signed-off case whose relapse this is, once the officer has said so (E3).</summary>
    public Guid? RelapseOfId { get; set; }
    public string? RelapseReason { get; set; }

    /// <summary>The case on whose look-back this was found; the officer decides whether it is a relapse.</summary>
    public Guid? ProposedRelapseOfId { get; set; }

    /// <summary>Kind of defect (<see cref="DefectKeys"/>), known from registration on.</summary>
    public string? DefectKey { get; set; }

    /// <summary>When the officer was asked for a disposal because the unit ceased to exist (E5); null again once another unit has taken over.</summary>
    public DateTimeOffset? UnitGoneAt { get; set; }

    /// <summary>Model and maintenance unit of the device as the register had them at registration.</summary>
    public string? EquipmentModel { get; set; }
    public string? MaintenanceUnit { get; set; }

    /// <summary>The prevalent major hazard to which the officer said it belongs.</summary>
    public Guid? PatternId { get; set; }

    /// <summary>The case into which this report was merged.</summary>
    public Guid? MergedIntoId { get; set; }

    /// <summary>Business time of receipt; office duties run from here (E11).</summary>
    public DateTimeOffset ReceivedAt { get; init; }
    public string? LateReason { get; init; }
    public bool NoUnit { get; set; }
    public string? EnterpriseName { get; set; }
    public Guid? EquipmentId { get; set; }
    public string? EquipmentCode { get; set; }
    public string? EquipmentKindName { get; set; }

    /// <summary>Code of the kind, e.g. <c>ELEVATOR</c>.</summary>
    public string? EquipmentKind { get; set; }
    public string? EquipmentText { get; set; }
    public required string Place { get; set; }
    public string? RegionName { get; set; }
    public required string Text { get; init; }
    public bool ImmediateDanger { get; set; }

    /// <summary>Clause of the rule that was broken, named at registration.</summary>
    public string? Clause { get; set; }
    public string? RegistrationNote { get; set; }
    public DateTimeOffset? RegisteredAt { get; set; }
    public string? DismissReason { get; set; }

    /// <summary>Codes of <see cref="GradingBasis"/>, separated by commas.</summary>
    public string? BasisCodes { get; set; }
    public string? BasisText { get; set; }
    public DateTimeOffset? GradedAt { get; set; }
    public string? GradedByName { get; set; }
    public DateOnly? GradedOn { get; set; }

    /// <summary>Who approved the grade MAJOR; null for GENERAL.</summary>
    public string? GradeApproverName { get; set; }
    public string? SpotText { get; set; }
    public DateTimeOffset? FixedAt { get; set; }

    public string EquipmentName => EquipmentKindName ?? EquipmentText ?? "特种设备";

    /// <summary>The same object, found again on a look-back.</summary>
    internal Hazard FoundAgain(RelapseFinding finding, DateTimeOffset now)
    {
        return new Hazard
        {
            MatterId = MatterId, Source = HazardSource.Other, SourceSystem = SourceSystem, SourceId = SourceId, FinderName = finding.FinderName, ReportedByName = ReportedByName,
            FoundAt = now, EarliestFoundAt = now, ReceivedAt = now, NoUnit = NoUnit, EnterpriseName = EnterpriseName, EquipmentId = EquipmentId, EquipmentCode = EquipmentCode,
            EquipmentKindName = EquipmentKindName, EquipmentKind = EquipmentKind, EquipmentText = EquipmentText, Place = Place, RegionName = RegionName, Text = finding.Text, ImmediateDanger = finding.ImmediateDanger,
        };
    }

    /// <summary>Tells the matter what the ledger filters, sorts and searches by. To be called whenever one of these changes; the index follows in the same save.</summary>
    public void RefreshSearch(Matter matter)
    {
        (matter.Source, matter.EquipmentKind, matter.FoundAt) = (Source.Code(), EquipmentKind, FoundAt);
        var all = string.Join(' ', new[] { EnterpriseName, EquipmentKindName, EquipmentText, Place, Text }.Where(s => !string.IsNullOrEmpty(s)));
        matter.SearchText = (all.Length > MatterTables.SearchTextLength ? all[..MatterTables.SearchTextLength] : all).ToUpperInvariant();
    }
}
