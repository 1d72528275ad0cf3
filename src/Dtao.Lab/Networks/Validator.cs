using Dtao.Numerics;

namespace Dtao.Lab.Networks;

/// <summary>Somebody who validates on the subnets of a made network.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Hotkey">Key that sets weights.</param>
/// <param name="Coldkey">Owner of the hotkey.</param>
/// <param name="RootStake">TAO staked on root behind the hotkey.</param>
public sealed record Validator(string Name, Hotkey Hotkey, Coldkey Coldkey, Tao RootStake);
