using System.Numerics;
using Dtao.Numerics;
using Dtao.Runtime.Epoch;

namespace Dtao.Conformance.Formats;

/// <summary>Functions of the epoch on lists.</summary>
internal static class MathOfLists
{
    /// <summary>What runs for each array.</summary>
    public static IEnumerable<KeyValuePair<string, Action<VectorNode>>> Sections { get; } =
        new Dictionary<string, Action<VectorNode>>
        {
            ["sum"] = static node => node["out"].Expect(Vectors.Sum(node["in"].FixedList()).Bits),
            ["is_zero"] = static node => node["out"].Expect(
                Vectors.IsZero(node["in"].FixedList())),
            ["is_topk"] = RunLargest,
            ["normalize"] = RunNormalize,
            ["inplace_normalize"] = RunNormalize,
            ["inplace_normalize_using_sum"] = RunNormalizeUsing,
            ["inplace_normalize_64"] = RunNormalize64,
            ["vecdiv"] = static node => node["out"].Expect(
                Vectors.Divide(node["x"].FixedList(), node["y"].FixedList()).Shown()),
            ["vec_max_upscale_to_u16"] = static node => node["out"].Expect(
                Vectors.UpscaleToShare16(node["in"].FixedList()).Shown()),
            ["vec_u16_max_upscale_to_u16"] = static node => node["out"].Expect(
                Vectors.UpscaleToShare16(Shares(node["in"])).Shown()),
            ["check_vec_max_limited"] = static node => node["out"].Expect(
                Vectors.AreLimited(Shares(node["in"]), node["max_limit"].Number<ushort>())),
            ["quantile"] = RunQuantile,
            ["inplace_mask_vector"] = RunMask,
            ["weighted_median"] = RunMedian,
            ["compute_alpha_values"] = static node => node["out"].Expect(LiquidAlpha.Rates(
                node["consensus"].FixedList(), node["a"].Fixed(), node["b"].Fixed()).Shown()),
            ["clamp_alpha_values"] = static node => node["out"].Expect(LiquidAlpha.Hold(
                node["alpha"].FixedList(), node["alpha_high"].Fixed(), node["alpha_low"].Fixed())
                .Shown()),
        };

    private static ushort[] Shares(VectorNode list) =>
        list.List(static share => share.Number<ushort>());

    private static void RunLargest(VectorNode node)
    {
        I32F32[] values = node["in"].FixedList();
        bool[] chosen = new bool[values.Length];
        ValidatorPermits.ChooseLargest(values, node["k"].Number<ushort>(), chosen);
        node["out"].Expect(chosen.Shown());
    }

    private static void RunNormalize(VectorNode node)
    {
        I32F32[] values = node["in"].FixedList();
        Vectors.Normalize(values);
        node["out"].Expect(values.Shown());
    }

    private static void RunNormalizeUsing(VectorNode node)
    {
        I32F32[] values = node["in"].FixedList();
        Vectors.NormalizeUsing(values, node["sum"].Fixed());
        node["out"].Expect(values.Shown());
    }

    private static void RunNormalize64(VectorNode node)
    {
        I64F64[] values = node["in"].List(MathOperands.Fixed64);
        Vectors.Normalize(values);
        node["out"].Expect(values.Select(static value => (object?)value.Bits));
    }

    private static void RunQuantile(VectorNode node)
    {
        node["quantile_text"].Note();
        (long numerator, long denominator) = Fraction(node["quantile_f64_bits"]);
        node["out"].Expect(
            Vectors.Quantile(node["in"].FixedList(), numerator, denominator).Bits);
    }

    /// <summary>A binary64 number from 0 to 1 as an exact fraction of a power of two.</summary>
    private static (long Numerator, long Denominator) Fraction(VectorNode node)
    {
        ulong bits = node.Number<ulong>();
        if (bits == 0) return (0, 1);
        long mantissa = (long)(bits & ((1UL << 52) - 1)) | (1L << 52);
        int shift = 1_075 - (int)(bits >> 52);
        int trailing = BitOperations.TrailingZeroCount(mantissa);
        shift -= trailing;
        return shift is >= 0 and < 62
            ? (mantissa >> trailing, 1L << shift)
            : throw new VectorFormatException($"{node.Path}: a quantile lies from 0 to 1");
    }

    private static void RunMask(VectorNode node)
    {
        I32F32[] values = node["in"].FixedList();
        Vectors.Mask(node["mask"].FlagList(), values);
        node["out"].Expect(values.Shown());
    }

    private static void RunMedian(VectorNode node) => node["out"].Expect(WeightedMedian.Of(
        node["stake"].FixedList(),
        node["score"].FixedList(),
        node["partition_idx"].List(static index => index.Number<int>()),
        node["minority"].Fixed(),
        node["partition_lo"].Fixed(),
        node["partition_hi"].Fixed()).Bits);
}
