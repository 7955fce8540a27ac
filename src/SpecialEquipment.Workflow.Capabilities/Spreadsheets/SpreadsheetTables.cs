using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Spreadsheets;

public sealed class SpreadsheetTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<SheetImport>(t =>
        {
            t.ToTable("sheet_import").HasHotKeys(i => i.Key, i => i.Id);
            t.Property(i => i.Kind).HasMaxLength(40);
            t.Property(i => i.FileName).HasMaxLength(200);
            t.Property(i => i.FileSha256).HasMaxLength(64);
            t.Property(i => i.Signature).HasMaxLength(64);
            t.Property(i => i.Failure).HasMaxLength(1000);
            t.Property(i => i.UserName).HasMaxLength(128);
            t.Property(i => i.PersonName).HasMaxLength(80);
            t.Property(i => i.LeaseOwner).HasMaxLength(40);
            t.Property(i => i.SheetNames).HasJson();
            t.Property(i => i.Headings).HasJson();
            t.Property(i => i.Mapping).HasJson();
            t.Property(i => i.Version).IsConcurrencyToken();
            t.Ignore(i => i.SheetName);
            t.Ignore(i => i.IsOver);
            t.HasIndex(i => new { i.State, i.Key });
            t.HasIndex(i => new { i.UserId, i.Key });
        });
        model.Entity<SheetImportRow>(t =>
        {
            t.ToTable("sheet_import_row").HasKey(r => r.Key);
            t.Property(r => r.Key).HasColumnName("row_no").ValueGeneratedOnAdd();
            t.Property(r => r.RowKey).HasMaxLength(64);
            t.Property(r => r.KnownAs).HasMaxLength(200);
            t.Property(r => r.Remarks).HasJson();
            t.HasIndex(r => new { r.ImportId, r.Round, r.Number }).IsUnique();
            t.HasIndex(r => new { r.ImportId, r.Round, r.State, r.Number });
            t.HasIndex(r => new { r.ImportId, r.Round, r.RowKey });
        });
        model.Entity<SheetFilePiece>(t =>
        {
            t.ToTable("sheet_file_piece").HasKey(p => p.Key);
            t.Property(p => p.Key).HasColumnName("row_no").ValueGeneratedOnAdd();
            t.HasIndex(p => new { p.ImportId, p.Piece }).IsUnique();
        });
        model.Entity<RememberedMapping>(t =>
        {
            t.ToTable("sheet_mapping").HasKey(m => m.Key);
            t.Property(m => m.Key).HasColumnName("row_no").ValueGeneratedOnAdd();
            t.Property(m => m.Kind).HasMaxLength(40);
            t.Property(m => m.Signature).HasMaxLength(64);
            t.Property(m => m.Columns).HasJson();
            t.HasIndex(m => new { m.Kind, m.Signature, m.UserId }).IsUnique();
        });
        model.Entity<SheetExportRecord>(t =>
        {
            t.ToTable("sheet_export").HasHotKeys(e => e.Key, e => e.Id);
            t.Property(e => e.Kind).HasMaxLength(40);
            t.Property(e => e.Name).HasMaxLength(80);
            t.Property(e => e.Filter).HasMaxLength(1000);
            t.Property(e => e.UserName).HasMaxLength(128);
            t.Property(e => e.PersonName).HasMaxLength(80);
            t.HasIndex(e => e.At);
        });
    }
}
