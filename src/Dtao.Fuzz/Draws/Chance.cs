using System.Buffers.Binary;
using System.Text;
using Dtao.Crypto;

namespace Dtao.Fuzz.Draws;

/// <summary>Pseudo-random draws from a seed and a purpose, the same on every machine.</summary>
/// <remarks>
/// A counter through SplitMix64: small, and nothing of the engine is needed to repeat it.
/// Source: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators".
/// </remarks>
public sealed class Chance
{
    private ulong _state;

    private Chance(ulong state) => _state = state;

    /// <summary>The draws of a seed for one purpose; other purposes do not move them.</summary>
    public static Chance Of(ulong seed, string purpose)
    {
        byte[] name = Encoding.UTF8.GetBytes(purpose);
        byte[] key = new byte[8 + name.Length];
        BinaryPrimitives.WriteUInt64LittleEndian(key, seed);
        name.CopyTo(key, 8);
        return new(BinaryPrimitives.ReadUInt64LittleEndian(Blake2b.Hash256(key)));
    }

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        unchecked
        {
            _state += 0x9E37_79B9_7F4A_7C15;
            ulong mixed = (_state ^ (_state >> 30)) * 0xBF58_476D_1CE4_E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D0_49BB_1331_11EB;
            return mixed ^ (mixed >> 31);
        }
    }

    /// <summary>A number below a bound.</summary>
    public ulong Below(ulong bound) => Math.BigMul(Next(), bound, out _);

    /// <summary>A number below a bound.</summary>
    public int Below(int bound) => (int)Below((ulong)bound);

    /// <summary>Any byte.</summary>
    public byte Octet() => (byte)Below(256);

    /// <summary>True once in so many draws on average.</summary>
    public bool OneIn(int times) => Below(times) == 0;

    /// <summary>True in so many of a hundred draws on average.</summary>
    public bool Percent(int percent) => Below(100) < percent;

    /// <summary>One of some values.</summary>
    public T Among<T>(IReadOnlyList<T> values) => values[Below(values.Count)];

    /// <summary>One of some values.</summary>
    public T Among<T>(params ReadOnlySpan<T> values) => values[Below(values.Length)];

    /// <summary>A number of which every length in bits is equally likely.</summary>
    public ulong Magnitude(int bits = 64)
    {
        int length = Below(bits + 1);
        return length == 0 ? 0 : (Next() >> (64 - length)) | (1UL << (length - 1));
    }
}
