using Dtao.Numerics;
using Dtao.Runtime.Emission.Rules;

namespace Dtao.Conformance.State;

/// <summary>A chain of a rule's file: subnets are told by their mechanism alone.</summary>
internal sealed class RuleChain
{
    /// <summary>
    /// Liquidity of providers, of which there is none here: releases store that as zero.
    /// </summary>
    private static readonly string[] Ignored = ["SubnetAlphaInProvided", "SubnetTaoProvided"];

    /// <summary>A chain with the case's state.</summary>
    public RuleChain(VectorNode scenario)
    {
        Test = ChainUnderTest.Start(scenario);
        Test.Chain.Pools.UsesWeights = scenario.Log.File.StatesHold("SwapBalancer");
        AssumeSubnets();
    }

    /// <summary>The chain, beside the expected state.</summary>
    public ChainUnderTest Test { get; }

    private RuleCoinbase Coinbase => Test.Chain.RuleCoinbase;

    /// <summary>Changes that users made before a block.</summary>
    public void Give(VectorNode patch)
    {
        Test.Give(patch);
        AssumeSubnets();
    }

    /// <summary>Runs one block of emission and compares everything that the file tells.</summary>
    public void RunBlock(VectorNode step, EmissionRule rule)
    {
        Test.At(step["block"]);
        ulong emission = step["block_emission"].Number<ulong>();
        bool isOfCurve = step["emission_source"].Text() switch
        {
            "curve" => true,
            "given" => false,
            string other => throw new VectorFormatException(
                $"{step.Path}.emission_source: '{other}' is neither given nor curve"),
        };

        // As the block step does: evaluating the curve also writes the stored emission.
        if (isOfCurve) emission = Test.Chain.Emission.EvaluateCurve(Test.Chain.Issuance.Total.Rao);
        List<ChainTrade> trades = [];
        Coinbase.Block.Trades = trades;
        Coinbase.Emit(rule, Tao.FromRao(emission));
        step["block_emission"].Expect(Coinbase.Block.Emission.Rao);
        RuleTrace.Expect(step["trace"], Coinbase.Block);
        if (step.Find("swaps") is { } swaps) swaps.Expect(trades.Select(TextOf).ToList());
        Test.ExpectPatch(step["patch"], Ignored);
    }

    /// <summary>Finds the TAO of every subnet and compares it.</summary>
    public void Divide(VectorNode call, EmissionRule rule)
    {
        Test.At(call["block"]);
        Coinbase.Divide(rule, Tao.FromRao(call["block_emission"].Number<ulong>()));
        RuleTrace.Expect(call["trace"], Coinbase.Block);
        RuleTrace.ExpectSubnets(
            call["tao_emission"], Coinbase.Block, static terms => terms.TaoEmission.Bits);
        Test.ExpectPatch(call["patch"], Ignored);
    }

    private static object? TextOf(ChainTrade trade) => new List<object?>
    {
        trade.Subnet.Value,
        trade.IsPurchase ? "buy" : "sell",
        trade.Paid,
        trade.Received is { } received ? received : null,
    };

    private void AssumeSubnets()
    {
        ItemSchema added = ItemSchema.Find("NetworksAdded")!;
        Test.Assume([.. Test.Expected["SubnetMechanism"].Keys
            .Select(key => new StateChange(added, key, [1]))]);
    }
}
