namespace Dtao.Runtime.Extrinsics;

/// <summary>Kinds of reasons to keep an extrinsic out of a block.</summary>
/// <remarks>Source: docs/spec/dispatch.md#invalid.</remarks>
public enum RefusalKind
{
    /// <summary>The chain knows that it may not enter.</summary>
    Invalid = 0,

    /// <summary>The chain cannot tell.</summary>
    Unknown = 1,

    /// <summary>The bytes are no extrinsic; the chain has no encoding for this.</summary>
    Undecodable = 2,
}
