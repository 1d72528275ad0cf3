using BenchmarkDotNet.Attributes;
using Dtao.Crypto;

namespace Dtao.Benchmarks;

/// <summary>One verification of each kind of signature, of a message of 120 bytes.</summary>
/// <remarks>Right and wrong signatures cost the same once the key could be read.</remarks>
public class SignatureBenchmarks
{
    private static readonly byte[] Message = new byte[120];

    // The base point of the curve in both of its forms, and a small s.
    private readonly byte[] _ristretto = Convert.FromHexString(
        "e2f2ae0a6abc4e71a884a961c500515f58e30b6aa582dd8db6a65945e08d2d76");

    private readonly byte[] _edwards = Convert.FromHexString(
        "5866666666666666666666666666666666666666666666666666666666666666");

    private readonly byte[] _digest = Blake2b.Hash256(Message);
    private byte[] _sr25519 = [];
    private byte[] _ed25519 = [];
    private byte[] _ecdsa = [];

    [GlobalSetup]
    public void Build()
    {
        byte[] s = Blake2b.Hash256(_digest);
        s[^1] = 0x0F;
        _ed25519 = [.. _edwards, .. s];
        _sr25519 = [.. _ristretto, .. s];
        _sr25519[^1] |= 0x80;
        _ecdsa = [.. _edwards, .. s, 0];
        while (Secp256k1.Recover(_digest, _ecdsa) is null)
        {
            _ecdsa[0]++;
        }
    }

    [Benchmark]
    public bool Sr25519_signature() => Sr25519.IsSignedBy(_ristretto, Message, _sr25519);

    [Benchmark]
    public bool Ed25519_signature() => Ed25519.IsSignedBy(_edwards, Message, _ed25519);

    [Benchmark]
    public byte[]? Ecdsa_key() => Secp256k1.Recover(_digest, _ecdsa);
}
