using System.Numerics;
using Dtao.Numerics;
using Dtao.Runtime.Emission;
using Dtao.Runtime.Spec;

namespace Dtao.Runtime.Tests.Conservation;

/// <summary>What a block step does to the totals, computed on whole numbers beforehand.</summary>
/// <remarks>Numbers with 32 fraction bits are written as their raw form.</remarks>
internal static class BlockBook
{
    private const int FractionBits = 32;
    private static readonly BigInteger Whole = BigInteger.One << FractionBits;
    private static readonly BigInteger Most = (BigInteger.One << 127) - 1;

    /// <summary>The book after the next block; the chain has not run it yet.</summary>
    public static Book After(Chain chain, Book before)
    {
        Book book = before.Copy();
        NetUid[] subnets =
            [.. chain.Subnets.InHashedKeyOrder().Where(static subnet => subnet != NetUid.Root)];
        BigInteger emission = (BigInteger)BlockEmission.At((ulong)book.Issuance) << FractionBits;
        BigInteger prices = subnets.Aggregate(
            BigInteger.Zero, (sum, subnet) => sum + MovingPrice(chain, subnet));
        BigInteger[] participants = new BigInteger[subnets.Length];
        for (int index = 0; index < subnets.Length; index++)
        {
            participants[index] = Inject(chain, before, book, subnets[index], emission, prices);
        }

        BigInteger root = Product(
            book[NetUid.Root].Tao << FractionBits, chain.Stakes.TaoWeight.Bits);
        for (int index = 0; index < subnets.Length; index++)
        {
            Sell(chain, book, subnets[index], participants[index], root);
        }

        return book;
    }

    private static BigInteger Inject(
        Chain chain, Book before, Book book, NetUid subnet, BigInteger emission, BigInteger prices)
    {
        Book.Account pool = before[subnet];
        BigInteger share = Quotient(Product(emission, MovingPrice(chain, subnet)), prices) ?? 0;
        BigInteger cap = (BigInteger)BlockEmission.At((ulong)(pool.AlphaIn + pool.AlphaOut))
            << FractionBits;
        BigInteger price = chain.Subnets.Mechanism(subnet) == Pools.PoolMechanism.Stable
            ? Whole
            : Quotient(pool.Tao << FractionBits, pool.AlphaIn << FractionBits) ?? 0;
        BigInteger alphaIn = BigInteger.Min(cap, Quotient(share, price) ?? cap) >> FractionBits;
        BigInteger taoIn = IsStopped(chain, subnet) ? 0 : share >> FractionBits;

        book[subnet] = new(
            pool.Tao + taoIn, pool.AlphaIn + alphaIn, pool.AlphaOut + (cap >> FractionBits));
        book.TotalStake += taoIn;
        book.Issuance += taoIn;
        return cap - Product(cap, chain.Emission.OwnerCut.Bits);
    }

    private static void Sell(
        Chain chain, Book book, NetUid subnet, BigInteger participants, BigInteger root)
    {
        Book.Account pool = book[subnet];
        BigInteger all = root + ((pool.AlphaIn + pool.AlphaOut) << FractionBits);
        BigInteger proportion = Quotient(root, all) ?? 0;
        BigInteger forRoot = Product(Product(proportion, participants), Whole / 2);
        BigInteger? dividends = book.Sell(chain, subnet, forRoot >> FractionBits);
        if (dividends is { } tao) book.Lose(Leak.RootDividends, tao);
    }

    private static bool IsStopped(Chain chain, NetUid subnet)
    {
        bool burn = chain.Registration.BurnIsOpen(subnet);
        bool work = chain.Registration.WorkIsOpen(subnet);
        return chain.Spec.EmissionGate == EmissionGate.BothClosed
            ? !burn && !work
            : !burn && work;
    }

    private static BigInteger MovingPrice(Chain chain, NetUid subnet) =>
        chain.Pools.MovingPriceOf(subnet).Value.Bits;

    private static BigInteger Product(BigInteger left, BigInteger right) =>
        BigInteger.Min(Most, (left * right) >> FractionBits);

    private static BigInteger? Quotient(BigInteger left, BigInteger right)
    {
        if (right.IsZero) return null;
        BigInteger quotient = (left << FractionBits) / right;
        return quotient > Most ? null : quotient;
    }
}
