using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Emission;
using Dtao.Runtime.Pools;

namespace Dtao.Conformance.Formats;

/// <summary>The emission curve, its stored value, and the split of before the coinbase.</summary>
internal static class EmissionCurveVectors
{
    /// <summary>The format.</summary>
    public static VectorFormat Format { get; } = new(
        "emission_curve",
        new Dictionary<string, Action<VectorNode>>
        {
            ["boundaries"] = RunBoundary,
            ["curve"] = RunCurve,
            ["stored_block_emission"] = RunStored,
            ["dynamic_tao_emission"] = RunLegacySplit,
        });

    /// <summary>
    /// A boundary is the smallest issuance of its level: below it more is emitted.
    /// </summary>
    private static void RunBoundary(VectorNode boundary)
    {
        ulong issuance = boundary.Number<ulong>();
        ulong below = BlockEmission.At(issuance == 0 ? 0 : issuance - 1);
        ulong at = BlockEmission.At(issuance);
        if (at < below) return;
        boundary.Log.Report(
            boundary.Path,
            $"a boundary at {issuance}",
            $"emission {below} before, {at} from there");
    }

    private static void RunCurve(VectorNode point) =>
        point["emission"].Expect(BlockEmission.At(point["issuance"].Number<ulong>()));

    private static void RunStored(VectorNode point)
    {
        Chain chain = new(point.Log.Spec);
        StoredItem.Of(chain, "BlockEmission").Put(point["stored_before"].Number<ulong>());
        point["emission"].Expect(
            chain.Emission.EvaluateCurve(point["issuance"].Number<ulong>()));
        point["stored_after"].Expect(chain.Emission.NewestCurveValue);
    }

    private static void RunLegacySplit(VectorNode split)
    {
        Pool pool = new(
            PoolVectors.Mechanism(split["mechanism"]),
            Tao.FromRao(split["subnet_tao"].Number<ulong>()),
            Alpha.FromRao(split["subnet_alpha_in"].Number<ulong>()));
        Injection found = Injection.OfLegacySplit(
            Tao.FromRao(split["tao_emission"].Number<ulong>()),
            pool.SpotPrice,
            Alpha.FromRao(split["alpha_block_emission"].Number<ulong>()));
        split["tao_in"].Expect(found.TaoIn.Floor().Rao);
        split["alpha_in"].Expect(found.AlphaIn.Floor().Rao);
        split["alpha_out"].Expect(found.AlphaOut.Floor().Rao);
    }
}
