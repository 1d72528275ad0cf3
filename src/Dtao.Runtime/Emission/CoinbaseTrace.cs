using Dtao.Numerics;
using Dtao.Runtime.Pools;

namespace Dtao.Runtime.Emission;

/// <summary>Every number that the coinbase of one block found for one subnet.</summary>
/// <remarks>
/// Nobody traces by default; a traced block gives the same state.
/// Source: docs/spec/emission.md#coinbase.
/// </remarks>
/// <param name="subnet">The subnet, not root.</param>
public sealed class CoinbaseTrace(NetUid subnet)
{
    private readonly List<CoinbasePayment> _payments = [];

    /// <summary>The subnet.</summary>
    public NetUid Subnet { get; } = subnet;

    /// <summary>TAO emission of the block.</summary>
    public Fractional<Tao> BlockEmission { get; internal set; }

    /// <summary>The pool before the block.</summary>
    public Pool PoolBefore { get; internal set; }

    /// <summary>Alpha there was of the subnet before the block.</summary>
    public Alpha IssuanceBefore { get; internal set; }

    /// <summary>Moving price before the block, which decides the share.</summary>
    public Price MovingPrice { get; internal set; }

    /// <summary>Sum of the moving prices of all subnets.</summary>
    public I96F32 SumOfMovingPrices { get; internal set; }

    /// <summary>TAO that the subnet's share is.</summary>
    public Fractional<Tao> Share { get; internal set; }

    /// <summary>Closed registrations keep the TAO back.</summary>
    public bool EmissionIsStopped { get; internal set; }

    /// <summary>Alpha emission by the curve: the cap.</summary>
    public Alpha AlphaEmission { get; internal set; }

    /// <summary>What the subnet gets, before rounding.</summary>
    public Injection Injection { get; internal set; }

    /// <summary>Owners' share of the alpha emission.</summary>
    public I96F32 OwnerShare { get; internal set; }

    /// <summary>Alpha for the owner, before rounding.</summary>
    public Fractional<Alpha> OwnerCut { get; internal set; }

    /// <summary>Alpha left for the participants and root, before rounding.</summary>
    public Fractional<Alpha> AfterOwnerCut { get; internal set; }

    /// <summary>TAO on root times its weight.</summary>
    public Fractional<Tao> WeightedRoot { get; internal set; }

    /// <summary>Alpha there is after the injection.</summary>
    public Alpha IssuanceAfter { get; internal set; }

    /// <summary>Root's share.</summary>
    public I96F32 RootShare { get; internal set; }

    /// <summary>Alpha for root, before rounding.</summary>
    public Fractional<Alpha> ForRoot { get; internal set; }

    /// <summary>The pool before the sale for root.</summary>
    public Pool PoolAtSale { get; internal set; }

    /// <summary>TAO that the sale brought.</summary>
    public Tao RootDividends { get; internal set; }

    /// <summary>Alpha for the participants.</summary>
    public Alpha Participants { get; internal set; }

    /// <summary>The pool after the block's emission.</summary>
    public Pool PoolAfter { get; internal set; }

    /// <summary>Moving price after the block.</summary>
    public Price MovingPriceAfter { get; internal set; }

    /// <summary>What the epoch of the block took; null when none was due.</summary>
    public PendingEmission? Epoch { get; internal set; }

    /// <summary>Who was paid by the epoch, in the order of payment.</summary>
    public IReadOnlyList<CoinbasePayment> Payments => _payments;

    internal void Add(CoinbasePayment payment) => _payments.Add(payment);
}
