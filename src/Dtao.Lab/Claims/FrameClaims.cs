using System.Collections.Immutable;
using System.Globalization;
using Dtao.Lab.Datasets;
using Dtao.Lab.Networks;
using Dtao.Lab.Runs;
using Dtao.Lab.Scenarios;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Staking;
using Dtao.Runtime.Weights;

namespace Dtao.Lab.Claims;

/// <summary>Claims 1 to 3: when, why, and how soon it went wrong.</summary>
internal static class FrameClaims
{
    private const ushort VotedFor = 100;
    private static readonly NetUid Chosen = new(28);

    /// <summary>The claims.</summary>
    public static ImmutableArray<ArticleClaim> All { get; } =
    [
        new(1, "dTAO went live on Valentine's Day 2025.",
            "Launch state: block and time, subnets, pools, where the stake is. Refuted if no time "
                + "zone had 14 February, or if a pool is not 1 TAO : 1 alpha.",
            Launch),
        new(2, "It divides TAO emission among subnets by market, not by validators' votes.",
            "One branch where the largest root validator votes for subnet 28 on root and all "
                + "vote on the subnet for one miner, one where somebody buys its token. Refuted if "
                + "votes that were counted move emission, or a purchase does not.",
            Votes),
        new(3, "Within a month the flaws showed.",
            "Day of the SN28 scenario on which a subnet that pays for holding ranks among the "
                + "first seven. Refuted if it takes more than 30 days.",
            FirstMonth),
    ];

    private static ClaimOutcome Launch(ClaimLaboratory laboratory)
    {
        Chain chain = laboratory.Launch.Chain;
        string time = LaunchDataset.Clock.TextOf(chain.Block);
        DateTime utc = DateTime.Parse(
            time, CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
        double hours = (new DateTime(2025, 2, 14, 0, 0, 0, DateTimeKind.Utc) - utc).TotalHours;
        ImmutableArray<SubnetLabel> subnets = LaunchScenario.Value.Subnets;
        int even = subnets.Count(subnet =>
            chain.Pools.TaoReserve(subnet.NetUid) == Tao.Whole(1)
                && chain.Pools.AlphaReserve(subnet.NetUid).Rao == Tao.Whole(1).Rao);
        decimal onRoot = laboratory.Launch.Validators.Sum(validator =>
            (decimal)chain.Stakes.StakeOf(validator.Hotkey, NetUid.Root).Rao);
        decimal part = onRoot * 100 / (chain.Pools.TotalStake.Rao);
        return ClaimOutcome.Judge(
            hours is > -24 and < 14 && even == subnets.Length && onRoot > 0,
            $"block {chain.Block} at {time}: the 14th east of UTC, the 13th at Greenwich",
            new("launch block", chain.Block.Value, "block"),
            new("before 14 February 0:00 UTC", Math.Round((decimal)hours, 2), "hours"),
            new("subnets", subnets.Length, "subnets"),
            new("pools of 1 TAO : 1 alpha", even, "subnets"),
            new("stake on root", part, "% of all stake"));
    }

    private static ClaimOutcome Votes(ClaimLaboratory laboratory)
    {
        Chain control = laboratory.Branch();
        Chain voting = laboratory.Branch();
        Chain buying = laboratory.Branch();
        Validator largest = laboratory.Young.Validators[0];
        DispatchResult onRoot = voting.Dispatch(
            new SetWeights(NetUid.Root, [Chosen.Value], [ushort.MaxValue], VersionKey: 0),
            largest.Hotkey.Account);
        int counted = laboratory.Young.Validators.Count(validator => voting.Dispatch(
            new SetWeights(Chosen, [VotedFor], [ushort.MaxValue], VersionKey: 0),
            validator.Hotkey.Account).IsOk);
        ClaimLaboratory.Apply(
            buying, new AddStake(largest.Hotkey, Chosen, Tao.Whole(20)),
            laboratory.Young.Treasury);
        foreach (Chain chain in new[] { control, voting, buying })
        {
            ClaimLaboratory.Advance(chain, 400);
        }

        decimal before = ClaimLaboratory.EmissionOf(control, Chosen);
        decimal voted = ClaimLaboratory.EmissionOf(voting, Chosen) - before;
        decimal bought = ClaimLaboratory.EmissionOf(buying, Chosen) - before;
        decimal paid = voting.Neurons.Incentive(Chosen)[VotedFor] * 100m / ushort.MaxValue;
        return ClaimOutcome.Judge(
            voted == 0 && bought > 0 && counted > 0 && paid > 50,
            $"a vote on root is answered with '{onRoot}' and moves nothing; a purchase does",
            new("votes on the subnet that were counted", counted, "validators"),
            new("incentive of the miner that they vote for", paid, "%"),
            new("change of emission by votes", voted, "TAO/block"),
            new("change of emission by a purchase of 20 TAO", bought, "TAO/block"),
            new("emission without either", before, "TAO/block"));
    }

    private static ClaimOutcome FirstMonth(ClaimLaboratory laboratory)
    {
        RunResult run = laboratory.Run("sn28");
        decimal? day = Episode.DayOfRank(run, 7);
        return ClaimOutcome.Judge(
            day is <= 30,
            "the subnet does no work and pays for holding; on the real network it took 12 days",
            new("day on which subnet 28 ranks 7th", day, "days"),
            new("TAO that it had been given by the end", Episode.IncomeOf(run), "TAO"));
    }
}
