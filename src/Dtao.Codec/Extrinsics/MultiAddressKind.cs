namespace Dtao.Codec.Extrinsics;

/// <summary>Forms of an address, with their wire numbers.</summary>
/// <remarks>Source: docs/spec/codec.md#extrinsics.</remarks>
public enum MultiAddressKind
{
    /// <summary>An account id.</summary>
    Id = 0,

    /// <summary>An index of accounts, which the chain does not have; nothing follows.</summary>
    Index = 1,

    /// <summary>Bytes of any number.</summary>
    Raw = 2,

    /// <summary>32 bytes that are no account id.</summary>
    Address32 = 3,

    /// <summary>20 bytes.</summary>
    Address20 = 4,
}
