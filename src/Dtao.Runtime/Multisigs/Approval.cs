using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Multisigs;

/// <summary>One signatory's approval of a call, by the call or by its hash.</summary>
/// <remarks>
/// The checks stand in the chain's order. Source: docs/spec/dispatch.md#multisig.
/// </remarks>
/// <param name="Threshold">How many must approve.</param>
/// <param name="Others">The other signatories, in rising order.</param>
/// <param name="Begun">When it was begun; null to begin it.</param>
/// <param name="CallHash">BLAKE2b-256 of the encoded call.</param>
/// <param name="MostWeight">What the call may weigh.</param>
internal sealed record Approval(
    ushort Threshold, AccountId[] Others, Timepoint? Begun, Hash256 CallHash, Weight MostWeight)
{
    /// <summary>The call; null when only its hash is given.</summary>
    public ICall? Call { get; init; }

    /// <summary>Length of the encoded call; 0 without. Unit: bytes.</summary>
    public int Length { get; init; }

    /// <summary>Begins to wait, adds an approval, or runs the call.</summary>
    public DispatchResult Give(Chain chain, AccountId signer)
    {
        DispatchResult check = Signatories.Join(
            Threshold, Others, signer, out AccountId account);
        if (!check.IsOk) return check;

        if (chain.Multisigs.Find(account, CallHash) is not { } operation)
        {
            return Begun is null
                ? Begin(chain, signer, account)
                : MultisigError.UnexpectedTimepoint;
        }

        if (Begun is not { } begun) return MultisigError.NoTimepoint;
        if (begun != operation.Begun) return MultisigError.WrongTimepoint;

        int place = Signatories.PlaceOf(operation.Approvals, signer);
        bool isEnough = operation.Approvals.Count >= Threshold;
        bool isNeeded = place < 0 && !isEnough;
        isEnough |= isNeeded && operation.Approvals.Count + 1 >= Threshold;
        if (isEnough && Call is { } call) return Execute(chain, signer, account, operation, call);
        if (!isNeeded) return MultisigError.AlreadyApproved;

        chain.Multisigs.Approve(account, CallHash, operation, ~place, signer);
        if (chain.Events.IsKept)
        {
            chain.Events.Deposit(new MultisigApproval(signer, begun, account, CallHash));
        }

        return DispatchResult.Ok.Costing(
            pays: null, MultisigWeights.OfApproving(Others.Length, Length));
    }

    private DispatchResult Begin(Chain chain, AccountId signer, AccountId account)
    {
        PendingOperation operation = new(
            Timepoint.Now(chain), MultisigLedger.DepositOf(Threshold), signer, [signer]);
        DispatchResult begun = chain.Multisigs.Begin(
            chain.Balances, account, CallHash, operation);
        if (!begun.IsOk) return begun;
        if (chain.Events.IsKept)
        {
            chain.Events.Deposit(new NewMultisig(signer, account, CallHash));
        }

        return DispatchResult.Ok.Costing(
            pays: null, MultisigWeights.OfBeginning(Others.Length, Length));
    }

    // The operation ends before the call runs, so the call can begin an equal one.
    private DispatchResult Execute(
        Chain chain, AccountId signer, AccountId account, PendingOperation operation, ICall call)
    {
        if (!CallTable.WeightOf(call).FitsInto(MostWeight)) return MultisigError.MaxWeightTooLow;

        chain.Multisigs.End(chain.Balances, account, CallHash, operation);
        DispatchResult result = chain.DispatchAs(Origin.Signed(account), call);
        if (chain.Events.IsKept)
        {
            chain.Events.Deposit(new MultisigExecuted(
                signer, operation.Begun, account, CallHash, result));
        }

        if (result.ActualWeight is not { } actual) return DispatchResult.Ok;
        return DispatchResult.Ok.Costing(
            pays: null,
            MultisigWeights.OfExecuting(Others.Length, Length).SaturatingAdd(actual));
    }
}
