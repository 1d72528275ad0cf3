using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;

namespace Dtao.Runtime.Senate;

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
