using Dtao.Numerics;

namespace Dtao.Runtime.Emission.Rules;

/// <summary>A trade that the chain itself did in a block.</summary>
/// <param name="Subnet">Whose pool.</param>
/// <param name="IsPurchase">TAO for alpha; else alpha for TAO.</param>
/// <param name="Paid">What was given. Unit: rao.</param>
/// <param name="Received">What came for it; null when the pool refused. Unit: rao.</param>
internal readonly record struct ChainTrade(
    NetUid Subnet, bool IsPurchase, ulong Paid, ulong? Received);
