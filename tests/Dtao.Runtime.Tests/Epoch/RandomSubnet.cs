using System.Runtime.InteropServices;
using Dtao.Numerics;
using Dtao.Runtime.Epoch;

namespace Dtao.Runtime.Tests.Epoch;

/// <summary>Inputs of an epoch as odd as a subnet can be, from a seed.</summary>
public sealed class RandomSubnet(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>A subnet of this size.</summary>
    public EpochInput Create(int count)
    {
        EpochInput input = new();
        input.Reserve(count);
        input.Block = 10_000;
        input.ActivityCutoff = 5_000;
        input.Kappa = Pick<ushort>(32_767, 32_767, 32_768, 0, 65_535, 1, 65_534, Any());
        input.BondsPenalty = Pick<ushort>(0, 0, 65_535, 32_768, 1, 65_534, Any());
        input.MaximumValidators = Pick<ushort>(0, 1, 3, 64, 128, (ushort)count, 65_535);
        input.BondsMovingAverage = Pick<ulong>(
            900_000UL, 900_000, 0, 1_000_000, 1, 999_999, 1_000_001, ulong.MaxValue);
        input.LiquidAlpha = _random.Next(3) == 0;
        input.AlphaLow = Pick<ushort>(45_875, 45_875, 1, 0, 65_535, Any());
        input.AlphaHigh = Pick<ushort>(58_982, 58_982, 65_535, 0, Any());
        input.Emission = Pick<ulong>(
            360_000_000_000, 0, 1, ulong.MaxValue, (ulong)_random.NextInt64());
        FillNeurons(input);
        FillRows(input.Weights, count, mayBeForeign: true);
        FillRows(input.Bonds, count, mayBeForeign: false);
        return input;
    }

    /// <summary>The usual case: full rows, all in order, much stake.</summary>
    public EpochInput CreateUsual(int count, int validators)
    {
        EpochInput input = Create(count);
        (input.Kappa, input.BondsPenalty) = (32_767, 0);
        (input.LiquidAlpha, input.BondsMovingAverage) = (false, 900_000);
        input.MaximumValidators = (ushort)validators;
        for (int uid = 0; uid < count; uid++)
        {
            bool validates = uid < validators;
            (input.RegisteredAt[uid], input.LastUpdate[uid]) = (1_000, 9_000);
            input.ValidatorPermit[uid] = validates;
            input.Stake[uid] = I64F64.FromBits(
                (Int128)_random.NextInt64(1L << 50) * (validates ? 1L << 60 : 1L << 40));
            input.Weights[uid] = validates ? FullRow(count) : [];
            input.Bonds[uid] = validates ? FullRow(count) : [];
        }

        return input;
    }

    private void FillNeurons(EpochInput input)
    {
        int count = input.Count;
        input.LastUpdate = new ulong[count];
        input.ValidatorPermit = new bool[count];
        int silent = _random.Next(4);
        int permitted = Pick<int>(0, 10, 50, 100);
        int staked = Pick<int>(0, 10, 50, 100);
        bool manyAreEqual = _random.Next(3) == 0;
        for (int uid = 0; uid < count; uid++)
        {
            input.LastUpdate[uid] = _random.Next(4) >= silent
                ? Pick<ulong>(9_000, 5_000, 9_999)
                : Pick<ulong>(0, 4_999, 5_000, ulong.MaxValue, (ulong)_random.Next(10_000));
            input.RegisteredAt[uid] = Pick<ulong>(0, 100, 5_000, 9_000, (ulong)_random.Next(9_500));
            input.ValidatorPermit[uid] = _random.Next(100) < permitted;
            if (_random.Next(100) >= staked) continue;
            Int128 bits = manyAreEqual
                ? (Int128)1 << 100
                : (Int128)_random.NextInt64() << _random.Next(1, 58);
            input.Stake[uid] = I64F64.FromBits(bits);
        }

        if (_random.Next(20) == 0 && count > 0)
        {
            input.Stake[_random.Next(count)] = Pick(
                I64F64.MaxValue, I64F64.MinValue, I64F64.FromBits(1), I64F64.FromBits(-1));
        }
    }

    private void FillRows(UidWeight[][] rows, int count, bool mayBeForeign)
    {
        int style = _random.Next(6);
        bool mayRepeat = _random.Next(12) == 0;
        for (int uid = 0; uid < count; uid++)
        {
            rows[uid] = style switch
            {
                0 => [],
                1 => FullRow(count),
                2 => SparseRow(count, mayBeForeign, mayRepeat),
                3 => [new((ushort)_random.Next(count), Any())],
                4 => _random.Next(2) == 0 ? [] : FullRow(_random.Next(count + 1)),
                _ => SparseRow(count, mayBeForeign && _random.Next(8) == 0, mayRepeat),
            };
        }
    }

    private UidWeight[] FullRow(int count)
    {
        int values = Pick<int>(2, 10, 65_536);
        UidWeight[] row = new UidWeight[count];
        for (int uid = 0; uid < count; uid++)
        {
            row[uid] = new((ushort)uid, (ushort)_random.Next(values));
        }

        return row;
    }

    private UidWeight[] SparseRow(int count, bool mayBeForeign, bool mayRepeat)
    {
        List<UidWeight> row = [];
        int percent = Pick<int>(5, 40, 95);
        for (int uid = 0; uid < count; uid++)
        {
            if (_random.Next(100) < percent) row.Add(new((ushort)uid, Any()));
        }

        if (mayBeForeign) row.Add(new((ushort)(count + _random.Next(3)), Any()));
        if (mayRepeat && row.Count > 0) row.Add(row[_random.Next(row.Count)]);
        if (_random.Next(2) == 0) _random.Shuffle(CollectionsMarshal.AsSpan(row));
        return [.. row];
    }

    private ushort Any() => _random.Next(3) switch
    {
        0 => (ushort)_random.Next(65_536),
        1 => (ushort)_random.Next(4),
        _ => ushort.MaxValue,
    };

    private T Pick<T>(params T[] choices) => choices[_random.Next(choices.Length)];
}
