using Dtao.Numerics;
using Dtao.Runtime.Epoch;

namespace Dtao.Conformance.Formats;

/// <summary>Operands of the epoch's functions, and results in the files' form.</summary>
internal static class MathOperands
{
    /// <summary>A number with 32 fraction bits.</summary>
    public static I32F32 Fixed(this VectorNode node) => I32F32.FromBits(node.Number<long>());

    /// <summary>A number with 64 fraction bits.</summary>
    public static I64F64 Fixed64(this VectorNode node) => I64F64.FromBits(node.Number<Int128>());

    /// <summary>A list of numbers.</summary>
    public static I32F32[] FixedList(this VectorNode node) => node.List(Fixed);

    /// <summary>A full matrix.</summary>
    public static I32F32[][] Full(this VectorNode node) => node.List(FixedList);

    /// <summary>A sparse matrix.</summary>
    public static SparseEntry[][] Sparse(this VectorNode node) =>
        node.List(static row => row.List(ReadEntry));

    /// <summary>A list of truth values.</summary>
    public static bool[] FlagList(this VectorNode node) =>
        node.List(static flag => flag.Flag());

    /// <summary>A list of block numbers.</summary>
    public static ulong[] BlockList(this VectorNode node) =>
        node.List(static block => block.Number<ulong>());

    /// <summary>A list of numbers as the files show it.</summary>
    public static List<object?> Shown(this IEnumerable<I32F32> values) =>
        [.. values.Select(static value => (object?)value.Bits)];

    /// <summary>A list of anything as the files show it.</summary>
    public static List<object?> Shown<T>(this IEnumerable<T> values)
        where T : struct => [.. values.Select(static value => (object?)value)];

    /// <summary>A full matrix as the files show it.</summary>
    public static List<object?> Shown(this I32F32[][] rows) =>
        [.. rows.Select(static row => (object?)row.Shown())];

    /// <summary>A sparse matrix as the files show it.</summary>
    public static List<object?> Shown(this SparseEntry[][] rows) =>
        [.. rows.Select(static row => (object?)row.Select(static entry =>
            (object?)new List<object?> { entry.Column, entry.Value.Bits }).ToList())];

    private static SparseEntry ReadEntry(VectorNode node)
    {
        IReadOnlyList<VectorNode> pair = node.Items();
        return pair.Count == 2
            ? new SparseEntry(pair[0].Number<ushort>(), pair[1].Fixed())
            : throw new VectorFormatException($"{node.Path}: a column and a value are needed");
    }
}
