using Dtao.Crypto;
using Dtao.Numerics;
using Dtao.Runtime.Flows;
using Dtao.Runtime.State;
using Dtao.Runtime.Subnets;

namespace Dtao.Runtime.Pools;

public sealed partial class PoolLedger
{
    private readonly SubnetItem<Tao> _taoReserve;
    private readonly SubnetItem<Alpha> _alphaReserve;
    private readonly SubnetItem<Alpha> _alphaOutstanding;
    private readonly SubnetItem<Price> _movingPrice;
    private readonly ValueItem<I96F32> _movingAlpha;
    private readonly SubnetItem<UInt128> _volume;
    private readonly ValueItem<Tao> _totalStake;
    private readonly SubnetItem<ulong> _quoteWeight;
    private readonly FlowJournal _flows;

    internal PoolLedger(StateLayer state, SubnetRegistry subnets)
    {
        _subnets = subnets;
        _taoReserve = state.Open(Storage.TaoReserve);
        _alphaReserve = state.Open(Storage.AlphaReserve);
        _alphaOutstanding = state.Open(Storage.AlphaOutstanding);
        _movingPrice = state.Open(Storage.MovingPrice);
        _movingAlpha = state.Open(Storage.MovingAlpha);
        _volume = state.Open(Storage.Volume);
        _totalStake = state.Open(Storage.TotalStake);
        _quoteWeight = state.Open(Storage.QuoteWeight);
        _flows = state.Flows;
    }

    /// <summary>
    /// What the pools keep in the state. Private, so that nothing else can write it.
    /// </summary>
    private static class Storage
    {
        /// <summary>TAO reserve of each pool; for root all TAO staked on root. Unit: rao.</summary>
        public static readonly SubnetDescriptor<Tao> TaoReserve =
            Declare.BySubnet("SubnetTAO", Shapes.Tao, Tao.Zero, "rao");

        /// <summary>Alpha reserve of each pool. Unit: 10^-9 alpha.</summary>
        public static readonly SubnetDescriptor<Alpha> AlphaReserve =
            Declare.BySubnet("SubnetAlphaIn", Shapes.Alpha, Alpha.Zero, "10^-9 alpha");

        /// <summary>Alpha outside the pool: staked, pending or lost. Unit: 10^-9 alpha.</summary>
        public static readonly SubnetDescriptor<Alpha> AlphaOutstanding =
            Declare.BySubnet("SubnetAlphaOut", Shapes.Alpha, Alpha.Zero, "10^-9 alpha");

        /// <summary>Exponential moving average of the price. Unit: TAO per alpha, 2^-32.</summary>
        public static readonly SubnetDescriptor<Price> MovingPrice =
            Declare.BySubnet("SubnetMovingPrice", Shapes.Price, Price.Zero, "TAO per alpha, 2^-32");

        /// <summary>Smoothing factor of the moving price. Unit: 2^-32 per block.</summary>
        public static readonly ValueDescriptor<I96F32> MovingAlpha =
            Declare.Value(
                "SubnetMovingAlpha", Shapes.I96F32, I96F32.FromBits(12_885), "2^-32 per block");

        /// <summary>TAO moved through the pool by swaps so far. Unit: rao.</summary>
        public static readonly SubnetDescriptor<UInt128> Volume =
            Declare.BySubnet<UInt128>("SubnetVolume", Shapes.U128, UInt128.Zero, "rao");

        /// <summary>TAO in all pools and on root, as the chain tracks it. Unit: rao.</summary>
        public static readonly ValueDescriptor<Tao> TotalStake =
            Declare.Value("TotalStake", Shapes.Tao, Tao.Zero, "rao");

        /// <summary>
        /// Weight of TAO in each pool while a rule weighs pools. Unit: 10^-18.
        /// </summary>
        public static readonly SubnetDescriptor<ulong> QuoteWeight = Declare.Later(
            423,
            new SubnetDescriptor<ulong>(
                "Swap", "SwapBalancer", KeyHasher.Identity, Shapes.U64, WeightedPool.Unit / 2,
                "10^-18"));
    }
}
