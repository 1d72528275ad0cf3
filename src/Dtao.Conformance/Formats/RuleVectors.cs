using Dtao.Conformance.State;
using Dtao.Numerics;
using Dtao.Runtime.Emission.Rules;

namespace Dtao.Conformance.Formats;

/// <summary>Emission rules of later releases, block by block and piece by piece.</summary>
internal static class RuleVectors
{
    /// <summary>Files of one rule.</summary>
    public static VectorFormat Blocks { get; } = new(
        "rule", new Dictionary<string, Action<VectorNode>>
        {
            ["scenarios"] = RunScenario,
            ["emissions"] = RunEmissions,
            ["pow_normalize"] = RunPowers,
            ["moving_price"] = RunMovingPrice,
        });

    /// <summary>Several rules, one after the other, over one state.</summary>
    public static VectorFormat Transitions { get; } = new(
        "transitions", new Dictionary<string, Action<VectorNode>>
        {
            ["scenarios"] = RunScenario,
        });

    private static void RunScenario(VectorNode scenario)
    {
        RuleChain chain = new(scenario);
        foreach (VectorNode step in scenario["steps"].Items())
        {
            EmissionRule rule = step.Find("spec") is { } spec
                ? RuleOf(step, spec.Number<int>(), isWeighted: false)
                : RuleOf(scenario);
            if (step.Find("before_patch") is { } patch) chain.Give(patch);
            chain.RunBlock(step, rule);
            if (scenario.Log.First is not null) return;
        }
    }

    private static void RunEmissions(VectorNode call)
    {
        RuleChain chain = new(call);
        chain.Divide(call, RuleOf(call));
    }

    private static void RunPowers(VectorNode call)
    {
        (string Subnet, VectorNode Node)[] operands = [.. call["in"].Fields()];
        U64F64[] values =
            [.. operands.Select(static x => U64F64.FromBits(x.Node.Number<UInt128>()))];
        PowerNormalization.Run(values, U64F64.FromBits(call["p"].Number<UInt128>()));
        VectorNode results = call["out"];
        for (int index = 0; index < operands.Length; index++)
        {
            results[operands[index].Subnet].Expect(values[index].Bits);
        }
    }

    private static void RunMovingPrice(VectorNode sequence)
    {
        RuleChain chain = new(sequence);
        NetUid subnet = new(1);
        foreach (VectorNode step in sequence["steps"].Items())
        {
            chain.Test.At(step["block"]);
            StoredItem.Of(chain.Test.Chain, "SubnetTAO")
                .Put(subnet, step["SubnetTAO"].Number<ulong>());
            StoredItem.Of(chain.Test.Chain, "SubnetAlphaIn")
                .Put(subnet, step["SubnetAlphaIn"].Number<ulong>());
            chain.Test.Chain.RuleCoinbase.MovePrice(RuleOf(sequence), subnet);
            step["SubnetMovingPrice"].Expect(
                chain.Test.Chain.Pools.StoredMovingPrice(subnet).Value.Bits);
        }
    }

    private static EmissionRule RuleOf(VectorNode node) => RuleOf(
        node, node.Log.File.Version, node.Log.File.StatesHold("SwapBalancer"));

    private static EmissionRule RuleOf(VectorNode node, int release, bool isWeighted)
    {
        string ending = $"@{release}{(isWeighted ? " weighted" : string.Empty)}";
        EmissionRule[] exact = [.. EmissionRules.All
            .Where(static rule => rule.Fidelity == RuleFidelity.Exact)];
        return Array.Find(exact, rule => rule.Name.EndsWith(ending, StringComparison.Ordinal))
            ?? throw new VectorFormatException(
                $"{node.Path}: there is no exact rule of release {ending[1..]}, there are "
                + string.Join(", ", exact.Select(static rule => rule.Name)));
    }
}
