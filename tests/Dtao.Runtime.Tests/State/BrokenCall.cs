using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Tests.State;

/// <summary>Writes, and then meets a bug.</summary>
internal sealed record BrokenCall : ISignedCall
{
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        chain.Deposit(new(signer), Tao.Whole(1));
        throw new InvariantException("a call has no bugs");
    }
}
