using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;

namespace Dtao.Runtime.Keys;

/// <summary>A hotkey took the place of another.</summary>
/// <param name="Coldkey">Owner of both.</param>
/// <param name="OldHotkey">Hotkey before.</param>
/// <param name="NewHotkey">Hotkey after.</param>
public sealed record HotkeySwapped(
    Coldkey Coldkey, Hotkey OldHotkey, Hotkey NewHotkey) : SubtensorEvent(61)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(Coldkey);
        to.Write(OldHotkey);
        to.Write(NewHotkey);
    }
}

/// <summary>A coldkey took the place of another.</summary>
/// <param name="OldColdkey">Coldkey before.</param>
/// <param name="NewColdkey">Coldkey after.</param>
/// <param name="Cost">Price asked for.</param>
public sealed record ColdkeySwapped(
    Coldkey OldColdkey, Coldkey NewColdkey, Tao Cost) : SubtensorEvent(65)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(OldColdkey);
        to.Write(NewColdkey);
        to.Write(Cost);
    }
}

/// <summary>A coldkey will take the place of another.</summary>
/// <param name="OldColdkey">Coldkey before.</param>
/// <param name="NewColdkey">Coldkey after.</param>
/// <param name="ExecutionBlock">Block of the swap.</param>
/// <param name="Cost">Price asked for then.</param>
public sealed record ColdkeySwapScheduled(
    Coldkey OldColdkey, Coldkey NewColdkey, uint ExecutionBlock, Tao Cost) : SubtensorEvent(67)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(OldColdkey);
        to.Write(NewColdkey);
        to.WriteU32(ExecutionBlock);
        to.Write(Cost);
    }
}
