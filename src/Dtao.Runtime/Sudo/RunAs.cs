using Dtao.Codec;
using Dtao.Codec.Extrinsics;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Sudo;

/// <summary>Runs a call as any account for the sudo key. The call may fail.</summary>
/// <remarks>Wire: Sudo.sudo_as. Source: docs/spec/dispatch.md#sudo.</remarks>
/// <param name="Who">The account.</param>
/// <param name="Call">The call.</param>
public sealed record RunAs(MultiAddress Who, ICall Call) : ISignedCall
{
    private static readonly Weight Own = new(36_003_000, 1_517);

    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SudoPallet, 3);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(Who);
        to.Write(Call);
    }

    internal static RunAs Decode(ref ScaleReader from) =>
        new(from.ReadAddress(), from.ReadCall());

    internal static Weight WeightOf(ICall inner) =>
        Own.SaturatingAdd(CallTable.WeightOf(inner));

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        DispatchResult check = chain.Sudo.Check(signer);
        if (!check.IsOk) return check;
        if (Who.Account is not { } account) return DispatchError.CannotLookup;

        DispatchResult result = chain.DispatchAs(Origin.Signed(account), Call);
        if (chain.Events.IsKept) chain.Events.Deposit(new SudoAsDone(result));
        return DispatchResult.Ok.Costing(Pays.No);
    }
}
