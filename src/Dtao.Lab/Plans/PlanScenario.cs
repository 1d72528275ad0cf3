using Dtao.Lab.Datasets;
using Dtao.Lab.Events;
using Dtao.Lab.Scenarios;

namespace Dtao.Lab.Plans;

/// <summary>Makes a scenario of a plan.</summary>
public static class PlanScenario
{
    /// <summary>The scenario.</summary>
    public static Scenario Of(Plan plan) => LaunchScenario.Value with
    {
        Name = plan.Name,
        Title = plan.Title,
        Question = plan.Question,
        Limits = plan.Limits,
        Horizon = plan.Horizon,
        Values = [.. LaunchScenario.Value.Values, .. ValuesOf(plan)],
        Claims = [],
        Genesis = seed => PlanWorld.Build(plan, seed),
        Plan = plan,
        Timeline = pinned => plan.Network.MovingRate is null
            ? LaunchTimeline.Of(pinned)
            : [.. LaunchTimeline.Of(pinned).Where(static one => one is not MovingRateChange)],
    };

    private static IEnumerable<StatedValue> ValuesOf(Plan plan) =>
        from groupPlan in plan.Groups
        from setting in groupPlan.Settings.All
        let words = setting.Value.Text.Split(' ')
        select new StatedValue(
            $"{groupPlan.Name}.{setting.Parameter.Name}",
            string.Join(' ', words[..^1]),
            words[^1],
            ValueStatus.Synthesized,
            setting.Parameter.Help);
}
