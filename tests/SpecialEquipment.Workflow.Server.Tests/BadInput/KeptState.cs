using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SpecialEquipment.Workflow.Server.Tests.BadInput;

/// <summary>Everything the server remembers, table by table and file by file, as hashes: what a refused call must leave as it was.</summary>
public sealed class KeptState
{
    public const string AccessAudit = "server_access_refusal";

    /// <summary>What the server writes by itself: where its own clock and duties are.</summary>
    private static readonly string[] OwnWork = ["clock_business", "clock_duty"];

    private readonly SortedDictionary<string, string> hashes = new(StringComparer.Ordinal);

    public static async Task<KeptState> ReadAsync(ServerHost host)
    {
        var settings = host.Services.GetRequiredService<IConfiguration>();
        var kept = new KeptState();
        await using (var db = new SqliteConnection(settings["ConnectionStrings:Workflow"] + ";Mode=ReadOnly;Pooling=False"))
        {
            await db.OpenAsync();
            foreach (var table in await TablesAsync(db))
            {
                kept.hashes[table] = await HashAsync(db, table);
            }
        }
        var folder = settings["Attachments:Folder"]!;
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];
        kept.hashes["files"] = string.Join('\n', files.Order(StringComparer.Ordinal));
        return kept;
    }

    /// <summary>Names of tables that changed since <paramref name="before"/>.</summary>
    public IReadOnlyList<string> ChangedSince(KeptState before) =>
        [.. hashes.Where(h => !OwnWork.Contains(h.Key) && before.hashes.GetValueOrDefault(h.Key) != h.Value).Select(h => h.Key)];

    private static async Task<List<string>> TablesAsync(SqliteConnection db)
    {
        var tables = new List<string>();
        await using var read = new SqliteCommand("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'", db);
        await using var rows = await read.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            tables.Add(rows.GetString(0));
        }
        return tables;
    }

    private static async Task<string> HashAsync(SqliteConnection db, string table)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var read = db.CreateCommand();
#pragma warning disable CA2100 // the name comes from the database's own list of tables
        read.CommandText = $"SELECT * FROM \"{table}\" ORDER BY rowid";
#pragma warning restore CA2100
        await using var rows = await read.ExecuteReaderAsync();
        var values = new object[rows.FieldCount];
        while (await rows.ReadAsync())
        {
            rows.GetValues(values);
            hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\u001f', values.Select(v => v is byte[] bytes ? Convert.ToHexString(bytes) : v?.ToString())) + '\n'));
        }
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}

/// <summary>Asserts on refusals.</summary>
public static class Refusals
{
    /// <summary>The call is refused as asked, in Chinese, and nothing that is kept has changed but the audit of access.</summary>
    public static async Task<Answer> RefusesAsync(this County county, int status, string code, Func<Task<Answer>> call, params string[] mayChange)
    {
        var before = await KeptState.ReadAsync(county.Host);
        var answer = await call();
        var after = await KeptState.ReadAsync(county.Host);
        Assert.True(answer.Status == status && answer.Code == code, $"expected {status} {code}, got {answer}");
        Assert.True(IsChinese(answer.Detail), $"the sentence should be Chinese: {answer}");
        Assert.True(IsChinese(answer.Text("title")), $"the title should be Chinese: {answer}");
        foreach (var error in answer.Errors)
        {
            Assert.True(IsChinese(error.GetProperty("expected").GetString()) && error.GetProperty("actual").GetString() is { Length: > 0 }, $"expected and actual: {answer}");
        }
        Assert.Empty(after.ChangedSince(before).Except([KeptState.AccessAudit, .. mayChange]));
        return answer;
    }

    private static bool IsChinese(string? text) => text is not null && text.Any(c => c is >= '\u4e00' and <= '\u9fff');
}

/// <summary>One server for all tests on bad input; each makes its own hazards.</summary>
[CollectionDefinition(nameof(BadInputCollection))]
public sealed class BadInputCollection : ICollectionFixture<County>;
