using Dtao.Lab.Datasets;
using Dtao.Numerics;

namespace Dtao.Lab.Scenarios;

/// <summary>The scenario <c>launch</c>: the first month of dTAO, if nobody had traded.</summary>
public static class LaunchScenario
{
    /// <summary>The scenario.</summary>
    public static Scenario Value { get; } = new()
    {
        Name = "launch",
        Title = "The launch of dynamic TAO, 13 February 2025",
        Question =
            "How fast does root hand over to the subnets' own tokens after the launch of dTAO?",
        Limits =
            "Nobody trades, registers or moves stake in this run: only emission, root sales, "
            + "epochs and weights. Prices therefore follow emission, not demand.",
        Horizon = Horizon.Days(30),
        Start = LaunchDataset.Instance.LaunchBlock,
        Clock = LaunchDataset.Clock,
        Subnets =
        [
            .. LaunchDataset.Instance.Subnets.Select(
                static subnet => new SubnetLabel(subnet.NetUid, subnet.Name, subnet.Symbol)),
        ],
        Values = [.. RealValues(), .. EstimatedValues(), .. MadeUpValues()],
        Claims =
        [
            new(
                "root share (1), outstanding only", 7, static shares => shares.Staked, 955, 955,
                "weighted root TAO beside one alpha per block and subnet outside the pools"),
            new(
                "root share (2), chain's formula", 7, static shares => shares.Protocol, 914, 926,
                "weighted root TAO beside at most two alpha per block and subnet in all"),
        ],
        Genesis = LaunchGenesis.Build,
        Timeline = LaunchTimeline.Of,
    };

    private static IEnumerable<StatedValue> RealValues()
    {
        LaunchDataset dataset = LaunchDataset.Instance;
        yield return new(
            "launch block", $"{dataset.LaunchBlock}", "block", ValueStatus.Real,
            "the chain's own constant");
        yield return new(
            "subnets", $"{dataset.Subnets.Length}", "subnets", ValueStatus.Real,
            "numbers, names and token symbols of 13 February 2025");
        yield return new(
            "TAO on root", $"{AmountText.Of(dataset.RootStake.Rao)}", "TAO", ValueStatus.Real,
            "three digits, from a listing of February 2025");
        yield return new(
            "pools", "1 TAO : 1 alpha", "TAO : alpha", ValueStatus.Real,
            "the migration of version 233 gives every subnet this pool");
        yield return new(
            "weight of root TAO", "0.18", "none", ValueStatus.Real,
            "constant of the migration: 3320413933267719290 / (2^64 - 1)");
        yield return new(
            "registration blocks", $"{CountRegistrations(ValueStatus.Real)} of 64", "subnets",
            ValueStatus.Real, "read from the chain's later records");
        yield return new(
            "names and keys of validators", $"{dataset.Validators.Length} of 64", "validators",
            ValueStatus.Real, "the largest on subnet 15, 23 January 2025");
    }

    private static IEnumerable<StatedValue> EstimatedValues()
    {
        LaunchDataset dataset = LaunchDataset.Instance;
        yield return new(
            "time of the launch", LaunchDataset.Clock.TextOf(dataset.LaunchBlock), "UTC",
            ValueStatus.Derived,
            "block 4925837 was at 2025-02-14T16:00:00Z; 12 seconds a block");
        yield return new(
            "total issuance", $"{AmountText.Of(dataset.TotalIssuance.Rao)}", "TAO",
            ValueStatus.Derived,
            "issuance of 16 November 2025 less 7,200 TAO a day; within 100,000 TAO");
        yield return new(
            "first moving prices", $"{CountEmissions(ValueStatus.Inferred)} of 64", "subnets",
            ValueStatus.Inferred,
            "from the prices of 14 February, as if nobody had traded until then; about 10 %");
        yield return new(
            "blocks of the version upgrades", "6", "upgrades", ValueStatus.Inferred,
            "merge times of the releases; the network may have followed later");
        yield return new(
            "block of the faster moving prices", "4937000", "block", ValueStatus.Inferred,
            "from hourly prices of 16 February; within 2,000 blocks");
    }

    private static IEnumerable<StatedValue> MadeUpValues()
    {
        LaunchDataset dataset = LaunchDataset.Instance;
        yield return new(
            "first moving prices", $"{CountEmissions(ValueStatus.Synthesized)} of 64", "subnets",
            ValueStatus.Synthesized,
            "subnets already bought up at the first sample: the upper tier of the others");
        yield return new(
            "registration blocks", $"{CountRegistrations(ValueStatus.Synthesized)} of 64",
            "subnets", ValueStatus.Synthesized, "the median of the known ones");
        yield return new(
            "root stakes of validators", $"{dataset.Validators.Length} of 64", "validators",
            ValueStatus.Synthesized,
            "their shares on subnet 15 three weeks earlier, scaled to all TAO on root");
        yield return new(
            "other validators", $"{64 - dataset.Validators.Length} of 64", "validators",
            ValueStatus.Synthesized,
            "made up; they share evenly the 200 TAO that the listed ones leave");
        yield return new(
            "neurons and weights", "64 x 256", "neurons", ValueStatus.Synthesized,
            "drawn from the seed; each validator sets its weights every 4,096 blocks");
        yield return new(
            "tempo", $"{LaunchGenesis.Tempo}", "blocks", ValueStatus.Synthesized,
            "the same for all subnets");
        yield return new(
            "balances and subnet locks", "one account, no locks", "none",
            ValueStatus.Synthesized,
            "what neither root nor pools hold is the free balance of one account");
    }

    private static int CountEmissions(ValueStatus status) =>
        LaunchDataset.Instance.Subnets.Count(subnet => subnet.EmissionStatus == status);

    private static int CountRegistrations(ValueStatus status) =>
        LaunchDataset.Instance.Subnets.Count(subnet => subnet.RegistrationStatus == status);
}
