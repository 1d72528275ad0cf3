using Dtao.Numerics;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Balances;

public sealed partial class BalanceLedger
{
    /// <summary>Free and reserved TAO of all accounts, one by one. Unit: rao.</summary>
    internal UInt128 CountAccounts()
    {
        AccountSum sum = default;
        _accounts.FoldInNoOrder(ref sum);
        return sum.Rao;
    }

    private struct AccountSum : IFold<AccountId, AccountBalance>
    {
        public UInt128 Rao;

        public void Add(in AccountId key, in AccountBalance value) =>
            Rao += (UInt128)value.Free.Rao + value.Reserved.Rao;
    }
}
