using System.Numerics;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Flows;

namespace Dtao.Fuzz.Checks;

/// <summary>
/// What the chain says it did to the sum of balances and to no balance. Unit: rao, modulo 2^64.
/// </summary>
/// <param name="Up">Raised by root.</param>
/// <param name="Down">Lowered by root.</param>
/// <param name="Floor">Not subtracted, because the sum stood at zero.</param>
/// <param name="Ceiling">Not added, because the sum stood at 2^64 - 1.</param>
/// <param name="Full">Freed for an account whose free balance stood at 2^64 - 1.</param>
internal readonly record struct CountedFlows(
    BigInteger Up, BigInteger Down, BigInteger Floor, BigInteger Ceiling,
    BigInteger Full)
{
    /// <summary>By how much the sum grew against the balances.</summary>
    public BigInteger Net => Up + Floor + Full - Down - Ceiling;

    /// <summary>What was said since the chain's journal was last forgotten.</summary>
    public static CountedFlows Of(Chain chain) => new(
        chain.Flows[FlowCause.ForcedUp, NetUid.Root],
        chain.Flows[FlowCause.ForcedDown, NetUid.Root],
        chain.Flows[FlowCause.BalanceSumFloor, NetUid.Root],
        chain.Flows[FlowCause.BalanceSumCeiling, NetUid.Root],
        chain.Flows[FlowCause.FreeCeiling, NetUid.Root]);

    /// <summary>What was said since an earlier reading.</summary>
    public CountedFlows Since(CountedFlows before) => new(
        Up - before.Up, Down - before.Down, Floor - before.Floor, Ceiling - before.Ceiling,
        Full - before.Full);
}
