using Dtao.Numerics;
using Dtao.Runtime.Flows;
using Dtao.Runtime.Subnets;

namespace Dtao.Runtime.Pools;

/// <summary>The pools of all subnets: reserves, trades, moving prices.</summary>
/// <remarks>
/// Root's entry counts the TAO staked on root; it is stable because its mechanism is 0.
/// Source: docs/spec/pools.md.
/// </remarks>
public sealed partial class PoolLedger
{
    private readonly SubnetRegistry _subnets;

    /// <summary>TAO in all pools and on root, as the chain tracks it. Unit: rao.</summary>
    public Tao TotalStake => _totalStake.Value;

    /// <summary>Smoothing factor of the moving prices, per block.</summary>
    public I96F32 MovingAlpha => _movingAlpha.Value;

    /// <summary>TAO on root as the root share counts it. Unit: rao.</summary>
    public Tao RootTao => _taoReserve[NetUid.Root];

    /// <summary>The pool of a subnet.</summary>
    public Pool Of(NetUid subnet)
    {
        Pool pool = new(
            _subnets.Mechanism(subnet), _taoReserve[subnet], _alphaReserve[subnet]);
        return UsesWeights && pool.Mechanism == PoolMechanism.Dynamic
            ? pool with { QuoteWeight = _quoteWeight[subnet] }
            : pool;
    }

    /// <summary>TAO reserve. Unit: rao.</summary>
    public Tao TaoReserve(NetUid subnet) => _taoReserve[subnet];

    /// <summary>Alpha reserve. Unit: 10^-9 alpha.</summary>
    public Alpha AlphaReserve(NetUid subnet) => _alphaReserve[subnet];

    /// <summary>Alpha outside the pool. Unit: 10^-9 alpha.</summary>
    public Alpha AlphaOutstanding(NetUid subnet) => _alphaOutstanding[subnet];

    /// <summary>All alpha there is of a subnet: reserve and outstanding, saturating.</summary>
    public Alpha AlphaIssuance(NetUid subnet) =>
        _alphaReserve[subnet].SaturatingAdd(_alphaOutstanding[subnet]);

    /// <summary>TAO moved through the pool by swaps so far. Unit: rao.</summary>
    public UInt128 Volume(NetUid subnet) => _volume[subnet];

    /// <summary>The price now; one for root and stable subnets.</summary>
    public Price SpotPrice(NetUid subnet) =>
        subnet == NetUid.Root ? Price.One : Of(subnet).SpotPrice;

    /// <summary>The moving average of the price; one for root and stable subnets.</summary>
    public Price MovingPriceOf(NetUid subnet)
    {
        if (subnet == NetUid.Root) return Price.One;
        return _subnets.Mechanism(subnet) == PoolMechanism.Stable
            ? Price.One
            : _movingPrice[subnet];
    }

    /// <summary>The moving average as it is stored, whatever the mechanism.</summary>
    internal Price StoredMovingPrice(NetUid subnet) => _movingPrice[subnet];

    /// <summary>Buys alpha with TAO that is already withdrawn.</summary>
    /// <param name="subnet">Whose pool.</param>
    /// <param name="paid">TAO.</param>
    /// <param name="ifRefused">Why the TAO is lost when the pool refuses.</param>
    /// <returns>
    /// Alpha that left the pool; zero when the pool refused, and nothing changed.
    /// </returns>
    internal Alpha Buy(
        NetUid subnet, Tao paid, FlowCause ifRefused = FlowCause.StakeRefused)
    {
        TryBuy(subnet, paid, ifRefused, out Alpha received);
        return received;
    }

    /// <summary>Buys alpha with TAO that is already withdrawn.</summary>
    /// <returns>False when the pool refused, and nothing changed.</returns>
    internal bool TryBuy(NetUid subnet, Tao paid, FlowCause ifRefused, out Alpha received)
    {
        if (!Of(subnet).TryQuoteBuy(paid, out received))
        {
            _flows.Note(ifRefused, subnet, paid);
            received = Alpha.Zero;
            return false;
        }

        if (_flows.IsKept) NoteBuy(subnet, paid, received);
        _alphaReserve[subnet] = _alphaReserve[subnet].SaturatingSubtract(received);
        _alphaOutstanding[subnet] = _alphaOutstanding[subnet].SaturatingAdd(received);
        _taoReserve[subnet] = _taoReserve[subnet].SaturatingAdd(paid);
        _totalStake.Value = _totalStake.Value.SaturatingAdd(paid);
        CountVolume(subnet, paid);
        return true;
    }

    /// <summary>Sells alpha.</summary>
    /// <param name="subnet">Whose pool.</param>
    /// <param name="sold">Alpha.</param>
    /// <param name="ifRefused">Why the alpha has no holder when the pool refuses.</param>
    /// <returns>TAO that left the pool; zero when the pool refused, and nothing changed.</returns>
    internal Tao Sell(
        NetUid subnet, Alpha sold, FlowCause ifRefused = FlowCause.SaleRefused)
    {
        TrySell(subnet, sold, ifRefused, out Tao received);
        return received;
    }

    /// <summary>Sells alpha.</summary>
    /// <returns>False when the pool refused, and nothing changed.</returns>
    internal bool TrySell(NetUid subnet, Alpha sold, FlowCause ifRefused, out Tao received)
    {
        if (!Of(subnet).TryQuoteSell(sold, out received))
        {
            _flows.Note(ifRefused, subnet, sold);
            received = Tao.Zero;
            return false;
        }

        if (_flows.IsKept) NoteSale(subnet, sold, received);
        _alphaReserve[subnet] = _alphaReserve[subnet].SaturatingAdd(sold);
        _alphaOutstanding[subnet] = _alphaOutstanding[subnet].SaturatingSubtract(sold);
        _taoReserve[subnet] = _taoReserve[subnet].SaturatingSubtract(received);
        _totalStake.Value = _totalStake.Value.SaturatingSubtract(received);
        CountVolume(subnet, received);
        return true;
    }

