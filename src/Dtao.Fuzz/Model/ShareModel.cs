using System.Numerics;

namespace Dtao.Fuzz.Model;

/// <summary>A share pool by the words of the specification.</summary>
/// <remarks>Source: docs/spec/staking.md#share-pool.</remarks>
/// <param name="Value">Value of the pool. Unit: 10^-9 alpha; rao on root.</param>
/// <param name="All">All shares, in units of 2^-64.</param>
internal readonly record struct ShareModel(BigInteger Value, BigInteger All)
{
    private static readonly BigInteger LeastRemainder = 184_467_440_737_096;
    private static readonly BigInteger YearOfEmission = 2_628_000_000_000_000;

    private static FixedFormat S => FixedFormat.U64F64;

    private static FixedFormat Q => FixedFormat.I64F64;

    public BigInteger ValueOf(BigInteger shares, int version)
    {
        BigInteger value = S.Of(Value);
        if (S.TryDivide(value, All) is { } each) return S.Floor(S.Multiply(each, shares));
        return version <= 239 ? 0 : S.Floor(S.Divide(S.Multiply(value, shares), All));
    }

    public ShareModel AddToAll(BigInteger change) => this with
    {
        Value = S.Floor(S.Saturate(S.Of(Value) + (change.Sign * S.Of(BigInteger.Abs(change))))),
    };

    public BigInteger SharesFor(BigInteger change, int version)
    {
        BigInteger value = S.Of(Value);
        if (S.TryDivide(value, All) is { } each) return Q.Divide(Q.Of(change), Q.Saturate(each));
        return version <= 239
            ? 0
            : Q.Multiply(Q.Divide(Q.Of(change), Q.Saturate(value)), Q.Saturate(All));
    }

    /// <summary>The pool, the holder's shares and the change that was made.</summary>
    public (ShareModel Pool, BigInteger Shares, BigInteger Actual) Change(
        BigInteger shares, BigInteger change, int version) => version <= 239
            ? ChangeOfOld(shares, change, version)
            : ChangeOfNew(shares, change, version);

    public bool IsPreciseFor(BigInteger change, int version) =>
        All.IsZero || !SharesFor(change, version).IsZero;

    private (ShareModel Pool, BigInteger Shares, BigInteger Actual) ChangeOfNew(
        BigInteger shares, BigInteger change, int version)
    {
        if (All.IsZero)
        {
            BigInteger first = S.Of(change);
            return ((this with { All = first }).AddToAll(change), first, change);
        }

        BigInteger part = SharesFor(change, version);
        BigInteger all = S.Saturate(All + part);
        BigInteger after = S.Saturate(shares + part);
        if (part.Sign >= 0) return ((this with { All = all }).AddToAll(change), after, change);

        bool isTooSmall = S.Divide(after, shares) < LeastRemainder;
        BigInteger year = S.Add(S.Of(Value), S.Of(YearOfEmission));
        if (isTooSmall || S.TryDivide(year, all) is null)
        {
            change = Amount.Negated(ValueOf(shares, version));
            all = S.Subtract(All, shares);
            after = 0;
        }

        return ((this with { All = all }).AddToAll(change), after, change);
    }

    private (ShareModel Pool, BigInteger Shares, BigInteger Actual) ChangeOfOld(
        BigInteger shares, BigInteger change, int version)
    {
        ShareModel changed = AddToAll(change);
        if (All.IsZero)
        {
            BigInteger first = S.Of(changed.Value);
            return (changed with { All = first }, first, change);
        }

        BigInteger part = SharesFor(change, version);
        return (
            changed with { All = S.Saturate(All + part) }, S.Saturate(shares + part), change);
    }
}
