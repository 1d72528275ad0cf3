using Dtao.Conformance.State;
using Dtao.Numerics;
using Dtao.Runtime.Epoch;

namespace Dtao.Conformance.Formats;

/// <summary>Epochs of one subnet, with or without the intermediate values.</summary>
internal static class EpochVectors
{
    /// <summary>Results of epochs.</summary>
    public static VectorFormat Epoch { get; } = new(
        "epoch", new Dictionary<string, Action<VectorNode>> { ["scenarios"] = Run });

    /// <summary>Results and intermediate values of epochs.</summary>
    public static VectorFormat Trace { get; } = new(
        "epoch_trace", new Dictionary<string, Action<VectorNode>> { ["scenarios"] = Run });

    private static void Run(VectorNode scenario)
    {
        scenario["id"].Note();
        ChainUnderTest test = ChainUnderTest.Start(scenario);
        NetUid subnet = new(scenario["netuid"].Number<ushort>());
        scenario["n"].Expect(test.Chain.Neurons.Count(subnet));
        scenario["liquid_alpha"].Note();
        foreach (VectorNode epoch in scenario["epochs"].Items())
        {
            RunEpoch(epoch, test, subnet);
            if (scenario.Log.First is not null) return;
        }
    }

    private static void RunEpoch(VectorNode epoch, ChainUnderTest test, NetUid subnet)
    {
        if (epoch.Find("before_patch") is { } before) test.Give(before);
        test.At(epoch["block"]);
        Alpha emission = Alpha.FromRao(epoch["rao_emission"].Number<ulong>());

        EpochInput input = new();
        EpochRun.Gather(test.Chain, subnet, emission, input);
        TraceRecorder recorder = new();
        EpochOutput reference = YumaReference.Run(input, recorder);
        EpochOutput[] dense = [.. DenseWidths.Run(input)];
        EpochOutput found = test.Chain.EpochRun.Run(test.Chain, subnet, emission);

        if (epoch.Find("trace") is { } trace) recorder.ExpectAll(trace);
        epoch["returned"].Expect(Returned(test, subnet, found));
        test.ExpectPatch(epoch["after_patch"]);
        EpochOutputs.ExpectEqual(epoch, reference, found);
        Array.ForEach(dense, output => EpochOutputs.ExpectEqual(epoch, reference, output));
    }

    private static List<object?> Returned(ChainUnderTest test, NetUid subnet, EpochOutput found)
    {
        List<object?> rows = [];
        for (int uid = 0; uid < found.ServerEmission.Length; uid++)
        {
            Uid own = new((ushort)uid);
            if (!test.Chain.Neurons.IsTaken(subnet, own)) continue;
            rows.Add(new List<object?>
            {
                test.Accounts.LabelOf(test.Chain.Neurons.KeyOf(subnet, own).Account),
                found.ServerEmission[uid],
                found.ValidatorEmission[uid],
            });
        }

        return rows;
    }
}
