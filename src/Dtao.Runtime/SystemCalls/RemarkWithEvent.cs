using Dtao.Codec;
using Dtao.Crypto;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.SystemCalls;

/// <summary>Puts bytes into a block and tells their digest.</summary>
/// <remarks>Wire: System.remark_with_event. Source: docs/spec/dispatch.md#system.</remarks>
/// <param name="Content">The bytes.</param>
public sealed record RemarkWithEvent(byte[] Content) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SystemPallet, 7);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to) => to.WriteBytes(Content);

    internal static RemarkWithEvent Decode(ref ScaleReader from) => new(from.ReadBytes());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        if (chain.Events.IsKept)
        {
            Hash256 digest = Hash256.FromBytes(Blake2b.Hash256(Content));
            chain.Events.Deposit(new Remarked(signer, digest));
        }

        return DispatchResult.Ok;
    }
}
