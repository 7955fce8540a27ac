using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using SpecialEquipment.Workflow.Storage.Dialects;

namespace SpecialEquipment.Workflow.Storage.Tests.Upgrade;

/// <summary>The migrations and the SQL Server script say what the model says.</summary>
public class ModelTests
{
    internal const string NoMigrations = "the model is still moving: no migrations yet (Migrations/add.sh --replace-initial writes them)";

    internal static bool HasMigrations
    {
        get
        {
            using var db = ProductDatabase.Model(SqliteDialect.Instance);
            return db.Database.GetMigrations().Any();
        }
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("SqlServer")]
    [InlineData("PostgreSql")]
    public void The_model_has_no_change_without_a_migration(string provider)
    {
        Assert.SkipUnless(HasMigrations, NoMigrations);
        using var db = ProductDatabase.Model(Dialect.Find(provider));
        var snapshot = db.GetService<IModelRuntimeInitializer>().Initialize(((IMutableModel)db.GetService<IMigrationsAssembly>().ModelSnapshot!.Model).FinalizeModel());
        var changes = db.GetService<IMigrationsModelDiffer>().GetDifferences(snapshot.GetRelationalModel(), db.GetService<IDesignTimeModel>().Model.GetRelationalModel());
        Assert.True(changes.Count == 0, $"run src/SpecialEquipment.Workflow.Server/Migrations/add.sh <Name>: {string.Join(", ", changes.Select(Describe))}");
    }

    [Fact]
    public void The_Sql_Server_script_is_the_one_the_migrations_make()
    {
        Assert.SkipUnless(HasMigrations, NoMigrations);
        using var db = ProductDatabase.Model(SqlServerDialect.Instance);
        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
        var committed = File.ReadAllText(Path.Combine(Root(), "deploy", "sqlserver", "workflow.sql"));
        Assert.Equal(Lines(script), Lines(committed));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("SqlServer")]
    [InlineData("PostgreSql")]
    public void Every_table_carries_a_prefix_and_every_column_is_snake_case(string provider)
    {
        using var db = ProductDatabase.Model(Dialect.Find(provider));
        foreach (var entity in db.Model.GetEntityTypes().Where(e => !e.IsMappedToJson() && e.GetTableName() is not null))
        {
            var table = entity.GetTableName()!;
            Assert.Matches("^[a-z][a-z0-9_]*$", table);
            Assert.All(entity.GetProperties(), p => Assert.Matches("^[a-z][a-z0-9_]*$", p.GetColumnName()));
            foreach (var property in entity.GetProperties().Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(DateTimeOffset)))
                Assert.Contains(property.GetColumnType(), new[] { "INTEGER", "datetime2(3)", "timestamp(3) with time zone" });
        }
    }

    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SpecialEquipment.Workflow.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }

    private static string Describe(MigrationOperation change) => change is IAlterMigrationOperation or ITableMigrationOperation
        ? $"{change.GetType().Name} {(change as ITableMigrationOperation)?.Table}.{(change as ColumnOperation)?.Name}"
        : change.GetType().Name;

    private static string[] Lines(string text) => [.. text.TrimStart('\uFEFF').Split('\n').Select(l => l.TrimEnd()).Where(l => l.Length > 0)];
}
