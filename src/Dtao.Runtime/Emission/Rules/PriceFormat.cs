namespace Dtao.Runtime.Emission.Rules;

/// <summary>The fixed-point type in which a release computes with prices.</summary>
public enum PriceFormat
{
    /// <summary>Signed, 32 fraction bits.</summary>
    I96F32,

    /// <summary>Unsigned, 32 fraction bits.</summary>
    U96F32,

    /// <summary>Unsigned, 64 fraction bits.</summary>
    U64F64,
}
