using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Spreadsheets;
using SpecialEquipment.Workflow.Capabilities.Tests.Journeys;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Spreadsheets;

/// <summary>Imports as a person does them in the demo county, and the job as a node does it.</summary>
internal static class Importing
{
    public static async Task<Result<ImportView>> TryUploadAsync(this County county, byte[] content, string kind = "hazards", string who = "officer1", string name = "隐患台账.xlsx")
    {
        var received = await UploadWorkbook.ReceiveAsync(new MemoryStream(content), name, CancellationToken.None);
        if (received.IsRejected)
            return received.Rejection!;
        using var file = received.Value;
        var target = county.Services.GetRequiredService<ImportTargets>().Find(kind)!;
        return await county.Services.GetRequiredService<UploadWorkbook>().DoAsync(target, file, await county.ActorAsync(who), CancellationToken.None);
    }

    public static async Task<ImportView> UploadAsync(this County county, SheetFile file, string kind = "hazards", string who = "officer1") =>
        Must(await county.TryUploadAsync(file.Bytes(), kind, who));

    public static async Task<Result<ImportView>> TryMapAsync(this County county, Guid id, IReadOnlyDictionary<string, int>? columns, string who = "officer1", int? sheet = null, int? headingRow = null) =>
        await county.Services.GetRequiredService<MapColumns>().DoAsync(id, new MapColumns.Form(sheet, headingRow, columns), await county.ActorAsync(who), CancellationToken.None);

    /// <summary>Takes the proposal, and has the rows checked.</summary>
    public static async Task<ImportView> CheckedAsync(this County county, ImportView import, string who = "officer1")
    {
        Must(await county.TryMapAsync(import.Id, import.Mapping.ToDictionary(m => m.Name, m => m.Column), who));
        await county.WorkAsync();
        return await county.ImportAsync(import.Id);
    }

    public static async Task<Result<ImportView>> TryStartAsync(this County county, Guid id, string who = "officer1") =>
        await county.Services.GetRequiredService<StartImport>().DoAsync(id, await county.ActorAsync(who), CancellationToken.None);

    public static async Task<Result<ImportView>> TryCancelAsync(this County county, Guid id, string who = "officer1") =>
        await county.Services.GetRequiredService<CancelImport>().DoAsync(id, await county.ActorAsync(who), CancellationToken.None);

    public static async Task<ImportView> ImportedAsync(this County county, SheetFile file, string kind = "hazards", string who = "officer1")
    {
        var import = await county.CheckedAsync(await county.UploadAsync(file, kind, who), who);
        if (import.GoodRows > 0)
        {
            Must(await county.TryStartAsync(import.Id, who));
            await county.WorkAsync();
        }
        return await county.ImportAsync(import.Id);
    }

    public static Task WorkAsync(this County county) => county.Services.GetRequiredService<RunImports>().WorkAsync(CancellationToken.None);

    /// <summary>A node of its own over the same database.</summary>
    public static (ImportWork Work, CheckRows Checking, TakeRows Taking) Node(this County county, IActRing? ring = null)
    {
        var services = county.Services;
        var work = ActivatorUtilities.CreateInstance<ImportWork>(services, ring ?? services.GetRequiredService<IActRing>());
        return (work, ActivatorUtilities.CreateInstance<CheckRows>(services, work), ActivatorUtilities.CreateInstance<TakeRows>(services, work));
    }

    public static TestTime Time(this County county) => (TestTime)county.Services.GetRequiredService<TimeProvider>();

    public static Task<ImportView> ImportAsync(this County county, Guid id) => county.ReadAsync(async (services, db) =>
        ImportView.Of(await db.Set<SheetImport>().AsNoTracking().SingleAsync(i => i.Id == id), services.GetRequiredService<ImportTargets>()));

    public static Task<List<SheetImportRow>> RowsAsync(this County county, Guid id) => county.ReadAsync((_, db) =>
        db.Set<SheetImportRow>().AsNoTracking().Where(r => r.ImportId == id && r.Round == db.Set<SheetImport>().Single(i => i.Id == id).Round).OrderBy(r => r.Number).ToListAsync());

    public static Task<int> CountAsync<T>(this County county) where T : class => county.ReadAsync((_, db) => db.Set<T>().CountAsync());

    public static ImportView Must(Result<ImportView> result)
    {
        Assert.True(!result.IsRejected, result.Rejection?.Detail);
        return result.Value;
    }

    public static Rejection Refused(Result<ImportView> result, int status, string code)
    {
        Assert.True(result.IsRejected, "should have been refused");
        Assert.Equal((status, code), (result.Rejection!.Status, result.Rejection.Code));
        Assert.Matches("[\u4e00-\u9fff]", result.Rejection.Detail);
        return result.Rejection;
    }

    /// <summary>The parts of a package, unpacked: what it is, whoever packed it.</summary>
    public static SortedDictionary<string, string> Unpack(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read);
        var parts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            parts[entry.FullName] = reader.ReadToEnd();
        }
        return parts;
    }
}

/// <summary>The ring of a node that is killed: after so many acts of a name nothing of it is committed any more.</summary>
internal sealed class DyingRing(IActRing ring, string name, int after) : IActRing
{
    private int done;

    public Task<Result<T>> RunAsync<T>(string act, Actor actor, Func<ActContext, CancellationToken, Task<Result<T>>> body, DateTimeOffset? at, CancellationToken cancellation)
    {
        if (act == name && done++ == after)
            throw new OperationCanceledException("killed");
        return ring.RunAsync(act, actor, body, at, cancellation);
    }
}
