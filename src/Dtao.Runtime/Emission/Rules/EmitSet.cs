namespace Dtao.Runtime.Emission.Rules;

/// <summary>What a subnet needs to take part in a block's emission.</summary>
/// <remarks>Source: docs/spec/rules.md#emit-set.</remarks>
[Flags]
public enum EmitSet
{
    /// <summary>It only needs to exist.</summary>
    Existing = 0,

    /// <summary>Its first emission block is known.</summary>
    Started = 1,

    /// <summary>Its alpha is traded.</summary>
    Traded = 2,

    /// <summary>Registration is open, by burn or by work.</summary>
    AnyRegistration = 4,

    /// <summary>Registration by burn is open.</summary>
    BurnRegistration = 8,
}
