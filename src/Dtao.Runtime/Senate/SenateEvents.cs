using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;

namespace Dtao.Runtime.Senate;

/// <summary>An event of the membership pallet of the senate; none has fields.</summary>
/// <remarks>Source: docs/spec/senate.md#events.</remarks>
/// <param name="Index">Number of the event within the pallet on the wire.</param>
public abstract record SenateEvent(byte Index) : IChainEvent
{
    /// <inheritdoc/>
    public byte Pallet => 10;

    /// <inheritdoc/>
    public void EncodeFields(ScaleWriter to)
    {
        // Who it was is told to nobody.
    }
}

/// <summary>A member was added; on the wire <c>MemberAdded</c>.</summary>
public sealed record SenateMemberAdded() : SenateEvent(0);

/// <summary>A member was replaced; on the wire <c>MembersSwapped</c>.</summary>
public sealed record SenateMembersSwapped() : SenateEvent(2);

/// <summary>A hotkey sits in the senate; whom it replaced is never told.</summary>
/// <param name="Member">The new member.</param>
public sealed record SenateAdjusted(Hotkey Member) : SubtensorEvent(64)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        // The old member is an option, and always absent.
        to.WriteU8(0);
        to.Write(Member);
    }
}
