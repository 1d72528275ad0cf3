using System.Numerics;
using Dtao.Numerics;

namespace Dtao.Fuzz.Model;

/// <summary>Compares what a block step did with what the model says.</summary>
/// <remarks>
/// Who earns what in an epoch the model does not say; it says how much all may earn together.
/// Source: docs/spec/emission.md#distribution, docs/spec/invariants.md.
/// </remarks>
internal static class BlockComparison
{
    /// <summary>Upstream: a payment of 2^63 and more is read as a negative one.</summary>
    private static readonly BigInteger ReadAsNegative = BigInteger.One << 63;

    /// <summary>The first difference in words; null when there is none.</summary>
    /// <param name="expected">The book that the model moved.</param>
    /// <param name="before">Stakes before the step.</param>
    /// <param name="after">What the chain has stored.</param>
    /// <param name="model">The model.</param>
    public static string? First(Book expected, Book before, Book after, BlockModel model) =>
        BookComparison.FirstBesidesStakes(expected, after)
        ?? OfStakes(expected, before, after, model);

    /// <summary>The first stored number that differs, in words; null when none does.</summary>
    public static string? FirstNumber(BlockModel model, Parameters chain)
    {
        foreach (((string item, ushort subnet), BigInteger wanted) in model.Numbers)
        {
            BigInteger found = item == "SubnetMovingPrice"
                ? chain.Wide(item, subnet)
                : chain.Of(item, subnet);
            if (found == wanted) continue;
            return $"{item} of subnet {subnet}: the chain says {found}, the model {wanted}";
        }

        return null;
    }

    private static string? OfStakes(
        Book expected, Book before, Book after, BlockModel model)
    {
        Dictionary<ushort, BigInteger> gains = [];
        foreach (((AccountId hotkey, ushort subnet), BigInteger value) in after.Values)
        {
            BigInteger gain = value - before.Values.GetValueOrDefault((hotkey, subnet));
            if (gain.Sign < 0)
            {
                if (MostOn(subnet, model) >= ReadAsNegative) continue;
                return $"stake behind {hotkey} on subnet {subnet} fell by {-gain}";
            }

            gains[subnet] = gains.GetValueOrDefault(subnet) + gain;
        }

        foreach ((ushort subnet, BigInteger gain) in gains)
        {
            BigInteger most = MostOn(subnet, model);
            if (gain > most) return $"stakes on subnet {subnet} grew by {gain}, at most {most}";
        }

        bool nobodyIsPaid = model.Paid.Count == 0;
        return nobodyIsPaid ? BookComparison.FirstShare(expected, after) : null;
    }

    private static BigInteger MostOn(ushort subnet, BlockModel model) => subnet == 0
        ? model.PaidOnRoot
        : model.Paid.GetValueOrDefault(subnet);
}
