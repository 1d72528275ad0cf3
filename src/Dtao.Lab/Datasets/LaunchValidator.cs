using Dtao.Numerics;

namespace Dtao.Lab.Datasets;

/// <summary>One of the largest validators at the launch of dTAO.</summary>
/// <param name="Hotkey">Its hotkey.</param>
/// <param name="Name">The name it gave itself; empty when it gave none.</param>
/// <param name="RootStake">TAO on root, scaled from an earlier record.</param>
public sealed record LaunchValidator(Hotkey Hotkey, string Name, Tao RootStake);
