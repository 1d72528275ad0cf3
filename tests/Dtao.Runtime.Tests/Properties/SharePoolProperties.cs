using System.Numerics;
using Dtao.Numerics;
using Dtao.Runtime.Spec;
using Dtao.Runtime.Staking;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Properties;

/// <summary>What every sequence of deposits, rewards and withdrawals keeps.</summary>
public class SharePoolProperties
{
    private const int Holders = 5;

    public static TheoryData<SharePoolRule> Rules =>
        [SharePoolRule.First, SharePoolRule.WholeRemovals];

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_pool_s_value_is_what_was_moved_and_whole_removals_keep_all_sums(
        SharePoolRule rule)
    {
        Draws draws = Draws.For(6_001);
        for (int run = 0; run < 300; run++)
        {
            Sequence sequence = new(rule, draws);
            for (int step = 0; step < 60; step++)
            {
                sequence.Step();
                Assert.True(sequence.Problem() is null, $"{draws}: {sequence.Problem()}");
            }
        }
    }

    /// <summary>
    /// Below 10^5 units the fraction that is cut may be too large a remainder to go.
    /// </summary>
    [Fact]
    public void Withdrawing_everything_leaves_no_shares_behind()
    {
        Draws draws = Draws.For(6_002);
        for (int run = 0; run < 2_000; run++)
        {
            SharePool pool = new(SharePoolRule.WholeRemovals, Alpha.Zero, U64F64.Zero);
            U64F64[] shares = new U64F64[Holders];
            for (int holder = 0; holder < Holders; holder++)
            {
                long amount = (long)draws.Scaled(1_000_000, 1UL << 50);
                pool = pool.Change(shares[holder], amount, out shares[holder], out _)
                    .AddToAll((long)draws.Scaled(0, 1UL << 40));
            }

            for (int holder = 0; holder < Holders; holder++)
            {
                Alpha value = pool.ValueOf(shares[holder]);
                pool = pool.Change(
                    shares[holder], -(long)value.Rao, out shares[holder], out long actual);
                Assert.True((ulong)-actual >= value.Rao, draws.ToString());
                Assert.True(shares[holder] == U64F64.Zero, $"{draws}: {value} left shares");
            }

            Assert.True(pool.Denominator == U64F64.Zero, draws.ToString());
        }
    }

    [Fact]
    public void A_reward_is_divided_in_proportion_to_the_shares()
    {
        Draws draws = Draws.For(6_003);
        for (int run = 0; run < 2_000; run++)
        {
            U64F64 own = U64F64.FromInteger(draws.Scaled(1, 1UL << 50));
            U64F64 others = U64F64.FromInteger(draws.Scaled(1, 1UL << 50));
            ulong value = draws.Scaled(1, 1UL << 52);
            SharePool pool = new(
                SharePoolRule.WholeRemovals, Alpha.FromRao(value), own.SaturatingAdd(others));

            Alpha found = pool.AddToAll((long)(value / 2)).ValueOf(own);

            // Two cuts, each below one unit of the last place of its format.
            BigInteger exact = ((BigInteger)value + (value / 2)) * own.Bits / pool.Denominator.Bits;
            Assert.InRange(exact - found.Rao, BigInteger.Zero, BigInteger.One);
        }
    }

    [Fact]
    public void A_deposit_is_worth_what_was_paid_but_for_the_last_unit()
    {
        Draws draws = Draws.For(6_004);
        for (int run = 0; run < 2_000; run++)
        {
            long first = (long)draws.Scaled(1_000_000, 1UL << 50);
            SharePool pool = new SharePool(SharePoolRule.WholeRemovals, Alpha.Zero, U64F64.Zero)
                .Change(U64F64.Zero, first, out U64F64 _, out _);
            long amount = (long)draws.Scaled(1, 1UL << 50);

            SharePool after = pool.Change(U64F64.Zero, amount, out U64F64 shares, out _);

            ulong worth = after.ValueOf(shares).Rao;
            Assert.True(worth <= (ulong)amount && worth + 1 >= (ulong)amount, $"{draws} {amount}");
        }
    }

    [Theory]
    [InlineData(99_999, 0)]
    [InlineData(99_998, 2)]
    public void A_remainder_below_a_hundred_thousandth_goes_with_the_rest(
        long withdrawn, ulong remainder)
    {
        U64F64 shares = U64F64.FromInteger(100_000UL);
        SharePool pool = new(
            SharePoolRule.WholeRemovals, Alpha.FromRao(200_000), shares.SaturatingAdd(shares));

        SharePool after = pool.Change(shares, -withdrawn, out U64F64 own, out long actual);

        Assert.Equal(remainder, after.ValueOf(own).Rao);
        Assert.Equal(remainder == 0 ? -100_000 : -withdrawn, actual);
        Assert.Equal(200_000UL - (ulong)-actual, after.Value.Rao);
    }

    private sealed class Sequence(SharePoolRule rule, Draws draws)
    {
        private readonly U64F64[] _shares = new U64F64[Holders];
        private SharePool _pool = new(rule, Alpha.Zero, U64F64.Zero);
        private BigInteger _value;

        public void Step()
        {
            int holder = draws.Below(Holders);
            ulong own = _pool.ValueOf(_shares[holder]).Rao;
            long change = draws.Below(5) switch
            {
                0 or 1 => (long)draws.Scaled(1, 1UL << 50),
                2 => -(long)own,
                _ => -(long)draws.Scaled(0, own),
            };
            if (_shares[holder] == U64F64.Zero && change <= 0)
            {
                long reward = (long)draws.Scaled(0, 1UL << 48);
                _pool = _pool.AddToAll(reward);
                _value += reward;
                return;
            }

            _pool = _pool.Change(_shares[holder], change, out _shares[holder], out long actual);
            _value += actual;
        }

        public string? Problem()
        {
            BigInteger shares = 0;
            BigInteger values = 0;
            foreach (U64F64 own in _shares)
            {
                shares += own.Bits;
                values += _pool.ValueOf(own).Rao;
            }

            if (_value != _pool.Value.Rao) return $"value {_pool.Value}, moved {_value}";

            // Before, a holder's shares stopped at zero where the pool's went on, and Σ drifted.
            if (rule == SharePoolRule.First) return null;
            if (shares != _pool.Denominator.Bits)
            {
                return $"shares {shares}, denominator {_pool.Denominator.Bits}";
            }

            return values > _pool.Value.Rao ? $"values {values} of {_pool.Value}" : null;
        }
    }
}
