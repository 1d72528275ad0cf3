using System.Collections.Immutable;
using Dtao.Numerics;

namespace Dtao.Lab.Measures;

/// <summary>TAO that the chain spent on a subnet in a run.</summary>
/// <param name="NetUid">The subnet.</param>
/// <param name="Days">TAO of each day since the start; the last may be a part of a day.</param>
public sealed record SubnetEmission(NetUid NetUid, ImmutableArray<Tao> Days)
{
    /// <summary>TAO of the whole run.</summary>
    public Tao Total => Days.Aggregate(Tao.Zero, static (sum, day) => sum.SaturatingAdd(day));
}
