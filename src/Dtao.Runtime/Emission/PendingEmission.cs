using Dtao.Numerics;

namespace Dtao.Runtime.Emission;

/// <summary>What has gathered for one subnet since its last epoch.</summary>
/// <param name="Participants">Alpha for miners, validators and their stakers.</param>
/// <param name="RootDividends">TAO from alpha that was sold for root.</param>
/// <param name="SoldForRoot">The alpha that was sold.</param>
/// <param name="OwnerCut">Alpha for the subnet owner.</param>
public readonly record struct PendingEmission(
    Alpha Participants, Tao RootDividends, Alpha SoldForRoot, Alpha OwnerCut);
