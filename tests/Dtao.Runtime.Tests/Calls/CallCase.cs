using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;

namespace Dtao.Runtime.Tests.Calls;

/// <summary>
/// A call, everything that can be wrong with it in the chain's order, what it tells when nothing
/// is wrong, and a builder.
/// </summary>
/// <param name="Name">Name of the call on the wire, and what is special about the case.</param>
/// <param name="Faults">What can be wrong, first check first, with the chain's answer.</param>
/// <param name="Tells">Events of the call without a fault, in order.</param>
/// <param name="Build">Builds a chain and a call with some of the faults and no other.</param>
internal sealed record CallCase(
    string Name,
    IReadOnlyList<(string Fault, DispatchError Error)> Faults,
    IReadOnlyList<IChainEvent> Tells,
    Func<IReadOnlySet<string>, CallCase.Situation> Build)
{
    /// <summary>The chain's answer when nothing is wrong, if it is never a success.</summary>
    public DispatchError? Always { get; init; }

    /// <summary>The call as the table describes it.</summary>
    public CallDescription Call => CallTable.Find(WithoutFault().Call.Index)!;

    /// <summary>A chain and the call as it succeeds.</summary>
    public Situation WithoutFault() => Build(new HashSet<string>());

    /// <summary>A chain, a call, and who stands behind it.</summary>
    public sealed record Situation(Chain Chain, ICall Call, Origin Origin)
    {
        /// <summary>A chain, a call, and who signs it.</summary>
        public Situation(Chain chain, ICall call, AccountId signer)
            : this(chain, call, Origin.Signed(signer))
        {
        }
    }
}
