using System.Numerics;

namespace Dtao.Codec.Extrinsics;

/// <summary>How long a signed extrinsic may enter a block: for ever, or for a period.</summary>
/// <remarks>
/// The default value is <see cref="Immortal"/>. Source: docs/spec/codec.md#eras.
/// </remarks>
public readonly record struct Era
{
    private const uint LeastPeriod = 4;
    private const uint LongestPeriod = 65_536;
    private const int PhaseShift = 4;

    private Era(uint period, uint phase)
    {
        Period = period;
        Phase = phase;
    }

    /// <summary>The extrinsic may enter any block.</summary>
    public static Era Immortal => default;

    /// <summary>Length of the period; zero when there is none. Unit: blocks.</summary>
    public uint Period { get; }

    /// <summary>Where in each period the extrinsic is born. Unit: blocks.</summary>
    public uint Phase { get; }

    /// <summary>The extrinsic may enter any block.</summary>
    public bool IsImmortal => Period == 0;

    /// <summary>An era that is alive in a block, as signers make it.</summary>
    /// <param name="period">
    /// Blocks to live; rounded up to a power of two between 4 and 65,536.
    /// </param>
    /// <param name="current">Number of the block from which it lives.</param>
    public static Era Mortal(uint period, ulong current)
    {
        uint rounded = Math.Clamp(period, LeastPeriod, LongestPeriod);
        rounded = BitOperations.RoundUpToPowerOf2(rounded);
        uint factor = FactorOf(rounded);
        uint phase = (uint)(current % rounded) / factor * factor;
        return new(rounded, phase);
    }

    /// <summary>First block in which the extrinsic is alive, seen from a block.</summary>
    /// <param name="current">Number of the block that is being built.</param>
    public ulong Birth(ulong current) => IsImmortal
        ? 0
        : ((Math.Max(current, Phase) - Phase) / Period * Period) + Phase;

    /// <summary>First block in which it is not alive any more, seen from a block.</summary>
    /// <param name="current">Number of the block that is being built.</param>
    public ulong Death(ulong current) => IsImmortal
        ? ulong.MaxValue
        : Birth(current) + Period;

    /// <summary>Reads an era and advances.</summary>
    /// <exception cref="FormatException">A phase outside the period, or too few bytes.</exception>
    public static Era Decode(ref ScaleReader from)
    {
        int start = from.Offset;
        byte first = from.ReadU8();
        if (first == 0) return Immortal;

        uint encoded = first | ((uint)from.ReadU8() << 8);
        uint period = 2u << (int)(encoded & 15);
        uint phase = (encoded >> PhaseShift) * FactorOf(period);
        if (period < LeastPeriod || phase >= period)
        {
            throw new FormatException($"an era of {period} blocks has no phase {phase}, "
                + $"byte {start}");
        }

        return new(period, phase);
    }

    /// <summary>Appends the era: one byte when it is immortal, else two.</summary>
    public void Encode(ScaleWriter to)
    {
        if (IsImmortal)
        {
            to.WriteU8(0);
            return;
        }

        int length = Math.Clamp(BitOperations.TrailingZeroCount(Period) - 1, 1, 15);
        to.WriteU16((ushort)(length | (int)((Phase / FactorOf(Period)) << PhaseShift)));
    }

    /// <summary>Long periods keep their phase in steps.</summary>
    private static uint FactorOf(uint period) => Math.Max(period >> 12, 1);
}
