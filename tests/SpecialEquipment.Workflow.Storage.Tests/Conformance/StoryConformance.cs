using System.Reflection;
using SpecialEquipment.Workflow.Capabilities.Tests;
using SpecialEquipment.Workflow.Capabilities.Tests.CaseFile;
using SpecialEquipment.Workflow.Capabilities.Tests.Documents;
using SpecialEquipment.Workflow.Capabilities.Tests.Hazards;
using SpecialEquipment.Workflow.Capabilities.Tests.Journeys;
using SpecialEquipment.Workflow.Capabilities.Tests.Notifications;
using SpecialEquipment.Workflow.Capabilities.Tests.Organizations;
using SpecialEquipment.Workflow.Capabilities.Tests.Spreadsheets;
using SpecialEquipment.Workflow.Capabilities.Tests.Statistics;
using SpecialEquipment.Workflow.Capabilities.Tests.TaskInbox;
using SpecialEquipment.Workflow.Capabilities.Tests.WorkCalendars;
using SpecialEquipment.Workflow.Storage.Tests.Databases;

namespace SpecialEquipment.Workflow.Storage.Tests.Conformance;

/// <summary>
/// The whole product on another database, each test word for word as it holds on SQLite, where it runs in its own project. What is in memory only
/// is left out.
/// </summary>
public abstract class StoryConformance(TestServer server)
{
    protected static TheoryData<string> Of(params Type[] holders) => [.. holders.SelectMany(holder => holder.GetMethods()
        .Where(m => m.ReturnType == typeof(Task) && m.GetCustomAttributes<FactAttribute>().Any(f => f.GetType() == typeof(FactAttribute))).Select(m => $"{holder.FullName}:{m.Name}"))];

    protected Task TellAsync(string story)
    {
        var (holder, name) = (typeof(DatabasePlace).Assembly.GetType(story.Split(':')[0])!, story.Split(':')[1]);
        return HereAsync(() => (Task)holder.GetMethod(name)!.Invoke(Activator.CreateInstance(holder), null)!);
    }

    protected Task HereAsync(Func<Task> story)
    {
        Assert.SkipWhen(server.WhyNot is not null, server.WhyNot ?? "");
        return DatabasePlace.InsteadAsync(server.PlaceAsync, story);
    }
}

/// <summary>Every capability, the shipped flows, the demo county and people who act, on the fake clock.</summary>
public abstract class JourneyConformance(TestServer server) : StoryConformance(server)
{
    public static TheoryData<string> Journeys => Of(
        typeof(FirstStoryJourney), typeof(PathJourneys), typeof(MajorJourneys), typeof(MeasureJourneys), typeof(ServiceJourneys), typeof(SelfRectificationJourneys),
        typeof(ClosingJourneys), typeof(RelapseJourneys), typeof(SilentReviewerJourneys), typeof(DeputyJourneys), typeof(ReorganizationJourneys), typeof(RuleChangeJourneys));

    [Theory]
    [MemberData(nameof(Journeys))]
    public Task A_journey_goes_the_same_way_here(string journey) => TellAsync(journey);

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public Task Random_lives_lose_nothing_here(int seed) => HereAsync(() => new RandomLivesTests().Nothing_is_lost_whatever_happens(seed));
}

/// <summary>Lists, searches, imports, exports and counters: the questions each database is asked in its own words, and the races each one settles its own way.</summary>
public abstract class ListConformance(TestServer server) : StoryConformance(server)
{
    public static TheoryData<string> Lists => Of(
        typeof(FindHazardsTests), typeof(KeepViewsTests), typeof(IntakeJourneys), typeof(DocumentArchiveTests), typeof(DocumentTests), typeof(ExportCaseTests),
        typeof(ImportHazardsTests), typeof(ImportJobTests), typeof(ImportRegistersTests), typeof(RateTests), typeof(FindTasksTests), typeof(NoticesTests),
        typeof(RegisterTests), typeof(StaffingTests), typeof(CorrectCalendarYearTests), typeof(LoadCalendarYearTests));

    [Theory]
    [MemberData(nameof(Lists))]
    public Task A_list_answers_the_same_here(string list) => TellAsync(list);
}

public sealed class JourneysOnPostgreSql(PostgreSqlServer server) : JourneyConformance(server);
public sealed class JourneysOnSqlServer() : JourneyConformance(new SqlServerServer());
public sealed class ListsOnPostgreSql(PostgreSqlServer server) : ListConformance(server);
public sealed class ListsOnSqlServer() : ListConformance(new SqlServerServer());
