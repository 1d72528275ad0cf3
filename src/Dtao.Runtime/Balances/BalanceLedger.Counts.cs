namespace Dtao.Runtime.Balances;

public sealed partial class BalanceLedger
{
    /// <summary>Free and reserved TAO of all accounts, one by one. Unit: rao.</summary>
    internal UInt128 CountAccounts() => _accounts.FoldInNoOrder(
        UInt128.Zero,
        static (sum, _, account) => sum + account.Free.Rao + account.Reserved.Rao);
}
