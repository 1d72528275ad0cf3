using System.Collections.Immutable;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Emission.Rules;

namespace Dtao.Lab.Measures;

/// <summary>Adds up the TAO that the chain spends on every subnet, day by day.</summary>
/// <remarks>What enters the pool and what the chain buys alpha with. Unit: rao.</remarks>
/// <param name="chain">The chain.</param>
/// <param name="subnets">The subnets.</param>
internal sealed class EmissionTally(Chain chain, ImmutableArray<NetUid> subnets)
{
    private readonly UInt128[] _today = new UInt128[subnets.Length];
    private readonly List<Tao>[] _days = [.. subnets.Select(static _ => new List<Tao>())];
    private ulong _blocks;

    /// <summary>The sums so far; an unfinished day is the last.</summary>
    public ImmutableArray<SubnetEmission> Emissions =>
    [
        .. subnets.Select((subnet, place) => new SubnetEmission(
            subnet,
            _today[place] == 0 ? [.. _days[place]] : [.. _days[place], Whole(_today[place])])),
    ];

    /// <summary>Counts the present block.</summary>
    public void Count()
    {
        if (chain.EmissionRule is null) CountVersion();
        else CountRule();
        _blocks++;
        if (_blocks % 7_200 != 0) return;
        for (int place = 0; place < subnets.Length; place++)
        {
            _days[place].Add(Whole(_today[place]));
            _today[place] = 0;
        }
    }

    private void CountVersion()
    {
        for (int place = 0; place < subnets.Length; place++)
        {
            _today[place] += (UInt128)chain.Emission.TaoIn(subnets[place]).Rao
                << U96F32.FractionBits;
        }
    }

    private void CountRule()
    {
        foreach (SubnetTerms terms in chain.RuleCoinbase.Block.Subnets)
        {
            int place = subnets.IndexOf(terms.Subnet);
            if (place >= 0) _today[place] += terms.TaoIn.Bits + terms.Excess.Bits;
        }
    }

    private static Tao Whole(UInt128 bits) =>
        Tao.FromRao((ulong)(bits >> U96F32.FractionBits));
}
