using Dtao.Numerics;
using Dtao.Runtime.Epoch;

namespace Dtao.Conformance.Formats;

/// <summary>Functions of the epoch on full matrices.</summary>
internal static class MathOfFullMatrices
{
    /// <summary>What runs for each array.</summary>
    public static IEnumerable<KeyValuePair<string, Action<VectorNode>>> Sections { get; } =
        new Dictionary<string, Action<VectorNode>>
        {
            ["inplace_row_normalize"] = static node =>
                RunInPlace(node, DenseMatrix.NormalizeRows),
            ["inplace_col_normalize"] = static node =>
                RunInPlace(node, DenseMatrix.NormalizeColumns),
            ["inplace_col_max_upscale"] = static node =>
                RunInPlace(node, DenseMatrix.UpscaleColumns),
            ["inplace_col_clip"] = static node => RunInPlace(
                node, rows => DenseMatrix.ClipColumns(rows, node["threshold"].FixedList())),
            ["row_sum"] = static node => node["out"].Expect(
                DenseMatrix.SumRows(node["in"].Full()).Shown()),
            ["col_sum"] = static node => node["out"].Expect(
                DenseMatrix.SumColumns(node["in"].Full()).Shown()),
            ["row_hadamard"] = static node => node["out"].Expect(
                DenseMatrix.ScaleRows(node["in"].Full(), node["vector"].FixedList()).Shown()),
            ["matmul"] = static node => node["out"].Expect(DenseMatrix.MultiplyColumns(
                node["in"].Full(), node["vector"].FixedList()).Shown()),
            ["matmul_transpose"] = static node => node["out"].Expect(DenseMatrix.MultiplyRows(
                node["in"].Full(), node["vector"].FixedList()).Shown()),
            ["interpolate"] = static node => node["out"].Expect(DenseMatrix.Interpolate(
                node["mat1"].Full(), node["mat2"].Full(), node["ratio"].Fixed()).Shown()),
            ["hadamard"] = static node => node["out"].Expect(
                DenseMatrix.Hadamard(node["mat1"].Full(), node["mat2"].Full()).Shown()),
            ["mat_ema"] = static node => node["out"].Expect(DenseMatrix.MoveAverage(
                node["new"].Full(), node["old"].Full(), node["alpha"].Fixed()).Shown()),
            ["mat_ema_alpha_vec"] = static node => node["out"].Expect(DenseMatrix.MoveAverage(
                node["new"].Full(), node["old"].Full(), node["alpha"].FixedList()).Shown()),
            ["weighted_median_col"] = RunMedian,
        };

    private static void RunInPlace(VectorNode node, Action<I32F32[][]> change)
    {
        I32F32[][] rows = node["in"].Full();
        change(rows);
        node["out"].Expect(rows.Shown());
    }

    private static void RunMedian(VectorNode node)
    {
        I32F32[][] score = node["score"].Full();
        int columns = score.Length == 0 ? 0 : score[0].Length;
        node["out"].Expect(WeightedMedian.OfColumns(
            node["stake"].FixedList(), score, columns, node["majority"].Fixed()).Shown());
    }
}
