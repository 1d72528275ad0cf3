using Dtao.Codec;

namespace Dtao.Runtime.Dispatch;

/// <summary>On which terms a call runs: weight, class, and whether it pays.</summary>
/// <param name="Weight">Weight, declared or actual.</param>
/// <param name="Class">Class of the call.</param>
/// <param name="Pays">Whether it pays.</param>
/// <remarks>Source: docs/spec/dispatch.md#terms.</remarks>
public readonly record struct DispatchTerms(Weight Weight, DispatchClass Class, Pays Pays)
{
    /// <summary>The terms on which a call ran after all.</summary>
    /// <param name="result">What the call returned.</param>
    public DispatchTerms After(DispatchResult result) => this with
    {
        Weight = WeightAfter(result),
        Pays = Pays == Pays.No || result.ActualPays == Pays.No ? Pays.No : Pays.Yes,
    };

    /// <summary>What a call weighed after all: never more than it declared.</summary>
    /// <param name="result">What the call returned.</param>
    internal Weight WeightAfter(DispatchResult result) => result.ActualWeight is { } actual
        ? Weight.Min(actual, Weight)
        : Weight;

    /// <summary>Appends the terms as events carry them.</summary>
    internal void Encode(ScaleWriter to)
    {
        Weight.Encode(to);
        to.WriteU8((byte)Class);
        to.WriteU8((byte)Pays);
    }
}
