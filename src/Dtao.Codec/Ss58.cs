using System.Numerics;
using System.Text;
using Dtao.Crypto;
using Dtao.Numerics;

namespace Dtao.Codec;

/// <summary>Account ids as people write them: SS58, with the network's prefix 42.</summary>
/// <remarks>
/// Base 58 of prefix, account and a checksum of two bytes. Source: docs/spec/codec.md#ss58.
/// </remarks>
public static class Ss58
{
    /// <summary>Prefix of the network's addresses.</summary>
    public const ushort NetworkPrefix = 42;

    /// <summary>The largest prefix there is.</summary>
    public const ushort LargestPrefix = 16_383;

    private const int LargestShortPrefix = 63;
    private const int ChecksumSize = 2;
    private const string Alphabet =
        "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    private static readonly byte[] ChecksumDomain = "SS58PRE"u8.ToArray();

    /// <summary>The address of an account on the network.</summary>
    public static string Of(AccountId account) => Of(account, NetworkPrefix);

    /// <summary>The address of an account on the network with a prefix.</summary>
    /// <param name="account">The account.</param>
    /// <param name="prefix">0 to <see cref="LargestPrefix"/>.</param>
    public static string Of(AccountId account, ushort prefix)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(prefix, LargestPrefix);
        byte[] marked = [.. PrefixBytes(prefix), .. new byte[AccountId.Size]];
        account.CopyTo(marked.AsSpan(marked.Length - AccountId.Size));
        return Digits([.. marked, .. ChecksumOf(marked)]);
    }

    /// <summary>The account of an address of the network.</summary>
    /// <exception cref="FormatException">Not an address of the network.</exception>
    public static AccountId Parse(string address) => TryParse(address, out AccountId account)
        ? account
        : throw new FormatException($"'{address}' is not an SS58 address with prefix 42");

    /// <summary>The account of an address of the network; false for any other text.</summary>
    public static bool TryParse(string address, out AccountId account) =>
        TryParse(address, out account, out ushort prefix) && prefix == NetworkPrefix;

    /// <summary>Account and prefix of an address of any network; false for other text.</summary>
    public static bool TryParse(string address, out AccountId account, out ushort prefix)
    {
        account = default;
        prefix = 0;
        if (BytesOf(address) is not { Length: > AccountId.Size } bytes) return false;
        int start = bytes[0] <= LargestShortPrefix ? 1 : 2;
        if (bytes.Length != start + AccountId.Size + ChecksumSize) return false;
        prefix = start == 1 ? bytes[0] : LongPrefix(bytes[0], bytes[1]);
        if (!bytes.AsSpan(0, start).SequenceEqual(PrefixBytes(prefix))) return false;
        ReadOnlySpan<byte> marked = bytes.AsSpan(0, bytes.Length - ChecksumSize);
        if (!bytes.AsSpan(marked.Length).SequenceEqual(ChecksumOf(marked))) return false;
        account = AccountId.FromBytes(marked[start..]);
        return true;
    }

    private static byte[] PrefixBytes(ushort prefix) => prefix <= LargestShortPrefix
        ? [(byte)prefix]
        : [(byte)(0x40 | ((prefix & 0xFC) >> 2)), (byte)((prefix >> 8) | ((prefix & 3) << 6))];

    private static ushort LongPrefix(byte first, byte second) =>
        (ushort)(((first & 0x3F) << 2) | (second >> 6) | ((second & 0x3F) << 8));

    private static string Digits(byte[] bytes)
    {
        BigInteger rest = new(bytes, isUnsigned: true, isBigEndian: true);
        StringBuilder digits = new();
        while (!rest.IsZero)
        {
            rest = BigInteger.DivRem(rest, Alphabet.Length, out BigInteger digit);
            digits.Insert(0, Alphabet[(int)digit]);
        }

        return new string(Alphabet[0], LeadingZeros(bytes)) + digits;
    }

    private static byte[]? BytesOf(string address)
    {
        if (address.Length > 64) return null;
        BigInteger value = BigInteger.Zero;
        foreach (char letter in address)
        {
            int digit = Alphabet.IndexOf(letter, StringComparison.Ordinal);
            if (digit < 0) return null;
            value = (value * Alphabet.Length) + digit;
        }

        byte[] rest = value.IsZero ? [] : value.ToByteArray(isUnsigned: true, isBigEndian: true);
        int zeros = address.Length - address.TrimStart(Alphabet[0]).Length;
        return [.. new byte[zeros], .. rest];
    }

    private static int LeadingZeros(byte[] bytes)
    {
        int first = Array.FindIndex(bytes, static value => value != 0);
        return first < 0 ? bytes.Length : first;
    }

    private static byte[] ChecksumOf(ReadOnlySpan<byte> marked)
    {
        byte[] content = [.. ChecksumDomain, .. marked];
        return Blake2b.Hash512(content)[..ChecksumSize];
    }
}
