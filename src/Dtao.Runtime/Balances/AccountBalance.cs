using Dtao.Numerics;

namespace Dtao.Runtime.Balances;

/// <summary>What the chain keeps of an account: counters and balances.</summary>
/// <param name="Nonce">Transactions sent so far.</param>
/// <param name="Consumers">Reasons to keep the account alive.</param>
/// <param name="Providers">Reasons for the account to exist.</param>
/// <param name="Sufficients">Reasons that stand alone.</param>
/// <param name="Free">Balance that is not reserved. Unit: rao.</param>
/// <param name="Reserved">Balance held for others. Unit: rao.</param>
/// <param name="Frozen">Part of the balance that may not be spent. Unit: rao.</param>
/// <param name="Flags">Flags of the balances pallet.</param>
public readonly record struct AccountBalance(
    uint Nonce,
    uint Consumers,
    uint Providers,
    uint Sufficients,
    Tao Free,
    Tao Reserved,
    Tao Frozen,
    UInt128 Flags)
{
    /// <summary>Flag that every account of the present logic carries.</summary>
    public static readonly UInt128 NewLogic = (UInt128)1 << 127;

    /// <summary>An account of which nothing is stored; it is of the present logic.</summary>
    /// <remarks>Source: docs/spec/balances.md#accounts.</remarks>
    public static readonly AccountBalance None = new() { Flags = NewLogic };

    /// <summary>Part of the balance is reserved or frozen, which keeps the account.</summary>
    public bool IsHeld => Reserved > Tao.Zero || Frozen > Tao.Zero;

    /// <summary>A reason to exist may go: nothing needs the account, or others remain.</summary>
    public bool MayLoseProvider => Consumers == 0 || Providers > 1;
}
