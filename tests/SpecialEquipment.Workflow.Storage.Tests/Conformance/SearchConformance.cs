using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage.Search;
using SpecialEquipment.Workflow.Storage.Tests.Databases;

namespace SpecialEquipment.Workflow.Storage.Tests.Conformance;

public sealed class SearchOnSqlite() : SearchConformance(new SqliteServer());
public sealed class SearchOnPostgreSql(PostgreSqlServer server) : SearchConformance(server);
public sealed class SearchOnSqlServer() : SearchConformance(new SqlServerServer());

/// <summary>The index over pairs of characters follows its text in the same commit (DESIGN D12).</summary>
public abstract class SearchConformance(TestServer server)
{
    [Fact]
    public async Task Pairs_of_characters_come_and_go_with_the_text_they_stand_in()
    {
        Assert.SkipWhen(server.WhyNot is not null, server.WhyNot ?? "");
        await using var test = await server.NewDatabaseAsync();
        var (school, mall) = (await AddAsync(test, "泫水县城关小学 电梯 门锁ａｂ啮合不足7MM"), await AddAsync(test, "城东商场 自动扶梯"));

        Assert.Equal($"{school}", await FindAsync(test, "城关"));
        Assert.Null(await FindAsync(test, "城")); // one character has no pair: who asks compares the texts
        Assert.Equal($"{school}", await FindAsync(test, "门锁ａｂ"));
        Assert.Equal("", await FindAsync(test, "城关商场"));
        Assert.Equal("", await FindAsync(test, "锅炉"));
        Assert.Equal($"{school}", await FindAsync(test, "7mm"));

        await ChangeAsync(test, mall, "城关商场 自动扶梯");
        Assert.Equal($"{mall}", await FindAsync(test, "城关商场"));
        Assert.Equal("", await FindAsync(test, "城东"));
        Assert.Equal($"{school} {mall}", await FindAsync(test, "城关"));
        Assert.Null(await FindAsync(test, "城关", cap: 1));
    }

    [Fact]
    public async Task What_is_rolled_back_leaves_no_pair_behind()
    {
        Assert.SkipWhen(server.WhyNot is not null, server.WhyNot ?? "");
        await using var test = await server.NewDatabaseAsync();
        await test.Ring.RunAsync<bool>("test", Actor.System, async (act, ct) =>
        {
            act.Db.Add(New("泫水县城关小学"));
            await act.Db.SaveChangesAsync(ct);
            return Rejection.Conflict("test.no", "不。");
        });
        Assert.Equal("", await FindAsync(test, "城关"));
    }

    [Fact]
    public async Task A_number_is_found_by_its_beginning_only()
    {
        Assert.SkipWhen(server.WhyNot is not null, server.WhyNot ?? "");
        await using var test = await server.NewDatabaseAsync();
        await AddAsync(test, "甲", "泫市监隐〔2026〕第0001号");
        await AddAsync(test, "乙", "泫市监隐〔2026〕第0002号");
        await AddAsync(test, "丙", "泫市监隐〔2025〕第0001号");
        await using var db = test.Database.CreateContext();
        Assert.Equal(2, await db.Set<Matter>().BeginningWith(m => m.Number!, "泫市监隐〔2026").CountAsync());
        Assert.Equal(0, await db.Set<Matter>().BeginningWith(m => m.Number!, "市监隐").CountAsync());
    }

    private static Matter New(string text, string? number = null) => new()
    {
        Id = Guid.CreateVersion7(), Kind = "HAZARD", Title = "隐患", RegionCode = "140581", Version = 1, SearchText = text, Number = number,
        CreatedAt = DateTimeOffset.UnixEpoch, UpdatedAt = DateTimeOffset.UnixEpoch,
    };

    private static async Task<long> AddAsync(TestDatabase test, string text, string? number = null)
    {
        var matter = New(text, number);
        Assert.Null((await test.Ring.RunAsync<bool>("test", Actor.System, (act, _) =>
        {
            act.Db.Add(matter);
            return Task.FromResult<Result<bool>>(true);
        })).Rejection);
        return matter.Key;
    }

    private static Task ChangeAsync(TestDatabase test, long key, string text) => test.Ring.RunAsync<bool>("test", Actor.System, async (act, ct) =>
    {
        (await act.Db.Set<Matter>().SingleAsync(m => m.Key == key, ct)).SearchText = text;
        return true;
    });

    private static async Task<string?> FindAsync(TestDatabase test, string word, int cap = 100)
    {
        await using var db = test.Database.CreateContext();
        return await db.CandidatesAsync<Matter>(word, cap, CancellationToken.None) is { } found ? string.Join(' ', found) : null;
    }
}
