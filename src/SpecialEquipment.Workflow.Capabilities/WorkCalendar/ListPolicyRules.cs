using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.WorkCalendars;

/// <summary>The policy pack in force, whole or as it holds on a day in a region.</summary>
internal static class ListPolicyRules
{
    public sealed record RuleView(
        string Id, string Name, int Amount, string Unit, bool RollForward, string Limit, string From, string Source, string? Article, string Mark,
        string? Region, DateOnly ValidFrom, DateOnly? ValidTo);

    public sealed record PackView(string Version, IReadOnlyList<RuleView> Items, string? Next, int Total, bool TotalIsCapped, IReadOnlyList<PolicyParameter> Parameters);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/policy-rules", (string? on, string? region, string? search, DeadlineRules rules) => List(on, region, search, rules.Now.Policy).ToHttp())
            .RequireAuthorization(Policies.SignedIn).WithName("list-policy-rules").WithTags("calendar").Produces<PackView>();

    /// <param name="on">Only the versions that hold on this day, in the region if one is given (the nearest wins).</param>
    internal static Result<PackView> List(string? on, string? region, string? search, PolicyPack policy)
    {
        IEnumerable<PolicyRule> rules = policy.Rules;
        IEnumerable<PolicyParameter> parameters = policy.Parameters;
        if (!string.IsNullOrWhiteSpace(on))
        {
            if (!DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return Rejection.Form("calendar.bad-date", $"日期应为 2026-02-10 的格式，实际为 {on}。", new FieldObjection("on", "日期，格式 2026-02-10", on));
            }

            rules = policy.Rules.Select(r => r.Id).Distinct().Select(id => policy.FindRule(id, day, region)).OfType<PolicyRule>();
            parameters = parameters.Where(p => p.ValidFrom <= day && (p.ValidTo is null || day <= p.ValidTo));
        }

        if (!string.IsNullOrWhiteSpace(search))
        {
            rules = rules.Where(r => r.Id.Contains(search, StringComparison.OrdinalIgnoreCase) || r.Name.Contains(search, StringComparison.Ordinal) || r.Source.Contains(search, StringComparison.Ordinal));
        }

        var found = rules.Select(View).ToList();
        return new PackView(policy.Version, found, null, found.Count, false, [.. parameters]);
    }

    private static RuleView View(PolicyRule r) => new(
        r.Id, r.Name, r.Amount, UpperSnake.From(r.Unit), r.RollForward, r.Limit.ToString(), r.From, r.Source, r.Article, r.Mark, r.Region, r.ValidFrom, r.ValidTo);
}
