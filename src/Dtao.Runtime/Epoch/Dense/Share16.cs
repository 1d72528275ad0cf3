using System.Runtime.CompilerServices;

namespace Dtao.Runtime.Epoch.Dense;

/// <summary>Proportions in units of 1/65535, cut.</summary>
/// <remarks>Source: docs/spec/epoch.md#scaling.</remarks>
internal static class Share16
{
    /// <summary>A raw proportion, held at one.</summary>
    public static ushort Of(ulong proportion) =>
        (ushort)Math.Min(proportion * ushort.MaxValue >> 32, ushort.MaxValue);

    /// <summary>Raw proportions up to one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T OfPieces<T>(T proportions)
        where T : struct, ILanes<T> => ((proportions << 16) - proportions) >> 32;
}