    /// <summary>Leaves a fee in the pool, which raises the price for everyone.</summary>
    internal void KeepFee(NetUid subnet, Tao fee)
    {
        if (_flows.IsKept) NoteCeilings(subnet, fee, Alpha.Zero, Alpha.Zero);
        _taoReserve[subnet] = _taoReserve[subnet].SaturatingAdd(fee);
        _totalStake.Value = _totalStake.Value.SaturatingAdd(fee);
        _flows.Note(FlowCause.FeeKept, subnet, fee);
    }

    /// <summary>Adds the emission of a block.</summary>
    internal void Inject(NetUid subnet, Tao taoIn, Alpha alphaIn, Alpha alphaOut)
    {
        if (_flows.IsKept) NoteCeilings(subnet, taoIn, alphaIn, alphaOut);
        _alphaReserve[subnet] = _alphaReserve[subnet].SaturatingAdd(alphaIn);
        _alphaOutstanding[subnet] = _alphaOutstanding[subnet].SaturatingAdd(alphaOut);
        _taoReserve[subnet] = _taoReserve[subnet].SaturatingAdd(taoIn);
        _totalStake.Value = _totalStake.Value.SaturatingAdd(taoIn);
        _flows.Note(FlowCause.TaoInjected, subnet, taoIn);
        _flows.Note(FlowCause.AlphaInjected, subnet, alphaIn);
        _flows.Note(FlowCause.AlphaMinted, subnet, alphaOut);
    }

    /// <summary>Destroys alpha that was just bought.</summary>
    internal void DestroyOutstanding(
        NetUid subnet, Alpha amount, FlowCause cause = FlowCause.AlphaBurned)
    {
        _alphaOutstanding[subnet] = _alphaOutstanding[subnet].SaturatingSubtract(amount);
        _flows.Note(cause, subnet, amount);
    }

    /// <summary>Opens the pool of a new subnet at a price of one.</summary>
    /// <remarks>The total stake is not raised: a leak of these versions.</remarks>
    internal void Open(NetUid subnet, Tao size)
    {
        _quoteWeight.Remove(subnet);
        _flows.Note(FlowCause.PoolForgotten, subnet, _taoReserve[subnet]);
        _flows.Note(FlowCause.AlphaPoolForgotten, subnet, _alphaReserve[subnet]);
        _flows.Note(FlowCause.PoolOpened, subnet, size);
        _flows.Note(FlowCause.AlphaPoolOpened, subnet, Alpha.FromRao(size.Rao));
        _taoReserve[subnet] = size;
        _alphaReserve[subnet] = Alpha.FromRao(size.Rao);
    }

    /// <summary>Moves a subnet's average by one block.</summary>
    internal void UpdateMovingPrice(NetUid subnet, Spec.MovingPriceRule rule, BlockNumber now)
    {
        ulong registered = _subnets.RegisteredAt(subnet).Value;
        ulong age = now.Value > registered ? now.Value - registered : 0;
        _movingPrice[subnet] = MovingPrice.Next(
            rule, _movingAlpha.Value, age, SpotPrice(subnet), MovingPriceOf(subnet));
    }

    /// <summary>Sets the smoothing factor of all moving prices.</summary>
    internal void SetMovingAlpha(I96F32 rate) => _movingAlpha.Value = rate;

    /// <summary>Counts one stake of before dTAO, for genesis.</summary>
    internal void CountLegacyStake(Tao amount) =>
        _totalStake.Value = _totalStake.Value.SaturatingAdd(amount);

    /// <summary>Counts one stake of before dTAO as TAO on root.</summary>
    internal void MoveToRoot(Tao amount)
    {
        _taoReserve[NetUid.Root] = _taoReserve[NetUid.Root].SaturatingAdd(amount);
        _alphaOutstanding[NetUid.Root] =
            _alphaOutstanding[NetUid.Root].SaturatingAdd(Alpha.FromRao(amount.Rao));
    }

    /// <summary>Gives root an alpha reserve, which only keeps divisions defined.</summary>
    internal void OpenRoot(Alpha reserve) => _alphaReserve[NetUid.Root] = reserve;

    /// <summary>Opens the pool of a subnet of before dTAO.</summary>
    /// <param name="subnet">The subnet.</param>
    /// <param name="size">Both reserves.</param>
    /// <param name="legacyEmission">Its emission of before, in rao: the first moving price.</param>
    internal void Convert(NetUid subnet, Tao size, ulong legacyEmission)
    {
        _movingPrice[subnet] = Price.FromValue(I96F32.FromInteger(legacyEmission)
            .SafeDivide(I96F32.FromInteger(1_000_000_000UL)));
        Open(subnet, size);
        _totalStake.Value = _totalStake.Value.SaturatingAdd(size);
        _alphaOutstanding[subnet] = Alpha.Zero;
    }

    /// <summary>Cuts stored volumes to 64 bits, as every upgrade does.</summary>
    /// <remarks>Upstream: a migration that never marks itself as done.</remarks>
    internal void CutVolumes()
    {
        foreach (NetUid subnet in _volume.SubnetsInHashedKeyOrder())
        {
            _volume[subnet] = unchecked((ulong)_volume[subnet]);
        }
    }

    private void CountVolume(NetUid subnet, Tao amount)
    {
        UInt128 volume = _volume[subnet];
        UInt128 room = UInt128.MaxValue - volume;
        _volume[subnet] = amount.Rao > room ? UInt128.MaxValue : volume + amount.Rao;
    }
}
