using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Ledger;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Evidence;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.CaseFile.Export;

/// <summary>The ledger as JSON. An official's copy holds every byte that was hashed, so that anybody can verify the chain without this program.</summary>
internal static class ExportLedger
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static async Task WriteWholeAsync(Stream stream, WorkflowDbContext db, Guid matterId, ReadLedger.Verdict verdict, CancellationToken cancellation)
    {
        await using var json = Begin(stream, matterId, verdict, isPart: false);
        await foreach (var e in db.Set<LedgerEntry>().AsNoTracking().Where(e => e.MatterId == matterId).OrderBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            json.WriteStartObject();
            json.WriteNumber("sequence", e.Sequence);
            json.WriteString("act", e.Act);
            json.WriteString("kind", e.Kind);
            json.WriteString("summary", e.Summary);
            json.WriteString("userId", e.UserId);
            Write(json, "personId", e.PersonId?.ToString("D"));
            json.WriteString("personName", e.PersonName);
            Write(json, "postId", e.PostId?.ToString("D"));
            Write(json, "postName", e.PostName);
            Write(json, "onBehalfOf", e.OnBehalfOf);
            json.WriteString("eventTime", ShanghaiTime.IsoText(e.EventTime));
            json.WriteNumber("eventTimeUnixMilliseconds", e.EventTime.ToUnixTimeMilliseconds());
            json.WriteNumber("receivedAtUnixMilliseconds", e.ReceivedAt.ToUnixTimeMilliseconds());
            Write(json, "stateAfter", e.StateAfter);
            Write(json, "documentId", e.DocumentId?.ToString("D"));
            Write(json, "detailBase64", e.Detail is null ? null : Convert.ToBase64String(e.Detail));
            Write(json, "previousHash", e.PreviousHash is null ? null : Convert.ToHexStringLower(e.PreviousHash));
            json.WriteString("hash", Convert.ToHexStringLower(e.Hash));
            json.WriteEndObject();
            await json.FlushAsync(cancellation);
        }
        await EndAsync(json, cancellation);
    }

    /// <summary>What the reader may see of it; entries are as on the case page.</summary>
    public static async Task WritePartAsync(Stream stream, Guid matterId, ReadLedger.Page page, CancellationToken cancellation)
    {
        await using var json = Begin(stream, matterId, page.Verified, isPart: true);
        foreach (var entry in page.Items)
        {
            JsonSerializer.Serialize(json, entry, MatterForm.Json);
            await json.FlushAsync(cancellation);
        }
        await EndAsync(json, cancellation);
    }

    private static Utf8JsonWriter Begin(Stream stream, Guid matterId, ReadLedger.Verdict verdict, bool isPart)
    {
        var json = new Utf8JsonWriter(stream, Readable);
        json.WriteStartObject();
        json.WriteString("form", "ledger-entry/1");
        json.WriteString("matterId", matterId);
        json.WriteBoolean("isPart", isPart);
        json.WriteBoolean("verified", verdict.Ok);
        Write(json, "reason", verdict.Reason);
        json.WriteStartArray("entries");
        return json;
    }

    private static async Task EndAsync(Utf8JsonWriter json, CancellationToken cancellation)
    {
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellation);
    }

    private static void Write(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null)
            json.WriteNull(name);
        else
            json.WriteString(name, value);
    }
}
