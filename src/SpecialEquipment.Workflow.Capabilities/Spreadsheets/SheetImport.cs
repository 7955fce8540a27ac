namespace SpecialEquipment.Workflow.Capabilities.Spreadsheets;

/// <summary>Where an import stands. Checking and Running are worked on by whichever node holds the lease.</summary>
public enum ImportState { Uploaded, Checking, Ready, Running, Done, Cancelled, Failed }

public static class ImportStates
{
    public static string Name(this ImportState state) => state switch
    {
        ImportState.Uploaded => "待对应列",
        ImportState.Checking => "校验中",
        ImportState.Ready => "待导入",
        ImportState.Running => "导入中",
        ImportState.Done => "已完成",
        ImportState.Cancelled => "已取消",
        _ => "失败",
    };
}

/// <summary>One file on its way into the registers: what it is, how its columns are read, how far it has come.</summary>
public sealed class SheetImport
{
    public long Key { get; set; }
    public Guid Id { get; init; }

    /// <summary>Kind of the target that takes its rows.</summary>
    public required string Kind { get; init; }
    public required string FileName { get; init; }
    public required string FileSha256 { get; init; }
    public long FileSize { get; init; }
    public IReadOnlyList<string> SheetNames { get; set; } = [];

    /// <summary>The sheet that is read, counted from 0 among the visible ones.</summary>
    public int Sheet { get; set; }

    /// <summary>First row of the heading, as Excel counts; a merged heading has two rows.</summary>
    public int HeadingRow { get; set; }
    public int HeadingRows { get; set; }
    public IReadOnlyList<string> Headings { get; set; } = [];

    /// <summary>Hash of the headings: files of the same shape are mapped the same way.</summary>
    public string Signature { get; set; } = "";
    public IReadOnlyList<MappedColumn> Mapping { get; set; } = [];
    public ImportState State { get; set; }

    /// <summary>Raised when the columns are mapped anew: rows of earlier rounds no longer count.</summary>
    public int Round { get; set; }
    public int TotalRows { get; set; }
    public int CheckedRows { get; set; }

    /// <summary>Number of the last row that was checked; checking goes on behind it after a crash.</summary>
    public int CheckedThrough { get; set; }
    public int GoodRows { get; set; }
    public int BadRows { get; set; }

    /// <summary>Rows whose thing was registered before: passed over.</summary>
    public int KnownRows { get; set; }
    public int ImportedRows { get; set; }

    /// <summary>Why it failed, for people.</summary>
    public string? Failure { get; set; }
    public Guid UserId { get; init; }
    public required string UserName { get; init; }
    public required string PersonName { get; init; }
    public Guid? DepartmentId { get; init; }
    public DateTimeOffset UploadedAt { get; init; }
    public DateTimeOffset? StartedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The node that works on it, and until when it is taken to be alive (machine time).</summary>
    public string? LeaseOwner { get; set; }
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>Raised by every change; a worker and a person who cancels cannot overwrite each other.</summary>
    public long Version { get; set; }

    public string SheetName => SheetNames.Count > Sheet ? SheetNames[Sheet] : "";
    public bool IsOver => State is ImportState.Done or ImportState.Cancelled or ImportState.Failed;
}

/// <summary>A column of the sheet (from 0) and what it means.</summary>
public sealed record MappedColumn(string Name, int Column);

public enum ImportRowState { Good, Bad, Known, Imported }

/// <summary>One row of an import after checking; what it became stands in <see cref="SubjectId"/>.</summary>
public sealed class SheetImportRow
{
    public long Key { get; set; }
    public Guid ImportId { get; init; }
    public int Round { get; init; }

    /// <summary>Row number as Excel shows it.</summary>
    public int Number { get; init; }
    public string? RowKey { get; init; }
    public ImportRowState State { get; set; }

    /// <summary>Values by column name.</summary>
    public required string ValuesJson { get; init; }

    /// <summary>All cells of the row as they were read, also those no column was mapped to; only kept for a row that goes back.</summary>
    public string? CellsJson { get; init; }
    public IReadOnlyList<Shared.Spreadsheets.CellRemark> Remarks { get; set; } = [];
    public string? KnownAs { get; set; }
    public Guid? SubjectId { get; set; }
}

/// <summary>A piece of the uploaded file. It lies in the database, so that any node can take the work up.</summary>
public sealed class SheetFilePiece
{
    public long Key { get; set; }
    public Guid ImportId { get; init; }
    public int Piece { get; init; }
    public required byte[] Content { get; init; }
}

/// <summary>How somebody mapped a heading of this shape before.</summary>
public sealed class RememberedMapping
{
    public long Key { get; set; }
    public required string Kind { get; init; }
    public required string Signature { get; init; }
    public Guid UserId { get; init; }
    public Guid? DepartmentId { get; set; }
    public IReadOnlyList<MappedColumn> Columns { get; set; } = [];
    public DateTimeOffset UpdatedAt { get; set; }
}

/// <summary>Who took which list out of the system.</summary>
public sealed class SheetExportRecord
{
    public long Key { get; set; }
    public Guid Id { get; init; }
    public required string Kind { get; init; }
    public required string Name { get; init; }
    public required string Filter { get; init; }
    public int Rows { get; init; }
    public Guid UserId { get; init; }
    public required string UserName { get; init; }
    public required string PersonName { get; init; }
    public DateTimeOffset At { get; init; }
}
