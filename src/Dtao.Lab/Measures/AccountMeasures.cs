using System.Collections.Immutable;
using Dtao.Lab.Agents;
using Dtao.Lab.Plans;
using Dtao.Lab.Runs;
using Dtao.Numerics;

namespace Dtao.Lab.Measures;

/// <summary>Measures of the accounts of a group of agents.</summary>
internal static class AccountMeasures
{
    /// <summary>The measures.</summary>
    public static ImmutableArray<Measure> All { get; } =
    [
        Of("profit", "TAO", "what the group gained, its tokens at the price of the moment",
            static account => account.Profit),
        Of("tied-up", "TAO", "the most TAO that the group had in tokens",
            static account => account.TiedUp),
        Of("spent", "TAO", "TAO that the group spent on tokens",
            static account => account.Spent),
        Of("raised", "TAO", "TAO that the group got for tokens",
            static account => account.Raised),
        Of("received", "TAO", "TAO that the group received from outside",
            static account => account.Received),
        Of("paid", "TAO", "TAO that the group paid to the outside",
            static account => account.Paid),
        Of("return", "%", "what the group gained, of what it began with",
            static account => account.ValueBefore == 0
                ? null
                : account.Profit * 100 / account.ValueBefore),
        Measure.Named(
            "income-per-cost", "x",
            "TAO emission of the group's subnets over what the group paid to the outside",
            MeasureSubject.Group,
            static (run, group) => IncomePerCost(run, group)),
    ];

    private static Measure Of(
        string name, string unit, string help, Func<GroupAccount, decimal?> find) =>
        Measure.Named(name, unit, help, MeasureSubject.Group, (run, group) =>
            run.Accounts.FirstOrDefault(account => account.Group == group) is { } account
                ? find(account)
                : null);

    private static decimal? IncomePerCost(RunResult run, string group)
    {
        GroupAccount? account = run.Accounts.FirstOrDefault(one => one.Group == group);
        GroupPlan? plan = run.Point.Scenario.Plan?.Groups
            .FirstOrDefault(one => one.Name == group);
        if (account is null || plan is null || account.Paid == 0) return null;
        ImmutableArray<NetUid> all =
            [.. run.Point.Scenario.Subnets.Select(static subnet => subnet.NetUid)];
        decimal income = plan.Subnets.Of(all).Sum(subnet =>
            EmissionMeasures.IncomeOf(run, sample => sample == subnet));
        return income / account.Paid;
    }
}
