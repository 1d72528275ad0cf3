using System.Collections.Immutable;
using Dtao.Lab.Datasets;
using Dtao.Lab.Measures;
using Dtao.Lab.Networks;
using Dtao.Lab.Scenarios;
using Dtao.Numerics;
using Dtao.Runtime;

namespace Dtao.Lab.Runs;

/// <summary>Looks at a chain now and then and remembers what it saw; it changes nothing.</summary>
public sealed class Recorder
{
    private const ulong HourInBlocks = BlockClock.BlocksPerDay / 24;
    private const ulong LongestHourlyRunInDays = 60;
    private static readonly ulong[] HoursBetween = [1, 2, 3, 4, 6, 8, 12, 24];

    private readonly IReadOnlyList<Validator> _validators;
    private readonly ImmutableArray<NetUid> _subnets;
    private readonly List<NetworkSample> _samples = [];

    /// <summary>A recorder of some subnets.</summary>
    /// <param name="subnets">Subnets to watch.</param>
    /// <param name="validators">Everybody with stake on root.</param>
    public Recorder(IEnumerable<NetUid> subnets, IReadOnlyList<Validator> validators)
    {
        _subnets = [.. subnets];
        _validators = validators;
    }

    /// <summary>What was seen, in order of time.</summary>
    public IReadOnlyList<NetworkSample> Samples => _samples;

    /// <summary>Blocks between two samples: an hour, more if it runs over sixty days.</summary>
    /// <remarks>A day is always a multiple of it.</remarks>
    public static ulong StepOf(Horizon horizon)
    {
        foreach (ulong hours in HoursBetween)
        {
            ulong longest = hours * LongestHourlyRunInDays * BlockClock.BlocksPerDay;
            if (horizon.Blocks <= longest) return hours * HourInBlocks;
        }

        return BlockClock.BlocksPerDay;
    }

    /// <summary>Takes one sample of the present block.</summary>
    public void Take(Chain chain)
    {
        I96F32 sum = I96F32.Zero;
        foreach (NetUid subnet in _subnets)
        {
            sum = sum.SaturatingAdd(chain.Pools.MovingPriceOf(subnet).Value);
        }

        ImmutableArray<SubnetSample> subnets =
            [.. _subnets.Select(subnet => SampleOf(chain, subnet, sum))];
        _samples.Add(new(
            chain.Block,
            chain.Spec.Version,
            chain.Issuance.Total,
            chain.Balances.TotalIssuance,
            chain.Pools.RootTao,
            StakedOnRoot(chain),
            subnets,
            RootShares.MeanOf([.. subnets.Select(static subnet => subnet.RootShares)])));
    }

    private static SubnetSample SampleOf(Chain chain, NetUid subnet, I96F32 sumOfMovingPrices)
    {
        Alpha staked = Alpha.Zero;
        foreach (Hotkey hotkey in chain.Neurons.Keys(subnet))
        {
            staked = staked.SaturatingAdd(chain.Stakes.StakeOf(hotkey, subnet));
        }

        Price moving = chain.Pools.MovingPriceOf(subnet);
        return new(
            subnet,
            chain.Pools.TaoReserve(subnet),
            chain.Pools.AlphaReserve(subnet),
            chain.Pools.AlphaOutstanding(subnet),
            staked,
            chain.Pools.SpotPrice(subnet),
            moving,
            moving.Value.SafeDivide(sumOfMovingPrices),
            RootShares.Of(chain, subnet, staked));
    }

    private Tao StakedOnRoot(Chain chain)
    {
        Tao staked = Tao.Zero;
        foreach (Validator validator in _validators)
        {
            Alpha stake = chain.Stakes.StakeOf(validator.Hotkey, NetUid.Root);
            staked = staked.SaturatingAdd(Tao.FromRao(stake.Rao));
        }

        return staked;
    }
}
