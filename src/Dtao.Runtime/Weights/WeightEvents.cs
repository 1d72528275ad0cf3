using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;

namespace Dtao.Runtime.Weights;

/// <summary>A neuron set its weights.</summary>
/// <param name="NetUid">Subnet of the neuron.</param>
/// <param name="Uid">The neuron.</param>
public sealed record WeightsSet(NetUid NetUid, Uid Uid) : SubtensorEvent(5)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(NetUid);
        to.Write(Uid);
    }
}
