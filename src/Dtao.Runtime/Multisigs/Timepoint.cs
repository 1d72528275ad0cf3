using Dtao.Codec;

namespace Dtao.Runtime.Multisigs;

/// <summary>When an operation of several signatories was begun.</summary>
/// <param name="Height">The block.</param>
/// <param name="Extrinsic">Number of the extrinsic within the block.</param>
/// <remarks>Source: docs/spec/dispatch.md#multisig.</remarks>
public readonly record struct Timepoint(uint Height, uint Extrinsic)
{
    /// <summary>The present block and extrinsic; 0 outside of any.</summary>
    internal static Timepoint Now(Chain chain) =>
        new((uint)chain.Block.Value, chain.Events.Extrinsic ?? 0);

    internal static Timepoint Decode(ref ScaleReader from) => new(from.ReadU32(), from.ReadU32());

    internal static Timepoint? DecodeOptional(ref ScaleReader from) =>
        from.ReadBool() ? Decode(ref from) : null;

    internal static void EncodeOptional(ScaleWriter to, Timepoint? value)
    {
        to.WriteBool(value is not null);
        value?.Encode(to);
    }

    internal void Encode(ScaleWriter to)
    {
        to.WriteU32(Height);
        to.WriteU32(Extrinsic);
    }
}
