using System.Numerics;
using Dtao.Numerics;
using Dtao.Runtime.Registration;
using Dtao.Runtime.Subnets;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Properties;

/// <summary>Costs of registration.</summary>
public class RegistrationProperties
{
    private static readonly Tao Least = Tao.Whole(1);

    [Fact]
    public void The_lock_cost_doubles_at_a_registration_and_falls_to_its_minimum()
    {
        Tao last = Tao.Whole(1_000);
        BlockNumber registered = new(5_000);

        Assert.Equal(Tao.Whole(2_000), At(last, 5_000));
        Assert.Equal(Tao.Whole(2_000).Rao - (last.Rao / 100), At(last, 5_001).Rao);
        Assert.Equal(Tao.Whole(1_000), At(last, 5_100));
        Assert.Equal(Least, At(last, 5_200));
        Assert.Equal(Least, At(last, ulong.MaxValue));
        Assert.Equal(Tao.Whole(2_000), At(last, 4_999));

        Tao At(Tao paid, ulong block) =>
            LockCost.At(paid, Least, registered, interval: 100, new(block));
    }

    [Fact]
    public void The_first_subnet_ever_does_not_double_the_cost()
    {
        Tao cost = LockCost.At(Tao.Whole(3), Least, new(0), interval: 100, new(0));

        Assert.Equal(Tao.Whole(3), cost);
    }

    [Fact]
    public void The_lock_cost_never_rises_with_time_and_never_overflows()
    {
        Draws draws = Draws.For(8_001);
        for (int round = 0; round < 20_000; round++)
        {
            Tao last = Tao.FromRao((ulong)draws.Bits(64));
            BlockNumber registered = new((ulong)draws.Bits(40));
            ulong interval = (ulong)draws.Bits(20);
            ulong now = registered.Value + (ulong)draws.Bits(30);

            Tao before = LockCost.At(last, Least, registered, interval, new(now));
            Tao after = LockCost.At(last, Least, registered, interval, new(now + 1));

            Assert.True(after <= before, $"{draws}: {last} {registered} {interval} {now}");
            Assert.True(after >= Least, draws.ToString());
        }
    }

    [Fact]
    public void The_adjusted_value_stays_between_its_bounds_and_moves_the_right_way()
    {
        Draws draws = Draws.For(8_002);
        for (int round = 0; round < 20_000; round++)
        {
            ulong value = draws.Scaled(1, 1UL << 50);
            ushort target = (ushort)draws.Scaled(1, 1_000);
            ushort came = (ushort)draws.Scaled(0, 3_000);
            ulong weight = draws.UInt64();

            ulong next = Adjustment.Next(value, came, target, weight, 0, ulong.MaxValue);

            // Up to what 18 bits of the weight cut away from either part.
            ulong slack = 2 + (value >> 16) + (((ulong)came + target) * (value >> 16) / target);
            if (came >= target) Assert.True(next + slack >= value, $"{draws}: {value} {next}");
            if (came <= target) Assert.True(next <= value + slack, $"{draws}: {value} {next}");
            Assert.Equal(
                Math.Clamp(next, 1_000UL, 1_000_000),
                Adjustment.Next(value, came, target, weight, 1_000, 1_000_000));
        }
    }

    [Fact]
    public void Without_weight_on_the_past_the_value_follows_the_registrations_exactly()
    {
        Draws draws = Draws.For(8_003);
        for (int round = 0; round < 20_000; round++)
        {
            ulong value = draws.Scaled(1, 1UL << 50);
            ushort target = (ushort)draws.Scaled(1, 1_000);
            ushort came = (ushort)draws.Scaled(0, 3_000);

            ulong next = Adjustment.Next(value, came, target, 0, 0, ulong.MaxValue);

            BigInteger exact = (BigInteger)value * (came + target) / (2 * target);
            Assert.True(exact == next, $"{draws}: {value} {came} {target}");
        }
    }
}
