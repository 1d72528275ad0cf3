using Dtao.Codec;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Wrappers;

/// <summary>Runs calls one after the other and stops at the first that fails.</summary>
/// <remarks>Wire: Utility.batch. Source: docs/spec/dispatch.md#utility.</remarks>
/// <param name="Calls">The calls.</param>
public sealed record Batch(ICall[] Calls) : ICall
{
    private static readonly ItemCompleted ItemIsDone = new();
    private static readonly BatchCompleted AllIsDone = new();

    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.UtilityPallet, 0);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to) => BatchRules.WriteCalls(to, Calls);

    internal static Batch Decode(ref ScaleReader from) => new(BatchRules.ReadCalls(ref from));

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, Origin origin)
    {
        DispatchResult check = BatchRules.Check(origin, Calls);
        if (!check.IsOk) return check;

        Weight used = default;
        for (int index = 0; index < Calls.Length; index++)
        {
            DispatchTerms terms = CallTable.TermsOf(Calls[index]);
            DispatchResult result = chain.DispatchNested(origin, Calls[index]);
            used = used.SaturatingAdd(terms.WeightAfter(result));
            if (result.Failure is { } failure)
            {
                if (chain.Events.IsKept)
                {
                    chain.Events.Deposit(new BatchInterrupted((uint)index, failure));
                }

                return DispatchResult.Ok.Costing(
                    pays: null, BatchRules.OfBatch(index + 1).SaturatingAdd(used));
            }

            chain.Events.Deposit(ItemIsDone);
        }

        chain.Events.Deposit(AllIsDone);
        return DispatchResult.Ok.Costing(
            pays: null, BatchRules.OfBatch(Calls.Length).SaturatingAdd(used));
    }
}
