using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Storage.Conventions;
using SpecialEquipment.Workflow.Storage.Dialects;
using SpecialEquipment.Workflow.Storage.Flows;
using SpecialEquipment.Workflow.Storage.Identity;
using SpecialEquipment.Workflow.Storage.Search;

namespace SpecialEquipment.Workflow.Storage;

/// <summary>
/// The one model of engine and capability rows. One derived class per database; the server assembly carries their migrations.
/// Instants are UTC, truncated to milliseconds, stored in a form that sorts; enums are stored as UPPER_SNAKE_CASE text;
/// columns are snake_case in every database, so that hand-written SQL needs no quotes.
/// </summary>
public abstract class WorkflowDbContext(DbContextOptions options, IEnumerable<ITables> tables) : DbContext(options)
{
    private readonly ITables[] tables = [.. tables];

    /// <summary>What makes the model differ from another one of the same class (tests and rehearsals map fewer tables).</summary>
    internal string ModelIdentity => string.Join('|', tables.Select(t => t.GetType().FullName).Order(StringComparer.Ordinal));

    /// <summary>Set on contexts with a connection of their own: a save outside an act must wait its turn too.</summary>
    internal WriteGate? Gate { get; set; }

    /// <summary>The writer that lent this context, while it serves an act.</summary>
    internal Writer? Lender { get; set; }
    internal bool IsLent { get; set; }

    protected abstract Dialect Dialect { get; }
    internal Dialect Speaks => Dialect;

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        Tell();
        if (Gate is null || Database.CurrentTransaction is not null)
            return await SaveWithGramsAsync(acceptAllChangesOnSuccess, cancellationToken);
        using var turn = await Gate.EnterAsync(cancellationToken);
        return await SaveWithGramsAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        Tell();
        if (Gate is null || Database.CurrentTransaction is not null)
            return SaveWithGrams(acceptAllChangesOnSuccess);
        using var turn = Gate.EnterAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult();
        return SaveWithGrams(acceptAllChangesOnSuccess);
    }

    /// <summary>Writes all pairs of characters of rows that are older than their index (<see cref="GramTables"/>).</summary>
    public Task FillGramsAsync(IEnumerable<object> rows, CancellationToken cancellation) => GramWriter.FillAsync(this, rows, cancellation);

    private async Task<int> SaveWithGramsAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellation)
    {
        var grams = GramWriter.Before(ChangeTracker);
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellation);
        if (grams is not null)
            await grams.AfterAsync(this, cancellation);
        return saved;
    }

    private int SaveWithGrams(bool acceptAllChangesOnSuccess)
    {
        var grams = GramWriter.Before(ChangeTracker);
        var saved = base.SaveChanges(acceptAllChangesOnSuccess);
        grams?.After(this);
        return saved;
    }

    private void Tell()
    {
        foreach (var part in tables)
            part.Saving(this);
    }

    public override void Dispose()
    {
        if (Lender?.TryTakeBack(this) != true)
            base.Dispose();
    }

    public override ValueTask DisposeAsync() => Lender?.TryTakeBack(this) == true ? ValueTask.CompletedTask : base.DisposeAsync();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        Dialect.MapPlainTypes(configurationBuilder);
        configurationBuilder.Properties<decimal>().HavePrecision(18, 2);
        configurationBuilder.Conventions.Add(_ => new UpperSnakeEnums());
        configurationBuilder.Conventions.Add(_ => new SnakeCaseColumns());
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        new FlowTables().Map(modelBuilder);
        new IdentityTables().Map(modelBuilder);
        foreach (var part in tables)
            part.Map(modelBuilder);
        Tails.Complete(modelBuilder, Dialect.Tail);
    }
}
