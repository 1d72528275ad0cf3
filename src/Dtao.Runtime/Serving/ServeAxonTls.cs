using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Serving;

/// <summary>Announces where the signer, a hotkey, answers, and shows its certificate.</summary>
/// <remarks>
/// Wire: SubtensorModule.serve_axon_tls. Upstream: a certificate that is empty or too long is
/// silently left out. Source: docs/spec/serving.md#serve-axon-tls.
/// </remarks>
/// <param name="NetUid">Subnet under which to announce.</param>
/// <param name="Axon">The endpoint; its block is set by the chain.</param>
/// <param name="Certificate">Number of the algorithm, then the key.</param>
public sealed record ServeAxonTls(NetUid NetUid, Axon Axon, byte[] Certificate) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 40);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        new ServeAxon(NetUid, Axon).EncodeArguments(to);
        to.WriteBytes(Certificate);
    }

    internal static ServeAxonTls Decode(ref ScaleReader from)
    {
        ServeAxon plain = ServeAxon.Decode(ref from);
        return new(plain.NetUid, plain.Axon, from.ReadBytes());
    }

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer) =>
        new ServeAxon(NetUid, Axon).Serve(
            chain, new(signer), Serving.Certificate.Of(Certificate));
}
