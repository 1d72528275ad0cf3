using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;

namespace Dtao.Runtime.Registration;

/// <summary>A hotkey got a uid.</summary>
/// <param name="NetUid">Subnet of the uid.</param>
/// <param name="Uid">The uid.</param>
/// <param name="Hotkey">The hotkey.</param>
public sealed record NeuronRegistered(NetUid NetUid, Uid Uid, Hotkey Hotkey) : SubtensorEvent(6)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(NetUid);
        to.Write(Uid);
        to.Write(Hotkey);
    }
}
