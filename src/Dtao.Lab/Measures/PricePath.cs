using System.Collections.Immutable;
using Dtao.Numerics;

namespace Dtao.Lab.Measures;

/// <summary>Price of one subnet every five minutes.</summary>
/// <param name="NetUid">The subnet.</param>
/// <param name="Points">In order of time.</param>
public sealed record PricePath(NetUid NetUid, ImmutableArray<PricePoint> Points);
