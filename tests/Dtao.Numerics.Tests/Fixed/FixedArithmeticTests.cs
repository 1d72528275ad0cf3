using System.Globalization;
using System.Numerics;
using Dtao.Testing;
using Xunit;

namespace Dtao.Numerics.Tests.Fixed;

public class FixedArithmeticTests
{
    private const int RandomPairs = 4_000;

    public static TheoryData<string> Formats => [.. FixedFormats.Names];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_operation_on_every_pair_of_edges_equals_the_whole_number_model(string name)
    {
        FixedFormat format = FixedFormats.Named(name);
        IReadOnlyList<BigInteger> edges = format.Edges();

        List<string> differences = [];
        foreach (BigInteger left in edges)
        {
            foreach (BigInteger right in edges)
            {
                Compare(format, left, right, differences);
            }
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences.Take(10)));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_operation_on_full_width_random_values_equals_the_whole_number_model(
        string name)
    {
        FixedFormat format = FixedFormats.Named(name);
        Draws draws = Draws.For(1_001);

        List<string> differences = [];
        for (int pair = 0; pair < RandomPairs; pair++)
        {
            BigInteger left = draws.Between(format.Model.Least, format.Model.Most);
            BigInteger right = draws.Between(format.Model.Least, format.Model.Most);
            Compare(format, left, right, differences);
        }

        Assert.True(
            differences.Count == 0, $"{draws}\n{string.Join('\n', differences.Take(10))}");
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_conversion_floors_and_then_stops_at_the_bounds(string name)
    {
        FixedFormat format = FixedFormats.Named(name);
        Draws draws = Draws.For(1_002);
        List<BigInteger> values = [.. format.Edges()];
        for (int value = 0; value < RandomPairs; value++)
        {
            values.Add(draws.Between(format.Model.Least, format.Model.Most));
        }

        List<string> differences = [];
        foreach (BigInteger value in values)
        {
            foreach (FixedFormat.Conversion conversion in format.Conversions)
            {
                string expected = conversion.Model(value);
                string actual = conversion.Engine(value);
                if (expected == actual) continue;
                differences.Add($"{name} {value} to {conversion.Name}: {expected}, got {actual}");
            }
        }

        Assert.True(
            differences.Count == 0, $"{draws}\n{string.Join('\n', differences.Take(10))}");
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Decimal_text_leads_back_to_the_same_raw_form(string name)
    {
        FixedFormat format = FixedFormats.Named(name);
        Draws draws = Draws.For(1_003);
        List<BigInteger> values = [.. format.Edges()];
        for (int value = 0; value < RandomPairs; value++)
        {
            values.Add(draws.Between(format.Model.Least, format.Model.Most));
        }

        foreach (BigInteger value in values)
        {
            string text = format.ToText(value);

            BigInteger read = Nearest(text, format.Model.FractionBits);
            Assert.True(read == value, $"{draws}: {name} {value} is shown as {text}");
        }
    }

    [Fact]
    public void Rounding_of_negative_numbers_differs_between_product_and_quotient()
    {
        I96F32 smallest = I96F32.FromBits(-1);
        I96F32 three = I96F32.FromInteger(3UL);

        Assert.Equal(-1, (smallest * I96F32.One).Bits);
        Assert.Equal(-1, (smallest * I96F32.FromBits(1)).Bits);
        Assert.Equal(0, (smallest / three).Bits);
    }

    private static void Compare(
        FixedFormat format, BigInteger left, BigInteger right, List<string> differences)
    {
        foreach (FixedFormat.Operation operation in format.Operations)
        {
            string expected = operation.Model(left, right);
            string actual = operation.Engine(left, right);
            if (expected == actual) continue;
            differences.Add(
                $"{format.Name} {left} {operation.Name} {right}: {expected}, got {actual}");
        }
    }

    private static BigInteger Nearest(string text, int fractionBits)
    {
        bool isNegative = text.StartsWith('-');
        string[] parts = text.TrimStart('-').Split('.');
        string fraction = parts.Length > 1 ? parts[1] : string.Empty;
        BigInteger digits = BigInteger.Parse(parts[0] + fraction, CultureInfo.InvariantCulture);
        BigInteger scale = BigInteger.Pow(10, fraction.Length);
        BigInteger twice = ((digits << (fractionBits + 1)) / scale) + 1;
        BigInteger magnitude = twice >> 1;
        return isNegative ? -magnitude : magnitude;
    }
}
