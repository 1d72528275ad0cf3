using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Weights;

/// <summary>Does nothing; root has no weights any more.</summary>
/// <remarks>
/// Wire: SubtensorModule.set_tao_weights. Upstream: whoever asks, it succeeds.
/// Source: docs/spec/weights.md#set-tao-weights.
/// </remarks>
/// <param name="NetUid">Any subnet.</param>
/// <param name="Hotkey">Any hotkey.</param>
/// <param name="Destinations">Any subnets.</param>
/// <param name="Values">Any weights.</param>
/// <param name="VersionKey">Any version.</param>
public sealed record SetTaoWeights(
    NetUid NetUid, Hotkey Hotkey, ushort[] Destinations, ushort[] Values, ulong VersionKey)
    : ICall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 8);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(NetUid);
        to.Write(Hotkey);
        to.WriteList(Destinations, static (writer, value) => writer.WriteU16(value));
        to.WriteList(Values, static (writer, value) => writer.WriteU16(value));
        to.WriteU64(VersionKey);
    }

    internal static SetTaoWeights Decode(ref ScaleReader from) => new(
        from.ReadNetUid(),
        from.ReadHotkey(),
        from.ReadList(static (ref ScaleReader reader) => reader.ReadU16()),
        from.ReadList(static (ref ScaleReader reader) => reader.ReadU16()),
        from.ReadU64());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, Origin origin) => DispatchResult.Ok;
}
