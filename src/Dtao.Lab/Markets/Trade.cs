using Dtao.Numerics;

namespace Dtao.Lab.Markets;

/// <summary>A stake or unstake that took place, as the chain's events tell it.</summary>
/// <param name="Block">Its block.</param>
/// <param name="Coldkey">Who traded.</param>
/// <param name="Subnet">Subnet of the token.</param>
/// <param name="IsSale">Unstaked; staked otherwise.</param>
/// <param name="Tao">TAO that changed hands.</param>
/// <param name="Alpha">Alpha that changed hands.</param>
public readonly record struct Trade(
    ulong Block, Coldkey Coldkey, NetUid Subnet, bool IsSale, Tao Tao, Alpha Alpha);
