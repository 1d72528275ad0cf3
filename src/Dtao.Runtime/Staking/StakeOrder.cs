using Dtao.Numerics;

namespace Dtao.Runtime.Staking;

/// <summary>Who wants to stake or unstake how much, behind whom, where.</summary>
/// <typeparam name="TAmount">TAO to stake, alpha to unstake.</typeparam>
/// <param name="Coldkey">Whose stake it is.</param>
/// <param name="Hotkey">Behind which hotkey.</param>
/// <param name="NetUid">On which subnet.</param>
/// <param name="Amount">How much.</param>
internal readonly record struct StakeOrder<TAmount>(
    Coldkey Coldkey, Hotkey Hotkey, NetUid NetUid, TAmount Amount);
