using SpecialEquipment.Workflow.Capabilities.Shared.Acts;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

/// <summary>Ties two matters, so that each case shows the other.</summary>
public static class MatterLinks
{
    public static void Tie(ActContext act, Guid matterId, string kind, Guid otherId, string otherKind)
    {
        act.Db.Set<MatterLink>().Add(new MatterLink { MatterId = matterId, OtherMatterId = otherId, Kind = kind, CreatedAt = act.Now });
        act.Db.Set<MatterLink>().Add(new MatterLink { MatterId = otherId, OtherMatterId = matterId, Kind = otherKind, CreatedAt = act.Now });
    }
}

/// <summary>Kinds of links, each with its other end.</summary>
public static class LinkKinds
{
    /// <summary>This report was added to the other case (E12).</summary>
    public const string MergedInto = "MERGED_INTO";
    public const string MergedFrom = "MERGED_FROM";

    /// <summary>The same defect of the same object came back after the other was signed off (E3).</summary>
    public const string RelapseOf = "RELAPSE_OF";
    public const string RelapsedAs = "RELAPSED_AS";

    /// <summary>Both belong to one prevalent major hazard.</summary>
    public const string Prevalent = "PREVALENT";

    /// <summary>The device moved within the county; its hazard is a new one at the new place.</summary>
    public const string RelocatedFrom = "RELOCATED_FROM";
    public const string RelocatedTo = "RELOCATED_TO";
}
