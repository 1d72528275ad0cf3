namespace Dtao.Runtime.Extrinsics;

/// <summary>What became of an extrinsic.</summary>
/// <remarks>Source: docs/spec/dispatch.md#outcomes.</remarks>
public enum OutcomeKind
{
    /// <summary>It may not enter a block; nothing happened.</summary>
    Invalid = 0,

    /// <summary>It is in the block and paid; everything else was undone.</summary>
    Failed = 1,

    /// <summary>It is in the block and was applied.</summary>
    Applied = 2,
}
