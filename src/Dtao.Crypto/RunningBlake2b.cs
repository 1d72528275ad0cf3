using Org.BouncyCastle.Crypto.Digests;

namespace Dtao.Crypto;

/// <summary>A BLAKE2b-256 digest without key, of content that comes piece by piece.</summary>
public sealed class RunningBlake2b
{
    private readonly Blake2bDigest _digest = new(256);

    /// <summary>Adds content.</summary>
    public void Append(ReadOnlySpan<byte> content) => _digest.BlockUpdate(content);

    /// <summary>The 32-byte digest of all content; the next one starts anew.</summary>
    public byte[] Finish()
    {
        byte[] result = new byte[32];
        _digest.DoFinal(result, 0);
        return result;
    }
}
