using System.Text;
using System.Text.RegularExpressions;

namespace SpecialEquipment.Workflow.Server.Tests;

/// <summary>
/// Documents that are made from the program and committed: a stale one fails. With <c>UPDATE_DOCUMENTS=1</c> they are written anew instead.
/// </summary>
public sealed partial class GeneratedDocumentTests(SharedServer server) : IClassFixture<SharedServer>
{
    private static bool Update => Environment.GetEnvironmentVariable("UPDATE_DOCUMENTS") == "1";

    [Fact]
    public async Task The_committed_openapi_document_is_the_one_served()
    {
        using var client = server.Host.Anonymous();
        var served = (await client.GetStringAsync("/openapi/v1.json")).ReplaceLineEndings("\n").TrimEnd() + "\n";
        await CompareAsync(Repository.Path("src", "SpecialEquipment.Workflow.Server", "openapi.json"), served);
    }

    [Fact]
    public async Task Every_rejection_code_is_listed()
    {
        var codes = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var file in Repository.Sources("src/SpecialEquipment.Workflow.Capabilities").Concat(Repository.Sources("src/SpecialEquipment.Workflow.Server")))
        {
            foreach (Match match in RejectionPattern().Matches(await File.ReadAllTextAsync(file)))
            {
                if (match.Groups["call"].Value is "FieldObjection" or "new")
                {
                    continue;
                }
                var sentences = codes.TryGetValue(match.Groups["code"].Value, out var known) ? known : codes[match.Groups["code"].Value] = new(StringComparer.Ordinal);
                if (match.Groups["text"].Success)
                {
                    sentences.Add(match.Groups["text"].Value);
                }
            }
        }
        Assert.NotEmpty(codes);
        var page = new StringBuilder("# Codes of rejections\n\nMade from the source; `UPDATE_DOCUMENTS=1 bash tests/run.sh --filter FullyQualifiedName~GeneratedDocumentTests` writes it anew.\n"
            + "A rejection changes nothing; it answers with problem details: `code`, `detail`, `errors[{field, expected, actual, article}]`, and for a conflict `currentState` and `currentVersion`.\n\n"
            + "| code | 说明 |\n|---|---|\n");
        foreach (var (code, sentences) in codes)
        {
            page.Append("| `").Append(code).Append("` | ").AppendJoin("<br>", sentences.Select(s => s.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
        }
        await CompareAsync(Repository.Path("docs", "errors.md"), page.ToString());
    }

    private static async Task CompareAsync(string file, string current)
    {
        if (Update)
        {
            await File.WriteAllTextAsync(file, current);
        }
        var committed = File.Exists(file) ? (await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n") : "";
        Assert.True(committed == current, $"{Path.GetFileName(file)} is stale: run with UPDATE_DOCUMENTS=1 and commit it");
    }

    [GeneratedRegex("""(?<call>\w+)\(\s*"(?<code>[a-z]+(?:-[a-z]+)*\.[a-z][a-z0-9-]*|busy)"\s*,\s*(?:\$?"(?<text>[^"]*[\u4e00-\u9fff][^"]*)"|[a-z])""")]
    private static partial Regex RejectionPattern();
}
