using System.Numerics;
using Dtao.Crypto.Curves;
using Dtao.Testing;
using Xunit;

namespace Dtao.Crypto.Tests;

/// <summary>The arithmetic under signatures, against whole numbers of any length.</summary>
public class CurveTests
{
    private static readonly BigInteger Modulus = BigInteger.Pow(2, 255) - 19;

    private static readonly BigInteger Order = BigInteger.Pow(2, 252)
        + BigInteger.Parse("27742317777372353535851937790883648493");

    [Fact]
    public void Field_elements_compute_as_whole_numbers_modulo_the_prime()
    {
        Draws draws = Draws.For(9_020);
        for (int round = 0; round < 5_000; round++)
        {
            BigInteger a = Draw(draws);
            BigInteger b = Draw(draws);
            FieldElement x = Of(a);
            FieldElement y = Of(b);

            Assert.Equal(Rest(a), ValueOf(x));
            Assert.Equal(Rest(a + b), ValueOf(x + y));
            Assert.Equal(Rest(a - b), ValueOf(x - y));
            Assert.Equal(Rest(a * b), ValueOf(x * y));
            Assert.Equal(Rest(-a * (a - b) * (a + b)), ValueOf(-x * (x - y) * (x + y)));
            Assert.Equal(!Rest(a).IsEven, x.IsNegative);
        }
    }

    [Fact]
    public void A_root_is_found_exactly_when_there_is_one()
    {
        Draws draws = Draws.For(9_021);
        for (int round = 0; round < 200; round++)
        {
            BigInteger u = Draw(draws);
            BigInteger v = Draw(draws);
            BigInteger quotient = Rest(u * BigInteger.ModPow(v, Modulus - 2, Modulus));
            BigInteger symbol = BigInteger.ModPow(quotient, (Modulus - 1) / 2, Modulus);

            bool isSquare = FieldRoots.TryRoot(Of(u), Of(v), out FieldElement root);

            Assert.Equal(symbol <= 1 && (!Rest(v).IsZero || Rest(u).IsZero), isSquare);
            Assert.False(root.IsNegative);
            if (isSquare) Assert.Equal(quotient, Rest(ValueOf(root) * ValueOf(root)));
        }
    }

    // From RFC 9496, appendix A.1.
    [Theory]
    [InlineData(0, "0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData(1, "e2f2ae0a6abc4e71a884a961c500515f58e30b6aa582dd8db6a65945e08d2d76")]
    [InlineData(2, "6a493210f7499cd17fecb510ae0cea23a110e8d5b901f8acadd3095c73a3b919")]
    public void Multiples_of_the_base_point_are_those_of_the_standard(byte times, string bytes)
    {
        byte[] scalar = Bytes(times);

        Assert.Equal(bytes, Text(Times(times)));
        Assert.Equal(bytes, Text(EdwardsPoint.Combined(scalar, EdwardsPoint.Base, new byte[32])));
    }

    [Fact]
    public void Multiples_add_up_and_come_back_from_their_bytes()
    {
        Draws draws = Draws.For(9_022);
        for (int round = 0; round < 40; round++)
        {
            BigInteger a = Draw(draws) % Order;
            BigInteger b = Draw(draws) % Order;
            EdwardsPoint one = Times(a);
            EdwardsPoint both = EdwardsPoint.Combined(Bytes(a), EdwardsPoint.Base, Bytes(b));

            Assert.Equal(Text(Times((a + b) % Order)), Text(both));
            Assert.Equal(Text(both), Text(one + Times(b)));
            Assert.Equal(Text(one + one), Text(one.Doubled()));
            Assert.True((one + -one).IsNeutral);
            Assert.True(EdwardsPoint.TryReadRistretto(
                Convert.FromHexString(Text(one)), out EdwardsPoint again));
            Assert.Equal(Text(one), Text(again));
        }
    }

    [Fact]
    public void Only_numbers_below_the_order_are_reduced()
    {
        Assert.True(GroupScalar.IsReduced(Bytes(Order - 1)));
        Assert.False(GroupScalar.IsReduced(Bytes(Order)));
        Assert.Equal(Bytes(7), GroupScalar.Reduce(Bytes(Order + 7)));
    }

    // Numbers of every width, and those around the ends of limbs and of the field.
    private static BigInteger Draw(Draws draws)
    {
        if (draws.OneIn(3)) return (Modulus + draws.Below(40) - 20) % BigInteger.Pow(2, 255);
        BigInteger value = (draws.Bits(128) << draws.Below(128)) ^ draws.Bits(128);
        return draws.OneIn(3) ? (BigInteger.One << (51 * draws.Below(5))) - draws.Below(2) : value;
    }

    private static EdwardsPoint Times(BigInteger scalar) =>
        EdwardsPoint.Combined(new byte[32], EdwardsPoint.Neutral, Bytes(scalar));

    private static BigInteger Rest(BigInteger value) => ((value % Modulus) + Modulus) % Modulus;

    private static FieldElement Of(BigInteger value) => FieldElement.Read(Bytes(value));

    private static BigInteger ValueOf(in FieldElement element)
    {
        byte[] bytes = new byte[32];
        element.Write(bytes);
        return new(bytes, isUnsigned: true);
    }

    private static byte[] Bytes(BigInteger value)
    {
        byte[] bytes = new byte[32];
        value.TryWriteBytes(bytes, out _, isUnsigned: true);
        return bytes;
    }

    private static string Text(in EdwardsPoint point)
    {
        byte[] bytes = new byte[32];
        point.WriteRistretto(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
