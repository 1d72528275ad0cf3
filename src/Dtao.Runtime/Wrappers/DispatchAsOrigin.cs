using Dtao.Codec;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Wrappers;

/// <summary>Runs a call as another origin; only root can. The call may fail.</summary>
/// <remarks>Wire: Utility.dispatch_as. Source: docs/spec/dispatch.md#utility.</remarks>
/// <param name="AsOrigin">The origin to run it as.</param>
/// <param name="Call">The call.</param>
public sealed record DispatchAsOrigin(NamedOrigin AsOrigin, ICall Call) : IRootCall
{
    private static readonly Weight Own = new(7_452_000);

    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.UtilityPallet, 3);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.WriteRaw(AsOrigin.Encoded);
        to.Write(Call);
    }

    internal static DispatchAsOrigin Decode(ref ScaleReader from) =>
        new(NamedOrigin.Decode(ref from), from.ReadCall());

    internal static Weight WeightOf(ICall inner) =>
        Own.SaturatingAdd(CallTable.WeightOf(inner));

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain)
    {
        DispatchResult result = chain.DispatchAs(AsOrigin.Origin, Call);
        if (chain.Events.IsKept) chain.Events.Deposit(new DispatchedAs(result));
        return DispatchResult.Ok;
    }
}
