using Dtao.Numerics;

namespace Dtao.Lab.Measures;

/// <summary>Price of one subnet in a run, every five minutes.</summary>
/// <param name="NetUid">The subnet.</param>
/// <param name="Path">Its prices and ranks.</param>
public sealed record WatchedPath(NetUid NetUid, PricePath Path);
