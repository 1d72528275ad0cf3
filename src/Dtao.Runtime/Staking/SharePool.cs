using Dtao.Numerics;
using Dtao.Runtime.Spec;

namespace Dtao.Runtime.Staking;

/// <summary>
/// The stake of all nominators of one hotkey on one subnet: a value and its shares.
/// </summary>
/// <remarks>
/// A holder's stake is value · shares / all shares, cut twice. Amounts enter as signed 64-bit
/// numbers as upstream casts them. Source: docs/spec/staking.md#share-pool;
/// vectors: vectors/share_pool.json.gz.
/// </remarks>
/// <param name="Rule">How the version at hand converts.</param>
/// <param name="Value">Value of the whole pool. Unit: 10^-9 alpha; rao on root.</param>
/// <param name="Denominator">All shares. Unit: shares.</param>
public readonly record struct SharePool(SharePoolRule Rule, Alpha Value, U64F64 Denominator)
{
    // Less than a hundred-thousandth of the holder's shares may not remain.
    private static readonly U64F64 LeastRemainder = U64F64.FromBits(184_467_440_737_096);

    // A pool must be able to grow by a year of emission and still divide.
    private static readonly U64F64 YearOfEmission = U64F64.FromInteger(2_628_000_000_000_000UL);

    private U64F64 FixedValue => U64F64.FromInteger(Value.Rao);

    /// <summary>Value of a holder's shares.</summary>
    public Alpha ValueOf(U64F64 shares)
    {
        if (FixedValue.TryDivide(Denominator, out U64F64 valueOfShare))
        {
            return Alpha.FromRao(valueOfShare.SaturatingMultiply(shares).FloorToUInt64());
        }

        if (Rule == SharePoolRule.First) return Alpha.Zero;
        U64F64 value = FixedValue.SaturatingMultiply(shares).SafeDivide(Denominator);
        return Alpha.FromRao(value.FloorToUInt64());
    }

    /// <summary>The pool when every holder gains or loses in proportion.</summary>
    public SharePool AddToAll(long amount)
    {
        U64F64 value = amount >= 0
            ? FixedValue.SaturatingAdd(U64F64.FromInteger(amount))
            : FixedValue.SaturatingSubtract(U64F64.FromInteger(unchecked(-amount)));
        return this with { Value = Alpha.FromRao(value.FloorToUInt64()) };
    }

    /// <summary>A change of this size would change the shares of a holder.</summary>
    public bool IsPreciseEnough(long amount) =>
        Denominator == U64F64.Zero || SharesFor(amount) != I64F64.Zero;

    /// <summary>The pool after one holder's stake changed.</summary>
    /// <param name="shares">Shares of the holder before.</param>
    /// <param name="amount">Change asked for; negative to withdraw.</param>
    /// <param name="sharesAfter">Shares of the holder afterwards.</param>
    /// <param name="actual">Change applied; a withdrawal may take the whole position.</param>
    public SharePool Change(
        U64F64 shares, long amount, out U64F64 sharesAfter, out long actual) =>
        Rule == SharePoolRule.First
            ? ChangeValueFirst(shares, amount, out sharesAfter, out actual)
            : ChangeSharesFirst(shares, amount, out sharesAfter, out actual);

    private SharePool ChangeSharesFirst(
        U64F64 shares, long amount, out U64F64 sharesAfter, out long actual)
    {
        actual = amount;
        if (Denominator == U64F64.Zero)
        {
            // The first holder's shares equal the amount; value without shares becomes his.
            sharesAfter = U64F64.FromInteger(amount);
            return (this with { Denominator = sharesAfter }).AddToAll(amount);
        }

        I64F64 change = SharesFor(amount);
        if (change >= I64F64.Zero)
        {
            U64F64 added = change.ToU64F64();
            sharesAfter = shares.SaturatingAdd(added);
            return (this with { Denominator = Denominator.SaturatingAdd(added) })
                .AddToAll(amount);
        }

        U64F64 removed = I64F64.Zero.SaturatingSubtract(change).ToU64F64();
        U64F64 denominator = Denominator.SaturatingSubtract(removed);
        sharesAfter = shares.SaturatingSubtract(removed);
        bool remainderIsTooSmall = sharesAfter.SafeDivide(shares) < LeastRemainder;
        bool poolIsTooThin = !FixedValue.SaturatingAdd(YearOfEmission)
            .TryDivide(denominator, out _);
        if (remainderIsTooSmall || poolIsTooThin)
        {
            actual = unchecked(-(long)ValueOf(shares).Rao);
            sharesAfter = U64F64.Zero;
            denominator = Denominator.SaturatingSubtract(shares);
        }

        return (this with { Denominator = denominator }).AddToAll(actual);
    }

    private SharePool ChangeValueFirst(
        U64F64 shares, long amount, out U64F64 sharesAfter, out long actual)
    {
        actual = amount;
        SharePool after = AddToAll(amount);
        if (Denominator == U64F64.Zero)
        {
            // Upstream: value that was already there is counted in shares.
            sharesAfter = after.FixedValue;
            return after with { Denominator = sharesAfter };
        }

        I64F64 change = SharesFor(amount);
        if (change >= I64F64.Zero)
        {
            U64F64 added = change.ToU64F64();
            sharesAfter = shares.SaturatingAdd(added);
            return after with { Denominator = Denominator.SaturatingAdd(added) };
        }

        U64F64 removed = I64F64.Zero.SaturatingSubtract(change).ToU64F64();
        sharesAfter = shares.SaturatingSubtract(removed);
        return after with { Denominator = Denominator.SaturatingSubtract(removed) };
    }

    private I64F64 SharesFor(long amount)
    {
        I64F64 update = I64F64.FromInteger(amount);

        // A pool that never earned a dividend: a share is worth one, exactly.
        if (Denominator == FixedValue && Denominator != U64F64.Zero) return update;
        if (FixedValue.TryDivide(Denominator, out U64F64 valueOfShare))
        {
            return update.SafeDivide(valueOfShare.ToI64F64());
        }

        if (Rule == SharePoolRule.First) return I64F64.Zero;
        return update.SafeDivide(FixedValue.ToI64F64())
            .SaturatingMultiply(Denominator.ToI64F64());
    }
}
