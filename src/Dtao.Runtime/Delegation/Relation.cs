using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Delegation;

/// <summary>
/// One end of a parent-child relation: the other hotkey and the part it concerns.
/// </summary>
/// <param name="Proportion">Part of the parent's stake, in units of 1/(2^64-1).</param>
/// <param name="Hotkey">The child of a parent, or the parent of a child.</param>
public readonly record struct Relation(ulong Proportion, Hotkey Hotkey)
{
    internal static readonly Shape<Relation[]> List = Shapes.List(
        Shapes.Pair(
            Shapes.U64,
            Shapes.Hotkey,
            static value => (value.Proportion, value.Hotkey),
            static (ulong proportion, Hotkey hotkey) => new Relation(proportion, hotkey)));

    /// <summary>The proportion as a fraction with 32 fraction bits.</summary>
    public I96F32 Fraction => I96F32.FromInteger(Proportion)
        .SafeDivide(I96F32.FromInteger(ulong.MaxValue));

    /// <summary>Appends a list of relations in wire order.</summary>
    internal static void WriteList(ScaleWriter to, Relation[] relations) =>
        List.Write(to, relations);

    /// <summary>Reads a list of relations.</summary>
    internal static Relation[] ReadList(ref ScaleReader from) => List.Read(ref from);
}
