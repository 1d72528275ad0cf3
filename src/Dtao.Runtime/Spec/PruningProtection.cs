namespace Dtao.Runtime.Spec;

/// <summary>Who cannot be pruned.</summary>
public enum PruningProtection
{
    /// <summary>Every hotkey of the subnet's owner (specs 233, 234).</summary>
    HotkeysOfOwner,

    /// <summary>The subnet's owner hotkey (from spec 238).</summary>
    OwnerHotkey,
}
