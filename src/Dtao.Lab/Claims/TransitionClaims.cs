using System.Collections.Immutable;
using Dtao.Lab.Measures;
using Dtao.Lab.Networks;
using Dtao.Lab.Runs;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Emission.Rules;
using Dtao.Runtime.Epoch;

namespace Dtao.Lab.Claims;

/// <summary>Claims 24 to 29: from root to the subnets' own tokens.</summary>
internal static class TransitionClaims
{
    private const string YearRun = "root-share";

    /// <summary>The claims.</summary>
    public static ImmutableArray<ArticleClaim> All { get; } =
    [
        new(24, "Before, validators on root decided all emission, with conflicts of interest.",
            "Emission of subnet 28 by the rule R0 when the largest validator votes for it alone. "
                + "Refuted if its vote gives it less than five even shares.",
            RootVote),
        new(25, "The top validators can be read on a page of validators.",
            "Root stakes of the launch by rank, and their sum against the TAO on root. Refuted "
                + "if the sum differs.",
            Validators),
        new(26, "Leaving the old mechanism is a step to decentralization, paid by root's income.",
            "Root's share hour by hour over twelve days of constant stakes, and the TAO that is "
                + "paid to root on days 3 and 12. Refuted by a rise of either.",
            Decline),
        new(27, "At the affair dTAO was a week old and root still held about 95 %.",
            "Root's share on days 7 and 12, by both readings, and its part of all tokens paid "
                + "out. Imprecise if one reading gives 94.5 to 96.5 % on day 7 and the chain's "
                + "formula less than 93 % on day 12, refuted otherwise.",
            NinetyFive),
        new(28, "After a year root falls to about 20 % and could not stop a repeat.",
            "Root's share on day 365 with prices near the real ones. Refuted outside 18 to 20 %.",
            AfterYear) { IsLong = true },
        new(29, "Power passes from root to the tokens along a curve.",
            "Day on which root's share falls below one half. Refuted outside days 66 to 100.",
            Crossing) { IsLong = true },
    ];

    private static ClaimOutcome RootVote(ClaimLaboratory laboratory)
    {
        Chain chain = laboratory.Branch();
        NetUid subnet = Episode.Subnet;
        chain.UseEmissionRule(EmissionRules.Find("R0"));
        BlockExecutor.RunBlock(chain);
        decimal before = ShareOf(chain, subnet);
        UidWeight everywhere = new(subnet.Value, ushort.MaxValue);
        foreach (Validator validator in laboratory.Young.Validators)
        {
            UidWeight[] row =
            [
                .. Scenarios.LaunchScenario.Value.Subnets.Select(static one =>
                    new UidWeight(one.NetUid.Value, ushort.MaxValue)),
            ];
            bool isInterested = validator == laboratory.Young.Validators[0];
            chain.Rules.SetVote(validator.Hotkey, isInterested ? [everywhere] : row);
        }

        BlockExecutor.RunBlock(chain);
        decimal after = ShareOf(chain, subnet);
        return ClaimOutcome.Judge(
            after > 5 * (100m / 64),
            "one validator with a third of root votes for one subnet, all others for all alike; "
                + "the rule of before dTAO is known by its formula",
            new("share of the subnet by the last votes of before dTAO", before, "%"),
            new("share when the largest validator votes for it alone", after, "%"),
            new("an even share", 100m / 64, "%"));
    }

    private static decimal ShareOf(Chain chain, NetUid subnet)
    {
        decimal own = 0;
        decimal all = 0;
        foreach (SubnetTerms terms in chain.RuleCoinbase.Block.Subnets)
        {
            decimal part = (decimal)(terms.Share.Bits >> 32);
            all += part;
            if (terms.Subnet == subnet) own = part;
        }

        return all == 0 ? 0 : own * 100 / all;
    }

    private static ClaimOutcome Validators(ClaimLaboratory laboratory)
    {
        IReadOnlyList<Validator> validators = laboratory.Launch.Validators;
        decimal sum = validators.Sum(static one => (decimal)one.RootStake.Rao) / 1e9m;
        decimal root = laboratory.Launch.Chain.Pools.RootTao.Rao / 1e9m;
        decimal largest = validators[0].RootStake.Rao / 1e9m;
        return ClaimOutcome.Judge(
            sum == root && validators.All(one => one.RootStake <= validators[0].RootStake),
            "the list of 23 January 2025 scaled to all root stake; the report of a run shows it "
                + "with stakes at start and end",
            new("validators", validators.Count, "validators"),
            new("sum of their root stake", sum, "TAO"),
            new("TAO on root", root, "TAO"),
            new("largest", largest, "TAO"),
            new("part of the largest", largest * 100 / root, "%"));
    }

