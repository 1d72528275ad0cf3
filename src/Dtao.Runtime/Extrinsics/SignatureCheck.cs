using Dtao.Codec.Extrinsics;
using Dtao.Numerics;

namespace Dtao.Runtime.Extrinsics;

/// <summary>Says whether an account signed a message.</summary>
/// <remarks>
/// <see cref="MultiSignature.IsBy"/> answers it; whoever verified before need not ask again.
/// </remarks>
/// <param name="signer">The account.</param>
/// <param name="signature">The signature.</param>
/// <param name="message">The message, as <see cref="SigningPayload.MessageOf"/> makes it.</param>
public delegate bool SignatureCheck(
    AccountId signer, MultiSignature signature, ReadOnlySpan<byte> message);
