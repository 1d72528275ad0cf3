using Dtao.Numerics;

namespace Dtao.Codec.Extrinsics;

/// <summary>What a signer says beside the call.</summary>
/// <param name="Era">How long the extrinsic may enter a block.</param>
/// <param name="Nonce">Extrinsics that the signer sent before.</param>
/// <param name="Tip">What is paid on top of the fee. Unit: rao.</param>
/// <param name="MetadataHashMode">0: no hash of the metadata is signed; 1: one is.</param>
/// <remarks>Source: docs/spec/codec.md#extrinsics.</remarks>
public readonly record struct SignedExtra(
    Era Era, uint Nonce, Tao Tip, byte MetadataHashMode = 0)
{
    /// <summary>Reads the fields and advances.</summary>
    /// <exception cref="FormatException">The bytes have another shape.</exception>
    public static SignedExtra Decode(ref ScaleReader from)
    {
        Era era = Era.Decode(ref from);
        int start = from.Offset;
        ulong nonce = from.ReadCompact();
        if (nonce > uint.MaxValue)
        {
            throw new FormatException($"a nonce above 2^32, byte {start}");
        }

        Tao tip = Tao.FromRao(from.ReadCompact());
        byte mode = from.ReadU8();
        if (mode > 1) throw new FormatException($"no mode {mode}, byte {from.Offset - 1}");
        return new(era, (uint)nonce, tip, mode);
    }

    /// <summary>Appends the fields.</summary>
    public void Encode(ScaleWriter to)
    {
        Era.Encode(to);
        to.WriteCompact(Nonce);
        to.WriteCompact(Tip.Rao);
        to.WriteU8(MetadataHashMode);
    }
}
