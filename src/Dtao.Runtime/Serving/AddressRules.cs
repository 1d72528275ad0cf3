namespace Dtao.Runtime.Serving;

/// <summary>Which addresses may be announced.</summary>
/// <remarks>Source: docs/spec/serving.md#addresses.</remarks>
internal static class AddressRules
{
    private const byte Four = 4;
    private const byte Six = 6;
    private const uint LocalFour = 0x7f00_0001;

    /// <summary>The kind of address is known.</summary>
    public static bool KindIsKnown(byte kind) => kind is Four or Six;

    /// <summary>The address can be reached: not zero, not local, not everybody.</summary>
    public static bool IsAccepted(byte kind, UInt128 address)
    {
        if (address == UInt128.Zero) return false;
        return kind switch
        {
            Four => address < uint.MaxValue && address != LocalFour,
            Six => address != UInt128.MaxValue && address != UInt128.One,
            _ => false,
        };
    }
}
