using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Wrappers;

/// <summary>An origin as an argument of a call, kept in the bytes that name it.</summary>
/// <remarks>Source: docs/spec/dispatch.md#utility.</remarks>
/// <param name="Encoded">The bytes.</param>
/// <param name="Origin">The origin.</param>
public sealed record NamedOrigin(byte[] Encoded, Origin Origin)
{
    private const byte System = 0;
    private const byte Triumvirate = 8;
    private const byte Ethereum = 21;
    private const int EthereumAddressSize = 20;

    /// <summary>Root.</summary>
    public static NamedOrigin Root { get; } = new([System, 0], Origin.Root);

    /// <summary>An account.</summary>
    public static NamedOrigin Signed(AccountId signer)
    {
        byte[] encoded = [System, 1, .. new byte[AccountId.Size]];
        signer.CopyTo(encoded.AsSpan(2));
        return new(encoded, Origin.Signed(signer));
    }

    internal static NamedOrigin Decode(ref ScaleReader from)
    {
        byte pallet = from.ReadU8();
        byte kind = from.ReadU8();
        switch (pallet, kind)
        {
            case (System, 0):
                return Root;
            case (System, 1):
                return Signed(from.ReadAccount());
            case (System, 2):
                return new([System, 2], Origin.None);
            case (Triumvirate, 0):
                return Foreign(pallet, kind, from.ReadRaw(2 * sizeof(uint)));
            case (Triumvirate, 1):
                return Foreign(pallet, kind, from.ReadRaw(AccountId.Size));
            case (Triumvirate, 2):
                return Foreign(pallet, kind, []);
            case (Ethereum, 0):
                return Foreign(pallet, kind, from.ReadRaw(EthereumAddressSize));
            default:
                throw new FormatException(
                    $"no origin {pallet}.{kind}, byte {from.Offset - 2}");
        }
    }

    private static NamedOrigin Foreign(byte pallet, byte kind, ReadOnlySpan<byte> rest) =>
        new([pallet, kind, .. rest], Origin.Foreign);
}
