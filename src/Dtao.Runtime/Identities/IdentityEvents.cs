using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;

namespace Dtao.Runtime.Identities;

/// <summary>A coldkey said who it is.</summary>
/// <param name="Coldkey">The coldkey.</param>
public sealed record ChainIdentitySet(Coldkey Coldkey) : SubtensorEvent(72)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to) => to.Write(Coldkey);
}

/// <summary>A subnet said what it is.</summary>
/// <param name="NetUid">The subnet.</param>
public sealed record SubnetIdentitySet(NetUid NetUid) : SubtensorEvent(73)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to) => to.Write(NetUid);
}

/// <summary>The identity of a subnet was removed.</summary>
/// <param name="NetUid">The subnet.</param>
public sealed record SubnetIdentityRemoved(NetUid NetUid) : SubtensorEvent(74)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to) => to.Write(NetUid);
}
