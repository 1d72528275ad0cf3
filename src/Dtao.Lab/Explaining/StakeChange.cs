using Dtao.Numerics;

namespace Dtao.Lab.Explaining;

/// <summary>What one block's emission did to a stake.</summary>
/// <param name="Hotkey">The hotkey behind which it stands.</param>
/// <param name="NetUid">The subnet; on root amounts are TAO.</param>
/// <param name="Before">The stake in front of the block.</param>
/// <param name="After">The stake behind the block's emission.</param>
public sealed record StakeChange(Hotkey Hotkey, NetUid NetUid, Alpha Before, Alpha After);
