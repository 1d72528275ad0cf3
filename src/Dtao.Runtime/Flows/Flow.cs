using Dtao.Numerics;

namespace Dtao.Runtime.Flows;

/// <summary>One amount that was created, destroyed, moved or lost, and why.</summary>
/// <param name="Cause">Why.</param>
/// <param name="Subnet">Subnet whose books it touches; root where only accounts are.</param>
/// <param name="Rao">
/// How much. Unit: rao of TAO, or of the subnet's alpha; the cause says which.
/// </param>
public readonly record struct Flow(FlowCause Cause, NetUid Subnet, ulong Rao);
