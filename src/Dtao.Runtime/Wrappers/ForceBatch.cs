using Dtao.Codec;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Wrappers;

/// <summary>Runs calls one after the other, whether others failed or not.</summary>
/// <remarks>Wire: Utility.force_batch. Source: docs/spec/dispatch.md#utility.</remarks>
/// <param name="Calls">The calls.</param>
public sealed record ForceBatch(ICall[] Calls) : ICall
{
    private static readonly ItemCompleted ItemIsDone = new();
    private static readonly BatchCompleted AllIsDone = new();
    private static readonly BatchCompletedWithErrors SomeFailed = new();

    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.UtilityPallet, 4);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to) => BatchRules.WriteCalls(to, Calls);

    internal static ForceBatch Decode(ref ScaleReader from) => new(BatchRules.ReadCalls(ref from));

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, Origin origin)
    {
        DispatchResult check = BatchRules.Check(origin, Calls);
        if (!check.IsOk) return check;

        Weight used = default;
        bool allWereApplied = true;
        foreach (ICall call in Calls)
        {
            DispatchTerms terms = CallTable.TermsOf(call);
            DispatchResult result = chain.DispatchNested(origin, call);
            used = used.SaturatingAdd(terms.WeightAfter(result));
            allWereApplied &= result.IsOk;
            if (result.Failure is not { } failure) chain.Events.Deposit(ItemIsDone);
            else if (chain.Events.IsKept) chain.Events.Deposit(new ItemFailed(failure));
        }

        chain.Events.Deposit(allWereApplied ? AllIsDone : SomeFailed);
        return DispatchResult.Ok.Costing(
            pays: null, BatchRules.OfForceBatch(Calls.Length).SaturatingAdd(used));
    }
}
