using System.Buffers.Binary;
using System.Numerics;

namespace Dtao.Lab.Networks;

/// <summary>Pseudo-random integers (xoshiro256**), the same on every machine.</summary>
/// <remarks>
/// Source: D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators".
/// </remarks>
public sealed class SeededRandom
{
    private ulong _first;
    private ulong _second;
    private ulong _third;
    private ulong _fourth;

    internal SeededRandom(ReadOnlySpan<byte> key)
    {
        _first = BinaryPrimitives.ReadUInt64LittleEndian(key) | 1;
        _second = BinaryPrimitives.ReadUInt64LittleEndian(key[8..]);
        _third = BinaryPrimitives.ReadUInt64LittleEndian(key[16..]);
        _fourth = BinaryPrimitives.ReadUInt64LittleEndian(key[24..]);
    }

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        unchecked
        {
            ulong result = BitOperations.RotateLeft(_second * 5, 7) * 9;
            ulong shifted = _second << 17;
            _third ^= _first;
            _fourth ^= _second;
            _second ^= _third;
            _first ^= _fourth;
            _third ^= shifted;
            _fourth = BitOperations.RotateLeft(_fourth, 45);
            return result;
        }
    }

    /// <summary>An integer below a bound; the bias is at most bound / 2^64.</summary>
    public ulong Below(ulong bound) => Math.BigMul(Next(), bound, out _);
}
