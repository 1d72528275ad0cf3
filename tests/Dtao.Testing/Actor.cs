using Dtao.Numerics;

namespace Dtao.Testing;

/// <summary>Somebody with a name and two keys.</summary>
/// <param name="Name">Name of the actor.</param>
/// <param name="Coldkey">Key that owns.</param>
/// <param name="Hotkey">Key that works.</param>
public sealed record Actor(string Name, Coldkey Coldkey, Hotkey Hotkey)
{
    /// <summary>Owns the first subnet in most tests.</summary>
    public static Actor Alice { get; } = Of("Alice", 11, 1);

    /// <summary>Validates.</summary>
    public static Actor Bob { get; } = Of("Bob", 12, 2);

    /// <summary>Nominates.</summary>
    public static Actor Charlie { get; } = Of("Charlie", 13, 3);

    /// <summary>Comes last.</summary>
    public static Actor Dave { get; } = Of("Dave", 14, 4);

    private static Actor Of(string name, ulong coldkey, ulong hotkey) =>
        new(name, Account.Coldkey(coldkey), Account.Hotkey(hotkey));
}
