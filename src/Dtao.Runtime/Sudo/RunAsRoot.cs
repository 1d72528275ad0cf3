using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Sudo;

/// <summary>Runs a call as root for the sudo key. The call may fail.</summary>
/// <remarks>Wire: Sudo.sudo. Source: docs/spec/dispatch.md#sudo.</remarks>
/// <param name="Call">The call.</param>
public sealed record RunAsRoot(ICall Call) : ISignedCall
{
    private static readonly Weight Own = new(35_729_000, 1_517);

    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SudoPallet, 0);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to) => to.Write(Call);

    internal static RunAsRoot Decode(ref ScaleReader from) => new(from.ReadCall());

    internal static Weight WeightOf(ICall inner) =>
        Own.SaturatingAdd(CallTable.WeightOf(inner));

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        DispatchResult check = chain.Sudo.Check(signer);
        if (!check.IsOk) return check;

        DispatchResult result = chain.DispatchAs(Origin.Root, Call);
        if (chain.Events.IsKept) chain.Events.Deposit(new Sudid(result));
        return DispatchResult.Ok.Costing(Pays.No);
    }
}
