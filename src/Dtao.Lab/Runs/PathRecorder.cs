using System.Collections.Immutable;
using Dtao.Lab.Markets;
using Dtao.Lab.Measures;
using Dtao.Numerics;

namespace Dtao.Lab.Runs;

/// <summary>Writes down the prices of some subnets every five minutes.</summary>
/// <param name="market">The market.</param>
/// <param name="subnets">Subnets to watch.</param>
internal sealed class PathRecorder(Market market, ImmutableArray<NetUid> subnets)
{
    private readonly List<PricePoint>[] _points =
        [.. subnets.Select(static _ => new List<PricePoint>())];

    /// <summary>The paths so far.</summary>
    public ImmutableArray<PricePath> Paths =>
    [
        .. subnets.Select((subnet, place) => new PricePath(subnet, [.. _points[place]])),
    ];

    /// <summary>Looks at a block, when it is time.</summary>
    public void Look(ulong block)
    {
        if (block % Market.Step != 0) return;
        for (int place = 0; place < subnets.Length; place++)
        {
            _points[place].Add(new(
                block, market.PriceOf(subnets[place]), market.RankOf(subnets[place])));
        }
    }
}
