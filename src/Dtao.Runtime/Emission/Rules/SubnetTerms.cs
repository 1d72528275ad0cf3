using Dtao.Numerics;

namespace Dtao.Runtime.Emission.Rules;

/// <summary>One subnet's numbers in one block, filled in step by step.</summary>
/// <remarks>
/// TAO in rao, alpha in 10^-9 alpha, with their fractions; what is not reached yet is zero.
/// </remarks>
public sealed class SubnetTerms
{
    private U64F64 _share;

    /// <summary>The subnet.</summary>
    public NetUid Subnet { get; internal set; }

    /// <summary>Its part of the block's TAO; rules that find the TAO itself leave it.</summary>
    public U64F64 Share
    {
        get => _share;
        set => _share = Demand = value;
    }

    /// <summary>Its share before subnets without permission to emit were left out.</summary>
    public U64F64 Demand { get; private set; }

    /// <summary>Its TAO before the injection rule decides. Unit: rao.</summary>
    public U96F32 TaoEmission { get; set; }

    /// <summary>Price before the block, in TAO per alpha.</summary>
    public U96F32 Price { get; internal set; }

    /// <summary>Alpha that the curve grants.</summary>
    public U96F32 AlphaEmission { get; internal set; }

    /// <summary>TAO for the pool.</summary>
    public U96F32 TaoIn { get; set; }

    /// <summary>Alpha for the pool.</summary>
    public U96F32 AlphaIn { get; set; }

    /// <summary>Alpha for owner, miners, validators and their stakers.</summary>
    public U96F32 AlphaOut { get; set; }

    /// <summary>TAO with which the chain buys alpha.</summary>
    public U96F32 Excess { get; set; }

    /// <summary>The chain bought because the price is below the share.</summary>
    public bool IsSubsidised { get; set; }

    /// <summary>
    /// Average of the users' flow, later what is left of it. Unit: rao per block.
    /// </summary>
    public I64F64 Flow { get; internal set; }

    /// <summary>Average of the chain's own flow. Unit: rao per block.</summary>
    public I64F64 ProtocolFlow { get; internal set; }

    /// <summary>Root's share, as the split of the alpha used it.</summary>
    public U96F32 RootShare { get; internal set; }

    /// <summary>Alpha for the owner.</summary>
    public U96F32 OwnerCut { get; internal set; }

    /// <summary>Alpha for root.</summary>
    public U96F32 ForRoot { get; internal set; }

    /// <summary>Gives the subnet another share than its demand.</summary>
    internal void Allot(U64F64 share) => _share = share;

    /// <summary>Makes the terms those of a subnet at the start of a block.</summary>
    internal void Begin(NetUid subnet)
    {
        Subnet = subnet;
        Share = U64F64.Zero;
        TaoEmission = Price = AlphaEmission = TaoIn = AlphaIn = AlphaOut = Excess = U96F32.Zero;
        IsSubsidised = false;
        Flow = ProtocolFlow = I64F64.Zero;
        RootShare = OwnerCut = ForRoot = U96F32.Zero;
    }
}
