using System.Collections.Immutable;
using Dtao.Lab.Measures;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Emission.Rules;

namespace Dtao.Lab.Attacks;

/// <summary>Adds up the TAO that the chain spends on a subnet and on all, hour by hour.</summary>
/// <remarks>What enters the pool and what the chain buys alpha with, by any rule.</remarks>
/// <param name="chain">The chain.</param>
/// <param name="subnet">The subnet.</param>
/// <param name="windowStart">Block after which the share that decides is measured.</param>
internal sealed class ShareMeter(Chain chain, NetUid subnet, BlockNumber windowStart)
{
    // Each with TAO of the subnet and of all; raw 2^-32 rao.
    private readonly List<(UInt128 Subnet, UInt128 All)> _hours = [];
    private UInt128 _subnet;
    private UInt128 _all;
    private UInt128 _windowSubnet;
    private UInt128 _windowAll;
    private UInt128 _spent;
    private ulong _blocks;

    /// <summary>Parts of the subnet by the hour so far, 0 to 1.</summary>
    public ImmutableArray<decimal> Shares =>
        [.. _hours.Select(static hour => PartOf(hour.Subnet, hour.All))];

    /// <summary>Its price at the end of those hours. Unit: TAO per alpha.</summary>
    public List<decimal> Prices { get; } = [];

    /// <summary>TAO of the subnet since the start. Unit: rao.</summary>
    public decimal Spent => Rao(_spent);

    /// <summary>The subnet's part of the TAO of all in the blocks that decide, 0 to 1.</summary>
    public decimal Share => PartOf(_windowSubnet, _windowAll);

    /// <summary>A part of all, 0 to 1.</summary>
    private static decimal PartOf(UInt128 subnet, UInt128 all) =>
        all == 0 ? 0 : Rao(subnet) / Rao(all);

    /// <summary>What goes on counting for a branch; its hours begin anew.</summary>
    public ShareMeter For(Chain branch) => new(branch, subnet, windowStart)
    {
        _windowSubnet = _windowSubnet,
        _windowAll = _windowAll,
        _spent = _spent,
    };

    /// <summary>Counts the present block.</summary>
    public void Count()
    {
        (UInt128 part, UInt128 all) =
            chain.EmissionRule is null ? CountVersion() : CountRule();
        _subnet += part;
        _spent += part;
        _all += all;
        if (chain.Block.Value > windowStart.Value)
        {
            _windowSubnet += part;
            _windowAll += all;
        }

        _blocks++;
        if (_blocks % AttackClock.Hour == 0) Close();
    }

    /// <summary>Closes an hour that was not whole.</summary>
    public void Finish()
    {
        if (_blocks % AttackClock.Hour != 0) Close();
    }

    private static decimal Rao(UInt128 bits) => (decimal)(bits >> U96F32.FractionBits);

    private void Close()
    {
        _hours.Add((_subnet, _all));
        Prices.Add(ReadableNumber.Of(chain.Pools.SpotPrice(subnet).Value));
        _subnet = _all = 0;
    }

    private (UInt128 Subnet, UInt128 All) CountVersion()
    {
        UInt128 part = 0;
        UInt128 all = 0;
        foreach (NetUid one in chain.BlockSubnets)
        {
            if (one == NetUid.Root) continue;
            UInt128 bits = (UInt128)chain.Emission.TaoIn(one).Rao << U96F32.FractionBits;
            all += bits;
            if (one == subnet) part = bits;
        }

        return (part, all);
    }

    private (UInt128 Subnet, UInt128 All) CountRule()
    {
        UInt128 part = 0;
        UInt128 all = 0;
        foreach (SubnetTerms terms in chain.RuleCoinbase.Block.Subnets)
        {
            UInt128 bits = terms.TaoIn.Bits + terms.Excess.Bits;
            all += bits;
            if (terms.Subnet == subnet) part = bits;
        }

        return (part, all);
    }
}
