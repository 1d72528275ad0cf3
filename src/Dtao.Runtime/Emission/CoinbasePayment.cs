using Dtao.Numerics;

namespace Dtao.Runtime.Emission;

/// <summary>What one hotkey got from an epoch.</summary>
/// <param name="Uid">Its slot on the subnet; null when it has none.</param>
/// <param name="Hotkey">The hotkey.</param>
/// <param name="Owner">Its owner, who gets incentive and takes.</param>
/// <param name="Incentive">Alpha for mining.</param>
/// <param name="Dividend">Alpha for validating, before root's part is taken out.</param>
/// <param name="RootPart">The part of the dividend that root stake earned.</param>
/// <param name="LocalPart">The part of the dividend that is paid in alpha.</param>
/// <param name="AlphaTake">Of that: alpha for the owner, as the take.</param>
/// <param name="AlphaToStakers">Alpha paid to all stakers of the hotkey, take excluded.</param>
/// <param name="TaoTake">Root dividends for the owner, as the take.</param>
/// <param name="TaoToStakers">TAO paid to its stakers on root, take excluded.</param>
public readonly record struct CoinbasePayment(
    Uid? Uid,
    Hotkey Hotkey,
    Coldkey Owner,
    Alpha Incentive,
    Fractional<Alpha> Dividend,
    Fractional<Alpha> RootPart,
    Fractional<Alpha> LocalPart,
    Alpha AlphaTake,
    Alpha AlphaToStakers,
    Tao TaoTake,
    Tao TaoToStakers);
