using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;

namespace Dtao.Runtime.Delegation;

/// <summary>The take of a child hotkey was set; of which subnet is not told.</summary>
/// <param name="Hotkey">The child.</param>
/// <param name="Take">New take, in units of 1/65535.</param>
public sealed record ChildKeyTakeSet(Hotkey Hotkey, ushort Take) : SubtensorEvent(43)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(Hotkey);
        to.WriteU16(Take);
    }
}

/// <summary>A take was lowered.</summary>
/// <param name="Coldkey">Owner of the hotkey.</param>
/// <param name="Hotkey">The delegate.</param>
/// <param name="Take">New take, in units of 1/65535.</param>
public sealed record TakeDecreased(Coldkey Coldkey, Hotkey Hotkey, ushort Take) : SubtensorEvent(59)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(Coldkey);
        to.Write(Hotkey);
        to.WriteU16(Take);
    }
}

/// <summary>A take was raised.</summary>
/// <param name="Coldkey">Owner of the hotkey.</param>
/// <param name="Hotkey">The delegate.</param>
/// <param name="Take">New take, in units of 1/65535.</param>
public sealed record TakeIncreased(Coldkey Coldkey, Hotkey Hotkey, ushort Take) : SubtensorEvent(60)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(Coldkey);
        to.Write(Hotkey);
        to.WriteU16(Take);
    }
}

/// <summary>Children wait for their cooldown.</summary>
/// <param name="Parent">The parent.</param>
/// <param name="NetUid">Subnet of the relation.</param>
/// <param name="Cooldown">They become active after this block.</param>
/// <param name="Children">The children.</param>
public sealed record SetChildrenScheduled(
    Hotkey Parent, NetUid NetUid, BlockNumber Cooldown, Relation[] Children) : SubtensorEvent(69)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(Parent);
        to.Write(NetUid);
        to.WriteU64(Cooldown.Value);
        Relation.WriteList(to, Children);
    }
}

/// <summary>Children became active; on the wire <c>SetChildren</c>.</summary>
/// <param name="Parent">The parent.</param>
/// <param name="NetUid">Subnet of the relation.</param>
/// <param name="Children">The children.</param>
public sealed record ChildrenSet(
    Hotkey Parent, NetUid NetUid, Relation[] Children) : SubtensorEvent(70)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(Parent);
        to.Write(NetUid);
        Relation.WriteList(to, Children);
    }
}
