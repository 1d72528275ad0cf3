using Dtao.Numerics;

namespace Dtao.Runtime.Audit;

/// <summary>Where all TAO and alpha stood after one block. Unit: rao.</summary>
/// <param name="Block">The block.</param>
/// <param name="Issuance">TAO there is, as the chain counts it.</param>
/// <param name="Balances">Free and reserved TAO of accounts.</param>
/// <param name="TotalStake">TAO in pools and on root, as the chain counts it.</param>
/// <param name="Locked">TAO in the locks of subnets.</param>
/// <param name="Gap">
/// By how much the issuance exceeds balances, total stake and locks: leaks not written off.
/// </param>
/// <param name="Pools">TAO in the reserves of all pools.</param>
/// <param name="RootReserve">TAO on root, as the root share counts it.</param>
/// <param name="RootStaked">TAO that the stakers of root hold.</param>
/// <param name="PendingRoot">Root dividends that wait for an epoch.</param>
/// <param name="AlphaReserve">Alpha in the reserves of all pools.</param>
/// <param name="Outstanding">Alpha outside the pools.</param>
/// <param name="Staked">Alpha that stakers hold.</param>
/// <param name="PendingAlpha">Alpha that waits for an epoch.</param>
/// <param name="ProtocolAlpha">Alpha that the chain bought and keeps.</param>
/// <param name="Unheld">
/// Outstanding alpha that nobody holds; negative when more is held than outstanding.
/// </param>
/// <param name="ExcessShares">
/// Shares of holders beyond those of their pools, a leak of before 244. Unit: shares, 2^-64.
/// </param>
public sealed record AuditBalance(
    BlockNumber Block,
    Int128 Issuance,
    Int128 Balances,
    Int128 TotalStake,
    Int128 Locked,
    Int128 Gap,
    Int128 Pools,
    Int128 RootReserve,
    Int128 RootStaked,
    Int128 PendingRoot,
    Int128 AlphaReserve,
    Int128 Outstanding,
    Int128 Staked,
    Int128 PendingAlpha,
    Int128 ProtocolAlpha,
    Int128 Unheld,
    UInt128 ExcessShares);
