using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Sudo;

/// <summary>Gives the sudo key up for ever.</summary>
/// <remarks>Wire: Sudo.remove_key. Source: docs/spec/dispatch.md#sudo.</remarks>
public sealed record RemoveSudoKey : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SudoPallet, 4);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
    }

    internal static RemoveSudoKey Decode(ref ScaleReader from) => new();

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        DispatchResult check = chain.Sudo.Check(signer);
        if (!check.IsOk) return check;

        if (chain.Events.IsKept) chain.Events.Deposit(new KeyRemoved());
        chain.Sudo.RemoveKey();
        return DispatchResult.Ok.Costing(Pays.No);
    }
}
