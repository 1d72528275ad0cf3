using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Tests.Calls;

/// <summary>
/// A call, everything that can be wrong with it in the chain's order, and a builder.
/// </summary>
/// <param name="Name">Name of the call on the wire.</param>
/// <param name="Faults">What can be wrong, first check first, with the chain's answer.</param>
/// <param name="Build">Builds a chain and a call with some of the faults and no other.</param>
internal sealed record CallCase(
    string Name,
    IReadOnlyList<(string Fault, SubtensorError Error)> Faults,
    Func<IReadOnlySet<string>, CallCase.Situation> Build)
{
    /// <summary>A chain, a call, and who signs it.</summary>
    public sealed record Situation(Chain Chain, ISignedCall Call, AccountId Signer);
}
