using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;

namespace Dtao.Runtime.Serving;

/// <summary>A hotkey announced where it answers.</summary>
/// <remarks>Source: docs/spec/serving.md#serve-axon.</remarks>
public sealed record AxonServed(NetUid NetUid, Hotkey Hotkey) : SubtensorEvent(26)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(NetUid);
        to.Write(Hotkey);
    }
}

/// <summary>A hotkey announced where it publishes measurements.</summary>
/// <remarks>Source: docs/spec/serving.md#serve-prometheus.</remarks>
public sealed record PrometheusServed(NetUid NetUid, Hotkey Hotkey) : SubtensorEvent(27)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(NetUid);
        to.Write(Hotkey);
    }
}
