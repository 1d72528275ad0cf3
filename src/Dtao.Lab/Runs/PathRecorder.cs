using System.Collections.Immutable;
using Dtao.Lab.Datasets;
using Dtao.Lab.Markets;
using Dtao.Lab.Measures;
using Dtao.Numerics;
using Dtao.Runtime;

namespace Dtao.Lab.Runs;

/// <summary>Writes down the prices of some subnets every five minutes.</summary>
/// <param name="chain">The chain.</param>
/// <param name="market">The market.</param>
/// <param name="clock">Time of the blocks.</param>
/// <param name="subnets">Subnets to watch.</param>
internal sealed class PathRecorder(
    Chain chain, Market market, BlockClock clock, ImmutableArray<NetUid> subnets)
{
    private readonly List<PathPoint>[] _points =
        [.. subnets.Select(static _ => new List<PathPoint>())];

    /// <summary>The paths so far.</summary>
    public ImmutableArray<WatchedPath> Paths =>
    [
        .. subnets.Select((subnet, place) => new WatchedPath(subnet, new(_points[place]))),
    ];

    /// <summary>Looks at a block, when it is time.</summary>
    public void Look(bool isLast)
    {
        if (!isLast && chain.Block.Value % Market.Step != 0) return;
        for (int place = 0; place < subnets.Length; place++)
        {
            _points[place].Add(new(
                chain.Block,
                clock.TimeOf(chain.Block),
                chain.Pools.SpotPrice(subnets[place]),
                market.RankOf(subnets[place])));
        }
    }
}
