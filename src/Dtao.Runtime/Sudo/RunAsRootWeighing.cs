using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Sudo;

/// <summary>Runs a call as root for the sudo key, with a weight that the key states.</summary>
/// <remarks>Wire: Sudo.sudo_unchecked_weight. Source: docs/spec/dispatch.md#sudo.</remarks>
/// <param name="Call">The call.</param>
/// <param name="Weight">What it is said to weigh.</param>
public sealed record RunAsRootWeighing(ICall Call, Weight Weight) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SudoPallet, 1);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(Call);
        Weight.Encode(to);
    }

    internal static RunAsRootWeighing Decode(ref ScaleReader from) =>
        new(from.ReadCall(), Weight.Decode(ref from));

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer) =>
        new RunAsRoot(Call).Dispatch(chain, signer);
}
