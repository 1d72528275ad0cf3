using Dtao.Numerics;

namespace Dtao.Runtime.Staking;

/// <summary>Whose stake stands behind whom on which subnet.</summary>
/// <param name="Hotkey">Hotkey behind which the stake stands.</param>
/// <param name="Coldkey">Coldkey that owns the stake.</param>
/// <param name="NetUid">Subnet of the stake.</param>
internal readonly record struct StakeEntry(Hotkey Hotkey, Coldkey Coldkey, NetUid NetUid);
