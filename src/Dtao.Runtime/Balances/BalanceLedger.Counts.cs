using Dtao.Numerics;
using Dtao.Runtime.Flows;
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

    /// <summary>Raises the sum of balances, at most to 2^64 - 1.</summary>
    private void RaiseSum(Tao amount)
    {
        Tao before = _totalIssuance.Value;
        _totalIssuance.Value = before.SaturatingAdd(amount);
        _flows.NoteCeiling(FlowCause.BalanceSumCeiling, NetUid.Root, before.Rao, amount.Rao);
    }

    /// <summary>Lowers the sum of balances, at most to zero.</summary>
    /// <remarks>It holds less than it should lose only after root lowered it by force.</remarks>
    private void LowerSum(Tao amount)
    {
        Tao before = _totalIssuance.Value;
        _totalIssuance.Value = before.SaturatingSubtract(amount);
        _flows.NoteFloor(FlowCause.BalanceSumFloor, NetUid.Root, before.Rao, amount.Rao);
    }

    private struct AccountSum : IFold<AccountId, AccountBalance>
    {
        public UInt128 Rao;

        public void Add(in AccountId key, in AccountBalance value) =>
            Rao += (UInt128)value.Free.Rao + value.Reserved.Rao;
    }
}
