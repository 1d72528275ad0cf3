using Dtao.Codec;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Registration;

/// <summary>Would give TAO for work; the production chain has it switched off.</summary>
/// <remarks>Wire: SubtensorModule.faucet. Source: docs/spec/registration.md#faucet.</remarks>
/// <param name="WorkBlock">Block whose hash was worked on.</param>
/// <param name="Nonce">Nonce that was found.</param>
/// <param name="Seal">The seal.</param>
public sealed record Faucet(ulong WorkBlock, ulong Nonce, byte[] Seal) : ICall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 60);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.WriteU64(WorkBlock);
        to.WriteU64(Nonce);
        to.WriteBytes(Seal);
    }

    internal static Faucet Decode(ref ScaleReader from) =>
        new(from.ReadU64(), from.ReadU64(), from.ReadBytes());

    /// <inheritdoc/>
    /// <remarks>Whoever asks: nothing is checked before.</remarks>
    public DispatchResult Dispatch(Chain chain, Origin origin) => SubtensorError.FaucetDisabled;
}
