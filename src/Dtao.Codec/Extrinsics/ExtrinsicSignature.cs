namespace Dtao.Codec.Extrinsics;

/// <summary>Who signed an extrinsic, how, and what is said beside the call.</summary>
/// <param name="Signer">Address of the signer.</param>
/// <param name="Signature">The signature.</param>
/// <param name="Extra">What is said beside the call.</param>
/// <remarks>Source: docs/spec/codec.md#extrinsics.</remarks>
public sealed record ExtrinsicSignature(
    MultiAddress Signer, MultiSignature Signature, SignedExtra Extra);
