using Dtao.Codec;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Wrappers;

/// <summary>Runs calls one after the other; when one fails, all are undone.</summary>
/// <remarks>Wire: Utility.batch_all. Source: docs/spec/dispatch.md#utility.</remarks>
/// <param name="Calls">The calls; none of them may be or carry another batch of this kind.</param>
public sealed record BatchAll(ICall[] Calls) : ICall
{
    private static readonly ItemCompleted ItemIsDone = new();
    private static readonly BatchCompleted AllIsDone = new();

    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.UtilityPallet, 2);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to) => BatchRules.WriteCalls(to, Calls);

    internal static BatchAll Decode(ref ScaleReader from) => new(BatchRules.ReadCalls(ref from));

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, Origin origin)
    {
        DispatchResult check = BatchRules.Check(origin, Calls);
        if (!check.IsOk) return check;

        Origin inner = origin.IsRoot ? origin : origin.Within(static call => call is not BatchAll);
        Weight used = default;
        for (int index = 0; index < Calls.Length; index++)
        {
            DispatchTerms terms = CallTable.TermsOf(Calls[index]);
            DispatchResult result = chain.DispatchNested(inner, Calls[index]);
            used = used.SaturatingAdd(terms.WeightAfter(result));
            if (result.Failure is { } failure)
            {
                // Only the reason goes on: whether the item would have paid does not.
                DispatchResult failed = failure;
                return failed.Costing(
                    pays: null, BatchRules.OfBatchAll(index + 1).SaturatingAdd(used));
            }

            chain.Events.Deposit(ItemIsDone);
        }

        chain.Events.Deposit(AllIsDone);
        return DispatchResult.Ok.Costing(
            pays: null, BatchRules.OfBatchAll(Calls.Length).SaturatingAdd(used));
    }
}
