namespace Dtao.Runtime.Dispatch;

/// <summary>Where a call stands on the wire: written numbers, never counted ones.</summary>
/// <param name="Pallet">Number of the pallet.</param>
/// <param name="Call">Number of the call within the pallet.</param>
public readonly record struct CallIndex(byte Pallet, byte Call);
