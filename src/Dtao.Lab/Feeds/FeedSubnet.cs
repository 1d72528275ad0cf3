using Dtao.Numerics;

namespace Dtao.Lab.Feeds;

/// <summary>One subnet at one block of a feed.</summary>
/// <param name="NetUid">Its number.</param>
/// <param name="Spot">Observed price, before the block.</param>
/// <param name="Moving">Moving price that the block uses.</param>
/// <param name="Terms">What it gets in the block.</param>
/// <param name="Issuance">All its alpha after the block's injection, trades left out.</param>
/// <param name="Origin">How far its alpha is known.</param>
/// <param name="RootShareStaked">
/// Weighted root TAO against itself and the alpha outside the pool.
/// </param>
/// <param name="RootShareProtocol">
/// Weighted root TAO against itself and all alpha: the chain's formula.
/// </param>
/// <param name="RootShareCompounding">
/// The same when root keeps its dividends from the first block of the feed on.
/// </param>
public sealed record FeedSubnet(
    NetUid NetUid,
    Price Spot,
    Price Moving,
    FeedTerms Terms,
    Alpha Issuance,
    IssuanceOrigin Origin,
    I96F32 RootShareStaked,
    I96F32 RootShareProtocol,
    I96F32 RootShareCompounding);
