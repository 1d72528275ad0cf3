using Dtao.Codec;
using Dtao.Codec.Extrinsics;
using Dtao.Numerics;
using Dtao.Runtime.Balances;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Flows;
using Dtao.Runtime.SystemCalls;

namespace Dtao.Runtime.Extrinsics;

/// <summary>Puts extrinsics into the present block: checks, fee, call, refund, events.</summary>
/// <remarks>
/// The order is consensus. Everything that can refuse comes before the first write, so a refused
/// extrinsic leaves nothing behind. Source: docs/spec/dispatch.md#outcomes.
/// </remarks>
/// <param name="chain">The chain.</param>
/// <param name="signatureIsRight">
/// Asked for every signed extrinsic; null trusts whoever verified the signatures before.
/// </param>
/// <param name="metadataHash">Digest of the metadata that signers may sign; null for none.</param>
public sealed class ExtrinsicExecutor(
    Chain chain, SignatureCheck? signatureIsRight = null, Hash256? metadataHash = null)
{
    /// <summary>Version of the format of transactions.</summary>
    public const uint TransactionVersion = 1;

    private readonly BlockLimits _limits = new();
    private uint _next;

    /// <summary>Begins a block: it is empty again.</summary>
    public void BeginBlock()
    {
        _limits.BeginBlock();
        _next = 0;
    }

    /// <summary>Puts an extrinsic into the block.</summary>
    /// <param name="bytes">Its bytes, the length first.</param>
    public ExtrinsicOutcome Apply(ReadOnlySpan<byte> bytes)
    {
        Extrinsic extrinsic;
        ICall call;
        try
        {
            extrinsic = Extrinsic.Decode(bytes);
            call = DecodeCall(extrinsic.Call.Span);
        }
        catch (FormatException problem)
        {
            return TransactionRefusal.Undecodable(problem.Message);
        }

        if (extrinsic.Signature is not { } signed) return ApplyUnsigned(call, bytes.Length);
        if (signed.Signer.Account is not { } signer) return TransactionRefusal.CannotLookup;
        return CheckSignature(extrinsic, signed, signer)
            ?? ApplySigned(signer, signed.Extra, call, bytes.Length);
    }

    /// <summary>Puts a call into the block whose signature, era and chain were verified.</summary>
    /// <param name="signer">Who signed.</param>
    /// <param name="extra">What he said beside the call.</param>
    /// <param name="call">The call.</param>
    /// <param name="length">Length of the whole extrinsic. Unit: bytes.</param>
    public ExtrinsicOutcome ApplySigned(
        AccountId signer, SignedExtra extra, ICall call, int length)
    {
        DispatchTerms terms = CallTable.TermsOf(call);
        if (signer == AccountId.Zero) return TransactionRefusal.BadSigner;
        if (CheckNonce(signer, extra.Nonce, terms.Pays) is { } refusal) return refusal;
        Tao charged = TransactionFees.Of(length, terms, extra.Tip);
        if (!_limits.TryTake(terms, length)) return TransactionRefusal.ExhaustsResources;
        if (charged > Tao.Zero && !chain.Balances.CanPayFee(signer, charged))
        {
            // The limits keep no memory of what was refused.
            _limits.Release(terms, length);
            return TransactionRefusal.Payment;
        }

        chain.Events.Extrinsic = _next;
        chain.Balances.CountExtrinsic(signer);
        if (charged > Tao.Zero) Withdraw(signer, charged);
        DispatchResult result = chain.Dispatch(call, signer);
        DispatchTerms actual = terms.After(result);
        Tao fee = TransactionFees.Of(length, actual, extra.Tip);
        Settle(signer, charged, fee, extra.Tip);
        return Finish(result, terms, actual, fee);
    }

    private ICall DecodeCall(ReadOnlySpan<byte> bytes)
    {
        ScaleReader from = new(bytes) { Version = chain.Spec.Version };
        ICall call = CallTable.Decode(ref from);
        return from.IsAtEnd
            ? call
            : throw new FormatException($"{bytes.Length - from.Offset} bytes left after the call");
    }

    /// <summary>
    /// Eras and digests are asked first: without them there is nothing to verify.
    /// </summary>
    private ExtrinsicOutcome? CheckSignature(
        Extrinsic extrinsic, ExtrinsicSignature signed, AccountId signer)
    {
        ulong birth = signed.Extra.Era.Birth(chain.Block.Value);
        if (chain.BlockHashes.Of(birth) is not { } birthHash)
        {
            return TransactionRefusal.AncientBirthBlock;
        }

        bool wantsDigest = signed.Extra.MetadataHashMode == 1;
        if (wantsDigest && metadataHash is null) return TransactionRefusal.CannotLookup;
        if (signatureIsRight is null) return null;

        // Not in the constructor's place: an absent array would become an empty digest there.
        ReadOnlyMemory<byte>? digest = null;
        if (wantsDigest) digest = metadataHash!.Value.ToArray();
        SigningPayload payload = new(
            (uint)chain.Spec.Version,
            TransactionVersion,
            chain.BlockHashes.Genesis.ToArray(),
            birthHash.ToArray(),
            digest);
        byte[] message = payload.MessageOf(extrinsic.Call.Span, signed.Extra);
        return signatureIsRight(signer, signed.Signature, message)
            ? null
            : TransactionRefusal.BadProof;
    }

    private TransactionRefusal? CheckNonce(AccountId signer, uint nonce, Pays pays)
    {
        if (pays == Pays.Yes && !chain.Balances.IsReferenced(signer))
        {
            return TransactionRefusal.Payment;
        }

        uint expected = chain.Balances.NonceOf(signer);
        if (nonce == expected) return null;
        return nonce < expected ? TransactionRefusal.Stale : TransactionRefusal.Future;
    }

    private ExtrinsicOutcome ApplyUnsigned(ICall call, int length)
    {
        DispatchTerms terms = CallTable.TermsOf(call);
        if (!_limits.TryTake(terms, length)) return TransactionRefusal.ExhaustsResources;

        chain.Events.Extrinsic = _next;
        DispatchResult result = chain.DispatchAs(Origin.None, call);
        if (!result.IsOk && terms.Class == DispatchClass.Mandatory)
        {
            chain.Events.Extrinsic = null;
            _limits.Release(terms, length);
            return TransactionRefusal.BadMandatory;
        }

        return Finish(result, terms, terms.After(result), Tao.Zero);
    }

    private void Withdraw(AccountId signer, Tao charged)
    {
        chain.Balances.WithdrawFee(signer, charged);
        if (chain.Events.IsKept) chain.Events.Deposit(new BalanceWithdrawn(signer, charged));
    }

    /// <summary>Fees and tips are burned, from the balances and from the economy's count.</summary>
    private void Settle(AccountId signer, Tao charged, Tao fee, Tao tip)
    {
        if (charged > Tao.Zero)
        {
            Tao? refund = chain.Balances.SettleFee(signer, charged, charged - fee);
            chain.Issuance.Destroy(
                charged - (refund ?? Tao.Zero), FlowCause.TransactionFeeDestroyed);
            if (refund is { } given && chain.Events.IsKept)
            {
                chain.Events.Deposit(new BalanceDeposited(signer, given));
            }
        }

        if (chain.Events.IsKept) chain.Events.Deposit(new TransactionFeePaid(signer, fee, tip));
    }

    private ExtrinsicOutcome Finish(
        DispatchResult result, DispatchTerms declared, DispatchTerms actual, Tao fee)
    {
        _limits.GiveBack(declared.Class, declared.Weight.SaturatingSubtract(actual.Weight));
        DispatchTerms told = actual with
        {
            Weight = actual.Weight.SaturatingAdd(TransactionFees.BaseExtrinsic),
        };
        if (chain.Events.IsKept)
        {
            chain.Events.Deposit(result.Failure is { } failure
                ? new ExtrinsicFailed(failure, told)
                : new ExtrinsicSuccess(told));
        }

        chain.Events.Extrinsic = null;
        _next++;
        return new(Refusal: null, result, told, fee);
    }
}
