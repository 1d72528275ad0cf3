using System.Numerics;

namespace Dtao.Fuzz.Model;

/// <summary>An account by the words of the specification.</summary>
/// <remarks>Source: docs/spec/balances.md#accounts.</remarks>
/// <param name="Consumers">Reasons to keep the account.</param>
/// <param name="Providers">Reasons for it to exist.</param>
/// <param name="Free">Free balance. Unit: rao.</param>
/// <param name="Reserved">Reserved balance. Unit: rao.</param>
/// <param name="Frozen">Part that may not be spent. Unit: rao.</param>
internal readonly record struct AccountModel(
    uint Consumers, uint Providers, BigInteger Free, BigInteger Reserved, BigInteger Frozen)
{
    /// <summary>The account may fall below the existential deposit.</summary>
    public bool MayLoseProvider => Consumers == 0 || Providers > 1;

    /// <summary>What may be spent.</summary>
    public BigInteger Spendable(bool keepAlive)
    {
        bool stays = keepAlive || (Free.Sign > 0 && !MayLoseProvider);
        BigInteger untouchable = BigInteger.Max(
            Frozen - Reserved, stays ? BalanceRules.ExistentialDeposit : 0);
        return BigInteger.Max(0, Free - BigInteger.Max(0, untouchable));
    }
}