    private static ClaimOutcome Decline(ClaimLaboratory laboratory)
    {
        RunResult run = laboratory.Run("launch", 12);
        int rises = 0;
        for (int index = 1; index < run.Samples.Length; index++)
        {
            if (run.Samples[index].RootShares.Protocol
                > run.Samples[index - 1].RootShares.Protocol)
            {
                rises++;
            }
        }

        decimal early = PaidOn(run, 3);
        decimal late = PaidOn(run, 12);
        return ClaimOutcome.Judge(
            rises == 0 && late < early && late > 0,
            "root's share falls every hour, because tokens are made and root stake is not",
            new("hours in which it rises, of 288", rises, "hours"),
            new("on day 1", Day(run, 1, static shares => shares.Protocol), "%"),
            new("on day 12", Day(run, 12, static shares => shares.Protocol), "%"),
            new("TAO paid to root on day 3", early, "TAO"),
            new("TAO paid to root on day 12", late, "TAO"));
    }

    /// <summary>What root's stake gained in a day in which nobody moved any. Unit: TAO.</summary>
    private static decimal PaidOn(RunResult run, ulong day) =>
        ReadableNumber.Of(run.AtDay(day)!.RootStaked.Rao)
            - ReadableNumber.Of(run.AtDay(day - 1)!.RootStaked.Rao);

    private static ClaimOutcome NinetyFive(ClaimLaboratory laboratory)
    {
        RunResult run = laboratory.Run("launch", 12);
        decimal? staked = Day(run, 7, static shares => shares.Staked);
        decimal? formula = Day(run, 7, static shares => shares.Protocol);
        decimal? stakedThen = Day(run, 12, static shares => shares.Staked);
        decimal? formulaThen = Day(run, 12, static shares => shares.Protocol);
        return ClaimOutcome.Imprecise(
            staked is > 94.5m and < 96.5m && formulaThen < 93,
            "95 % is the share of stake weight outside the pools on day 7; the affair was on day "
                + "12; and it is a share of the validators' 41 %, not of emission",
            new("day 7, staked tokens only", staked, "%"),
            new("day 7, the chain's formula", formula, "%"),
            new("day 12, staked tokens only", stakedThen, "%"),
            new("day 12, the chain's formula", formulaThen, "%"),
            new("root's part of all tokens paid out on day 12", formulaThen * 0.41m, "%"));
    }

    private static ClaimOutcome AfterYear(ClaimLaboratory laboratory)
    {
        RunResult run = laboratory.Run(YearRun);
        decimal formula = ReadableNumber.Of(run.Last.RootShares.Protocol) * 100;
        decimal staked = ReadableNumber.Of(run.Last.RootShares.Staked) * 100;
        decimal injected = MeasureCatalog.Find("alpha-injected-mean")!
            .Find(run, NetUid.Root) ?? 0;
        return ClaimOutcome.Judge(
            formula is >= 18 and <= 20,
            "by the chain's formula, with prices near the real ones, constant root stake and the "
                + "halving when it comes; whether a repeat could be stopped is claim 23",
            new("day 365, the chain's formula", formula, "%"),
            new("day 365, staked tokens only", staked, "%"),
            new("alpha put into a pool, mean", injected, "alpha/block"));
    }

    private static ClaimOutcome Crossing(ClaimLaboratory laboratory)
    {
        RunResult run = laboratory.Run(YearRun);
        decimal? formula = FirstBelowHalf(run, static shares => shares.Protocol);
        decimal? staked = FirstBelowHalf(run, static shares => shares.Staked);
        return ClaimOutcome.Judge(
            formula is >= 66 and <= 100,
            "the official picture crosses on day 66; were all tokens made that can be, it would be "
                + "day 74, and at the injection of the real prices it was day 91",
            new("root below one half, the chain's formula", formula, "days"),
            new("root below one half, staked tokens only", staked, "days"),
            new("root on day 200", Day(run, 200, static shares => shares.Protocol), "%"));
    }

    private static decimal? FirstBelowHalf(RunResult run, Func<RootShares, I96F32> choose) => run
        .Samples.Where(sample => ReadableNumber.Of(choose(sample.RootShares)) < 0.5m)
        .Select(sample => (decimal?)(run.AgeOf(sample.Block) / 7_200m)).FirstOrDefault();

    private static decimal? Day(RunResult run, ulong day, Func<RootShares, I96F32> choose) =>
        run.AtDay(day) is { } sample ? ReadableNumber.Of(choose(sample.RootShares)) * 100 : null;
}
