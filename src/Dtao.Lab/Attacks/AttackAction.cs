using Dtao.Numerics;

namespace Dtao.Lab.Attacks;

/// <summary>A call that an attacker made.</summary>
/// <param name="Block">Block of the call.</param>
/// <param name="Call">Name of the call on the wire.</param>
/// <param name="Purpose">What it was made for.</param>
/// <param name="Subnet">Subnet of the call.</param>
/// <param name="Tao">TAO that the account paid, or got when negative. Unit: rao.</param>
/// <param name="Alpha">Alpha it got, or gave when negative. Unit: 10^-9 alpha.</param>
/// <param name="Before">Price of the subnet before the call.</param>
/// <param name="After">Price of the subnet after the call.</param>
/// <param name="Outcome"><c>Ok</c>, or why the call failed.</param>
public sealed record AttackAction(
    BlockNumber Block, string Call, TradePurpose Purpose, NetUid Subnet, Int128 Tao,
    Int128 Alpha, Price Before, Price After, string Outcome);
