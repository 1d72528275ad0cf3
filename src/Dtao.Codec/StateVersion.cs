namespace Dtao.Codec;

/// <summary>How a trie holds long values; it decides the root.</summary>
/// <remarks>Source: docs/spec/codec.md#trie.</remarks>
public enum StateVersion
{
    /// <summary>Every value lies in its node. Roots of extrinsics.</summary>
    V0,

    /// <summary>Of a value of 33 bytes or more the node holds the hash. Roots of states.</summary>
    V1,
}
