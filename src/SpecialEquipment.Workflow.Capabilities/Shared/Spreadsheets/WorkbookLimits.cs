namespace SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;

/// <summary>What a workbook may ask of the server; beyond it the file is refused. Sizes in bytes, uncompressed unless said otherwise.</summary>
public sealed record WorkbookLimits
{
    /// <summary>The file itself, compressed.</summary>
    public long File { get; init; } = 32 * 1024 * 1024;
    public long Part { get; init; } = 400L * 1024 * 1024;
    public long Total { get; init; } = 500L * 1024 * 1024;

    /// <summary>Uncompressed to compressed; sheets of real ledgers stay below thirty.</summary>
    public int Ratio { get; init; } = 150;

    /// <summary>Below this a part is too small to do harm, whatever its ratio.</summary>
    public long RatioMatters { get; init; } = 4 * 1024 * 1024;
    public int Parts { get; init; } = 2000;

    /// <summary>Rows that hold anything.</summary>
    public int Rows { get; init; } = 200_000;
    public int Columns { get; init; } = 100;

    /// <summary>Characters of one cell; Excel's own limit.</summary>
    public int CellLength { get; init; } = 32_767;
    public int SharedTexts { get; init; } = 2_000_000;

    /// <summary>Characters of all shared texts together; they are the only part that is held in memory.</summary>
    public long SharedLength { get; init; } = 48 * 1024 * 1024;

    public static WorkbookLimits Default { get; } = new();
}
