using Dtao.Codec;
using Dtao.Codec.Extrinsics;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Sudo;

/// <summary>Hands the sudo key to another account.</summary>
/// <remarks>Wire: Sudo.set_key. Source: docs/spec/dispatch.md#sudo.</remarks>
/// <param name="Successor">The other account.</param>
public sealed record SetSudoKey(MultiAddress Successor) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SudoPallet, 2);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to) => to.Write(Successor);

    internal static SetSudoKey Decode(ref ScaleReader from) => new(from.ReadAddress());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        DispatchResult check = chain.Sudo.Check(signer);
        if (!check.IsOk) return check;
        if (Successor.Account is not { } account) return DispatchError.CannotLookup;

        if (chain.Events.IsKept) chain.Events.Deposit(new KeyChanged(chain.Sudo.Key, account));
        chain.Sudo.SetKey(account);
        return DispatchResult.Ok.Costing(Pays.No);
    }
}
