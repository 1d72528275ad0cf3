using Dtao.Numerics;
using Dtao.Runtime.Epoch;

namespace Dtao.Conformance.Formats;

/// <summary>Functions of the epoch on sparse matrices.</summary>
internal static class MathOfSparseMatrices
{
    /// <summary>What runs for each array.</summary>
    public static IEnumerable<KeyValuePair<string, Action<VectorNode>>> Sections { get; } =
        new Dictionary<string, Action<VectorNode>>
        {
            ["inplace_row_normalize_sparse"] = static node =>
                RunInPlace(node, SparseMatrix.NormalizeRows),
            ["inplace_col_normalize_sparse"] = static node =>
                RunInPlace(node, rows => SparseMatrix.NormalizeColumns(rows, Columns(node))),
            ["inplace_col_max_upscale_sparse"] = static node =>
                RunInPlace(node, rows => SparseMatrix.UpscaleColumns(rows, Columns(node))),
            ["row_sum_sparse"] = static node => node["out"].Expect(
                SparseMatrix.SumRows(node["in"].Sparse()).Shown()),
            ["col_sum_sparse"] = static node => node["out"].Expect(
                SparseMatrix.SumColumns(node["in"].Sparse(), Columns(node)).Shown()),
            ["mask_rows_sparse"] = static node => node["out"].Expect(
                SparseMatrix.MaskRows(node["mask"].FlagList(), node["in"].Sparse()).Shown()),
            ["mask_diag_sparse"] = static node => node["out"].Expect(
                SparseMatrix.MaskDiagonal(node["in"].Sparse()).Shown()),
            ["vec_mask_sparse_matrix_le"] = static node => node["out"].Expect(
                SparseMatrix.MaskOutdated(
                    node["in"].Sparse(), node["first"].BlockList(), node["second"].BlockList())
                .Shown()),
            ["row_hadamard_sparse"] = static node => node["out"].Expect(
                SparseMatrix.ScaleRows(node["in"].Sparse(), node["vector"].FixedList()).Shown()),
            ["matmul_sparse"] = static node => node["out"].Expect(SparseMatrix.MultiplyColumns(
                node["in"].Sparse(), node["vector"].FixedList(), Columns(node)).Shown()),
            ["matmul_transpose_sparse"] = static node => node["out"].Expect(
                SparseMatrix.MultiplyRows(node["in"].Sparse(), node["vector"].FixedList())
                .Shown()),
            ["col_clip_sparse"] = static node => node["out"].Expect(
                SparseMatrix.ClipColumns(node["in"].Sparse(), node["threshold"].FixedList())
                .Shown()),
            ["clip_sparse"] = static node => node["out"].Expect(SparseMatrix.Clip(
                node["in"].Sparse(), node["threshold"].Fixed(), node["upper"].Fixed(),
                node["lower"].Fixed()).Shown()),
            ["sparse_threshold"] = static node => node["out"].Expect(
                SparseMatrix.KeepFrom(node["in"].Sparse(), node["threshold"].Fixed()).Shown()),
            ["interpolate_sparse"] = static node => node["out"].Expect(SparseMatrix.Interpolate(
                node["mat1"].Sparse(), node["mat2"].Sparse(), Columns(node),
                node["ratio"].Fixed()).Shown()),
            ["hadamard_sparse"] = static node => node["out"].Expect(SparseMatrix.Hadamard(
                node["mat1"].Sparse(), node["mat2"].Sparse(), Columns(node)).Shown()),
            ["mat_ema_sparse"] = RunMovingAverage,
            ["mat_ema_alpha_vec_sparse"] = RunMovingAverageByColumn,
            ["weighted_median_col_sparse"] = static node => node["out"].Expect(
                WeightedMedian.OfColumns(
                    node["stake"].FixedList(), node["score"].Sparse(), Columns(node),
                    node["majority"].Fixed()).Shown()),
        };

    private static int Columns(VectorNode node) => node["columns"].Number<ushort>();

    private static void RunInPlace(VectorNode node, Action<SparseEntry[][]> change)
    {
        SparseEntry[][] rows = node["in"].Sparse();
        change(rows);
        node["out"].Expect(rows.Shown());
    }

    private static void RunMovingAverage(VectorNode node)
    {
        SparseEntry[][] fresh = node["new"].Sparse();
        SparseEntry[][] old = node["old"].Sparse();
        I32F32 rate = node["alpha"].Fixed();
        node["out"].Expect(
            Bonds.MoveAverage(fresh, old, ColumnsOf(fresh, old), rate).Shown());
    }

    private static void RunMovingAverageByColumn(VectorNode node)
    {
        I32F32[] rates = node["alpha"].FixedList();
        node["out"].Expect(Bonds.MoveAverage(
            node["new"].Sparse(), node["old"].Sparse(), rates.Length, rates).Shown());
    }

    /// <summary>The file does not tell; no column beyond the last entry matters.</summary>
    private static int ColumnsOf(params SparseEntry[][][] matrices) => matrices
        .SelectMany(static rows => rows)
        .SelectMany(static row => row)
        .Select(static entry => entry.Column + 1)
        .DefaultIfEmpty(0)
        .Max();
}
