using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;

namespace Dtao.Runtime.Subnets;

/// <summary>A subnet was founded.</summary>
/// <param name="NetUid">The subnet.</param>
/// <param name="Modality">Always 0.</param>
public sealed record NetworkAdded(NetUid NetUid, ushort Modality) : SubtensorEvent(0)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(NetUid);
        to.WriteU16(Modality);
    }
}

/// <summary>A subnet was dissolved.</summary>
/// <param name="NetUid">The subnet.</param>
public sealed record NetworkRemoved(NetUid NetUid) : SubtensorEvent(1)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to) => to.Write(NetUid);
}

/// <summary>A subnet will be dissolved if the account owns it then.</summary>
/// <param name="Account">Who asked.</param>
/// <param name="NetUid">The subnet.</param>
/// <param name="ExecutionBlock">Block of the attempt.</param>
public sealed record DissolveNetworkScheduled(
    Coldkey Account, NetUid NetUid, uint ExecutionBlock) : SubtensorEvent(75)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(Account);
        to.Write(NetUid);
        to.WriteU32(ExecutionBlock);
    }
}
