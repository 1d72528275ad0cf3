using System.Numerics;
using System.Text;
using Dtao.Crypto;
using Dtao.Numerics;

namespace Dtao.Codec;

/// <summary>Account ids as people write them: SS58 with the network's prefix 42.</summary>
/// <remarks>
/// Base 58 of prefix, account and a checksum of two bytes. Source: docs/spec/codec.md#ss58.
/// </remarks>
public static class Ss58
{
    private const byte Prefix = 42;
    private const int ChecksumSize = 2;
    private const int Size = 1 + AccountId.Size + ChecksumSize;
    private const string Alphabet =
        "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    private static readonly byte[] ChecksumDomain = "SS58PRE"u8.ToArray();

    /// <summary>The address of an account.</summary>
    public static string Of(AccountId account)
    {
        byte[] bytes = new byte[Size];
        bytes[0] = Prefix;
        account.CopyTo(bytes.AsSpan(1, AccountId.Size));
        ChecksumOf(bytes).CopyTo(bytes.AsSpan(1 + AccountId.Size));

        // The prefix is not zero, so no leading zero byte needs a digit of its own.
        BigInteger rest = new(bytes, isUnsigned: true, isBigEndian: true);
        StringBuilder digits = new();
        while (!rest.IsZero)
        {
            rest = BigInteger.DivRem(rest, Alphabet.Length, out BigInteger digit);
            digits.Insert(0, Alphabet[(int)digit]);
        }

        return digits.ToString();
    }

    /// <summary>The account of an address.</summary>
    /// <exception cref="FormatException">Not an address of the network.</exception>
    public static AccountId Parse(string address) => TryParse(address, out AccountId account)
        ? account
        : throw new FormatException($"'{address}' is not an SS58 address with prefix 42");

    /// <summary>The account of an address; false for text that is none.</summary>
    public static bool TryParse(string address, out AccountId account)
    {
        account = default;
        if (address.Length > 64) return false;
        BigInteger value = BigInteger.Zero;
        foreach (char letter in address)
        {
            int digit = Alphabet.IndexOf(letter, StringComparison.Ordinal);
            if (digit < 0) return false;
            value = (value * Alphabet.Length) + digit;
        }

        byte[] bytes = value.ToByteArray(isUnsigned: true, isBigEndian: true);
        if (bytes.Length != Size || bytes[0] != Prefix) return false;
        if (!bytes.AsSpan(1 + AccountId.Size).SequenceEqual(ChecksumOf(bytes))) return false;
        account = AccountId.FromBytes(bytes.AsSpan(1, AccountId.Size));
        return true;
    }

    private static ReadOnlySpan<byte> ChecksumOf(byte[] bytes)
    {
        byte[] content = [.. ChecksumDomain, .. bytes.AsSpan(0, 1 + AccountId.Size)];
        return Blake2b.Hash512(content).AsSpan(0, ChecksumSize);
    }
}
