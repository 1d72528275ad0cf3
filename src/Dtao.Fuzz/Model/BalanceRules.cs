using System.Numerics;

namespace Dtao.Fuzz.Model;

/// <summary>Constants of the specification, written out once more.</summary>
internal static class BalanceRules
{
    /// <summary>Below this an account does not exist. Unit: rao.</summary>
    public static BigInteger ExistentialDeposit { get; } = 500;

    /// <summary>Least value of a stake operation. Unit: rao.</summary>
    public static BigInteger LeastStake { get; } = 500_000;

    /// <summary>Fee of staking or unstaking. Unit: rao.</summary>
    public static BigInteger Fee { get; } = 50_000;

    /// <summary>Fee of each half of a move. Unit: rao.</summary>
    public static BigInteger HalfFee { get; } = 25_000;
}
