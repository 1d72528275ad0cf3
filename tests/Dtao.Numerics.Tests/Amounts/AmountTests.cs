using System.Globalization;
using System.Numerics;
using Dtao.Testing;
using Xunit;

namespace Dtao.Numerics.Tests.Amounts;

public class AmountTests
{
    private static readonly ulong[] Edges =
        [
            0, 1, 2, 999_999_999, 1_000_000_000, 1_000_000_001, long.MaxValue, 1UL << 63,
            ulong.MaxValue - 1, ulong.MaxValue
        ];

    [Fact]
    public void Sums_and_differences_are_exact_or_refused_and_saturate_by_name()
    {
        Draws draws = Draws.For(1_401);
        List<ulong> values = [.. Edges];
        for (int value = 0; value < 60; value++)
        {
            values.Add((ulong)draws.Bits(64));
        }

        foreach (ulong left in values)
        {
            foreach (ulong right in values)
            {
                Compare(Tao.FromRao(left), Tao.FromRao(right));
                Compare(Alpha.FromRao(left), Alpha.FromRao(right));
            }
        }
    }

    [Fact]
    public void Amounts_are_ordered_by_rao()
    {
        foreach (ulong left in Edges)
        {
            foreach (ulong right in Edges)
            {
                (Tao a, Tao b) = (Tao.FromRao(left), Tao.FromRao(right));
                Assert.Equal(left < right, a < b);
                Assert.Equal(left <= right, a <= b);
                Assert.Equal(left > right, a > b);
                Assert.Equal(left >= right, a >= b);
                Assert.Equal(left == right, a == b);
                Assert.Equal(Math.Min(left, right), Tao.Min(a, b).Rao);
                Assert.Equal(Math.Max(left, right), Tao.Max(a, b).Rao);
                (Alpha c, Alpha d) = (Alpha.FromRao(left), Alpha.FromRao(right));
                Assert.Equal(left < right, c < d);
                Assert.Equal(left <= right, c <= d);
                Assert.Equal(left > right, c > d);
                Assert.Equal(left >= right, c >= d);
                Assert.Equal(Math.Min(left, right), Alpha.Min(c, d).Rao);
                Assert.Equal(Math.Max(left, right), Alpha.Max(c, d).Rao);
                Assert.Equal(left.CompareTo(right), c.CompareTo(d));
            }
        }
    }

    [Fact]
    public void Text_of_an_amount_is_read_back_as_the_same_amount()
    {
        Draws draws = Draws.For(1_402);
        List<ulong> values = [.. Edges];
        for (int value = 0; value < 5_000; value++)
        {
            values.Add((ulong)draws.Bits(64));
        }

        foreach (ulong rao in values)
        {
            string text = AmountText.Of(rao);

            Assert.Equal(rao, Tao.Parse(text).Rao);
            Assert.Equal(rao, Alpha.Parse(text).Rao);
            Assert.Equal(text + " TAO", Tao.FromRao(rao).ToString());
            Assert.Equal(text + " alpha", Alpha.FromRao(rao).ToString());
            decimal exact = rao / 1_000_000_000m;
            Assert.Equal(exact, decimal.Parse(text, CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("0.000000001", 1)]
    [InlineData("000.5", 500_000_000)]
    [InlineData("18446744073.709551615", ulong.MaxValue)]
    public void The_largest_and_the_smallest_amounts_can_be_read(string text, ulong rao)
    {
        Assert.Equal(rao, Tao.Parse(text).Rao);
    }

    [Theory]
    [InlineData("18446744073.709551616")]
    [InlineData("99999999999999999999999999999999999999")]
    [InlineData("0.0000000001")]
    [InlineData("")]
    [InlineData(".")]
    [InlineData(".5")]
    [InlineData("1.")]
    [InlineData("1.2.3")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1e3")]
    [InlineData("1,5")]
    [InlineData("0x10")]
    [InlineData("1.+5")]
    [InlineData("1.-5")]
    [InlineData("1. 5")]
    public void What_is_not_an_amount_is_refused(string text)
    {
        Assert.False(Tao.TryParse(text, out _));
        Assert.False(Alpha.TryParse(text, out _));
        Assert.Throws<FormatException>(() => Tao.Parse(text));
        Assert.Throws<FormatException>(() => Alpha.Parse(text));
    }

    [Fact]
    public void Whole_amounts_count_in_billions_and_do_not_overflow_silently()
    {
        Assert.Equal(21_000_000_000_000_000UL, Tao.Whole(21_000_000).Rao);
        Assert.Equal(18_446_744_073_000_000_000UL, Alpha.Whole(18_446_744_073).Rao);
        Assert.Throws<OverflowException>(() => Tao.Whole(18_446_744_074));
        Assert.Throws<OverflowException>(() => Alpha.Whole(18_446_744_074));
    }

    private static void Compare(Tao left, Tao right)
    {
        BigInteger sum = (BigInteger)left.Rao + right.Rao;
        BigInteger difference = (BigInteger)left.Rao - right.Rao;
        Assert.Equal(Saturated(sum), left.SaturatingAdd(right).Rao);
        Assert.Equal(Saturated(difference), left.SaturatingSubtract(right).Rao);
        if (sum <= ulong.MaxValue) Assert.Equal(sum, (left + right).Rao);
        else Assert.Throws<OverflowException>(() => left + right);
        if (difference.Sign >= 0) Assert.Equal(difference, (left - right).Rao);
        else Assert.Throws<OverflowException>(() => left - right);
    }

    private static void Compare(Alpha left, Alpha right)
    {
        BigInteger sum = (BigInteger)left.Rao + right.Rao;
        BigInteger difference = (BigInteger)left.Rao - right.Rao;
        Assert.Equal(Saturated(sum), left.SaturatingAdd(right).Rao);
        Assert.Equal(Saturated(difference), left.SaturatingSubtract(right).Rao);
        if (sum <= ulong.MaxValue) Assert.Equal(sum, (left + right).Rao);
        else Assert.Throws<OverflowException>(() => left + right);
        if (difference.Sign >= 0) Assert.Equal(difference, (left - right).Rao);
        else Assert.Throws<OverflowException>(() => left - right);
    }

    private static ulong Saturated(BigInteger value) =>
        (ulong)BigInteger.Min(ulong.MaxValue, BigInteger.Max(0, value));
}
