using Dtao.Runtime.Emission.Rules;

namespace Dtao.Conformance.State;

/// <summary>Intermediate values of a block under a rule, by their names in the files.</summary>
internal static class RuleTrace
{
    private static readonly Dictionary<string, Func<SubnetTerms, object?>> OfSubnets = new()
    {
        ["price"] = static terms => terms.Price.Bits,
        ["share"] = static terms => terms.Demand.Bits,
        ["tao_emission"] = static terms => terms.TaoEmission.Bits,
        ["alpha_emission"] = static terms => terms.AlphaEmission.Bits,
        ["tao_in"] = static terms => terms.TaoIn.Bits,
        ["alpha_in"] = static terms => terms.AlphaIn.Bits,
        ["alpha_out"] = static terms => terms.AlphaOut.Bits,
        ["excess_tao"] = static terms => terms.Excess.Bits,
        ["root_proportion"] = static terms => terms.RootShare.Bits,
        ["flow"] = static terms => terms.Flow.Bits,
    };

    private static readonly Dictionary<string, Func<EmissionBlock, object?>> OfBlock = new()
    {
        ["root_sell_flag"] = static block => block.RootIsPaid,
        ["lower_limit"] = static block => block.LowerLimit.Bits,
        ["norm_factor"] = static block => block.NormFactor.Bits,
        ["total_moving_prices"] = static block => block.SumOfMovingPrices,
    };

    /// <summary>Expects every value of a trace.</summary>
    public static void Expect(VectorNode trace, EmissionBlock block)
    {
        foreach ((string name, VectorNode values) in trace.Fields())
        {
            if (OfSubnets.TryGetValue(name, out Func<SubnetTerms, object?>? value))
            {
                ExpectSubnets(values, block, value);
            }
            else if (OfBlock.TryGetValue(name, out Func<EmissionBlock, object?>? whole))
            {
                values.Expect(whole(block));
            }
            else
            {
                throw new VectorFormatException(
                    $"{values.Path}: the value '{name}' is unknown");
            }
        }
    }

    /// <summary>Expects one value of each subnet that takes part, and of no other.</summary>
    public static void ExpectSubnets(
        VectorNode values, EmissionBlock block, Func<SubnetTerms, object?> value)
    {
        HashSet<string> shown = [.. values.Fields().Select(static field => field.Name)];
        foreach (SubnetTerms terms in block.Subnets)
        {
            string name = $"{terms.Subnet.Value}";
            if (shown.Remove(name)) values[name].Expect(value(terms));
            else values.Log.Report($"{values.Path}.{name}", "nothing", $"{value(terms)}");
        }

        foreach (string name in shown)
        {
            values.Log.Report($"{values.Path}.{name}", "a value", "nothing");
        }
    }
}
