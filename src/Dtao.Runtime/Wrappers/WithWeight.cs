using Dtao.Codec;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Wrappers;

/// <summary>Runs a call as root with a weight that the caller states.</summary>
/// <remarks>Wire: Utility.with_weight. Source: docs/spec/dispatch.md#utility.</remarks>
/// <param name="Call">The call.</param>
/// <param name="Weight">What it is said to weigh.</param>
public sealed record WithWeight(ICall Call, Weight Weight) : IRootCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.UtilityPallet, 5);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(Call);
        Weight.Encode(to);
    }

    internal static WithWeight Decode(ref ScaleReader from) =>
        new(from.ReadCall(), Weight.Decode(ref from));

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain) =>
        chain.DispatchAs(Origin.Root, Call).Failure is { } failure
            ? failure
            : DispatchResult.Ok;
}
