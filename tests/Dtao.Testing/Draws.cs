using System.Globalization;
using System.Numerics;

namespace Dtao.Testing;

/// <summary>
/// Random values for properties: full width, with edges, and always from a known seed.
/// </summary>
/// <remarks>
/// The seed is fixed unless DTAO_SEED names another. Put the object into every failure message:
/// its text says how to replay the run.
/// </remarks>
public sealed class Draws
{
    private readonly ulong _seed;
    private ulong _state;

    /// <summary>Draws from a seed.</summary>
    public Draws(ulong seed)
    {
        _seed = seed;
        _state = seed;
    }

    /// <summary>Draws for a test: its own seed, or the one that DTAO_SEED names.</summary>
    public static Draws For(ulong ownSeed)
    {
        string? asked = Environment.GetEnvironmentVariable("DTAO_SEED");
        return new(asked is null ? ownSeed : ulong.Parse(asked, CultureInfo.InvariantCulture));
    }

    /// <summary>A value of all 64 bits (SplitMix64).</summary>
    public ulong UInt64()
    {
        _state = unchecked(_state + 0x9E37_79B9_7F4A_7C15);
        ulong mixed = _state;
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58_476D_1CE4_E5B9);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D0_49BB_1331_11EB);
        return mixed ^ (mixed >> 31);
    }

    /// <summary>A number from zero to below a bound.</summary>
    public int Below(int bound) => (int)(UInt64() % (ulong)bound);

    /// <summary>A number between two bounds, both included, uniform in its logarithm.</summary>
    public ulong Scaled(ulong least, ulong most)
    {
        int width = BitOperations.Log2(most | 1) + 1;
        ulong value = UInt64() >> (64 - 1 - Below(width));
        return Math.Clamp(value, least, most);
    }

    /// <summary>True once in so many times.</summary>
    public bool OneIn(int times) => Below(times) == 0;

    /// <summary>One of these.</summary>
    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>A whole number of at most so many bits, every width equally likely.</summary>
    public BigInteger Bits(int width)
    {
        BigInteger value = (new BigInteger(UInt64()) << 64) | UInt64();
        return value >> (128 - Below(width + 1));
    }

    /// <summary>
    /// A value between two bounds: near an edge once in four times, else of any width.
    /// </summary>
    public BigInteger Between(BigInteger least, BigInteger most)
    {
        BigInteger value = OneIn(4)
            ? (BigInteger.One << Below(129)) + Below(5) - 2
            : Bits(128);
        if (least.Sign < 0 && OneIn(2)) value = -value;
        return BigInteger.Min(most, BigInteger.Max(least, value));
    }

    /// <summary>Random bytes.</summary>
    public byte[] Bytes(int count)
    {
        byte[] bytes = new byte[count];
        for (int index = 0; index < count; index++)
        {
            bytes[index] = (byte)(UInt64() & 0xFF);
        }

        return bytes;
    }

    /// <summary>How to replay the run.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"DTAO_SEED={_seed}");
}
