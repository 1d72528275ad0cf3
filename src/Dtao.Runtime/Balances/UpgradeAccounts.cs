using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Balances;

/// <summary>Brings accounts to the present logic; free when nine of ten needed it.</summary>
/// <remarks>Wire: Balances.upgrade_accounts. Source: docs/spec/balances.md#upgrade.</remarks>
/// <param name="Who">The accounts.</param>
public sealed record UpgradeAccounts(AccountId[] Who) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(BalancesErrors.Pallet, 6);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to) =>
        to.WriteList(Who, static (writer, account) => writer.Write(account));

    internal static UpgradeAccounts Decode(ref ScaleReader from) =>
        new(from.ReadList(static (ref ScaleReader reader) => reader.ReadAccount()));

    /// <summary>Declared weight, which grows with the number of accounts.</summary>
    internal static Weight WeightOf(ICall call)
    {
        ulong count = (ulong)((UpgradeAccounts)call).Who.Length;
        return new(16_588_000 + (138_973_659 * count), 990 + (2_603 * count));
    }

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        long upgraded = 0;
        foreach (AccountId account in Who)
        {
            if (chain.Balances.Upgrade(account)) upgraded++;
        }

        // The part is rounded down to 10^-9, which cannot move a fraction across nine tenths.
        bool isFree = Who.Length > 0 && upgraded * 10 >= Who.LongLength * 9;
        return DispatchResult.Ok.Costing(isFree ? Pays.No : Pays.Yes);
    }
}
