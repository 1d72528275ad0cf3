using Dtao.Conformance.State;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Emission;

namespace Dtao.Conformance.Formats;

/// <summary>The coinbase without epochs, and the distribution of what has gathered.</summary>
internal static class CoinbaseVectors
{
    /// <summary>The format.</summary>
    public static VectorFormat Format { get; } = new(
        "coinbase",
        new Dictionary<string, Action<VectorNode>>
        {
            ["scenarios"] = RunBlocks,
            ["drain"] = RunDrain,
        });

    private static void RunBlocks(VectorNode scenario)
    {
        scenario["id"].Note();
        ChainUnderTest test = ChainUnderTest.Start(scenario);
        foreach (VectorNode block in scenario["blocks"].Items())
        {
            test.At(block["block"]);
            I96F32 emission = I96F32.FromBits(block["block_emission"].Number<Int128>());
            ExpectSource(block, test.Chain, emission);
            test.Chain.Coinbase.Run(test.Chain, Fractional<Tao>.FromValue(emission));
            test.ExpectPatch(block["patch"]);
            if (scenario.Log.First is not null) return;
        }
    }

    private static void ExpectSource(VectorNode block, Chain chain, I96F32 emission)
    {
        string source = block["emission_source"].Text();
        if (source == "given") return;
        if (source != "block_emission")
        {
            throw new VectorFormatException(
                $"{block.Path}.emission_source: '{source}' is neither given nor block_emission");
        }

        // As the block step does: evaluating the curve also writes the stored emission.
        ulong curve = chain.Emission.EvaluateCurve(chain.Issuance.Total.Rao);
        if (I96F32.FromInteger(curve) != emission)
        {
            block["block_emission"].Expect(I96F32.FromInteger(curve).Bits);
        }
    }

    private static void RunDrain(VectorNode scenario)
    {
        scenario["id"].Note();
        ChainUnderTest test = ChainUnderTest.Start(scenario);
        NetUid subnet = new(scenario["netuid"].Number<ushort>());
        foreach (VectorNode call in scenario["calls"].Items())
        {
            test.At(call["block"]);
            PendingEmission pending = new(
                Alpha.FromRao(call["pending_alpha"].Number<ulong>()),
                Tao.FromRao(call["pending_tao"].Number<ulong>()),
                Alpha.FromRao(call["pending_swapped"].Number<ulong>()),
                Alpha.FromRao(call["owner_cut"].Number<ulong>()));
            test.Chain.Distribution.Run(test.Chain, subnet, pending);
            test.ExpectPatch(call["patch"]);
            if (scenario.Log.First is not null) return;
        }
    }
}
