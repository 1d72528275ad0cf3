using Dtao.Numerics;

namespace Dtao.Runtime.Neurons;

/// <summary>Whether no hotkey of a subnet sits twice; remembered until somebody moves.</summary>
/// <remarks>Registration never seats a hotkey twice; a state from elsewhere might.</remarks>
internal sealed class DistinctKeys
{
    private ulong _version = ulong.MaxValue;
    private bool _hold;

    /// <summary>No hotkey sits twice.</summary>
    /// <param name="keys">Hotkeys by uid.</param>
    /// <param name="version">Version of the seats.</param>
    public bool Hold(ReadOnlySpan<Hotkey> keys, ulong version)
    {
        if (version == _version) return _hold;
        Hotkey[] sorted = keys.ToArray();
        Array.Sort(sorted);
        _hold = true;
        for (int index = 1; index < sorted.Length; index++)
        {
            if (sorted[index] == sorted[index - 1]) _hold = false;
        }

        _version = version;
        return _hold;
    }
}
