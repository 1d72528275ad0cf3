using Dtao.Conformance.State;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Spec;

namespace Dtao.Conformance.Formats;

/// <summary>Whole networks, block by block, with operations.</summary>
internal static class NetworkVectors
{
    /// <summary>Independent scenarios.</summary>
    public static VectorFormat NetworkFormat { get; } = new(
        "network", new Dictionary<string, Action<VectorNode>> { ["scenarios"] = RunAlone });

    /// <summary>One release's part of a chain that is carried through all releases.</summary>
    public static VectorFormat ChainFormat { get; } = new(
        "chain", new Dictionary<string, Action<VectorNode>> { ["scenarios"] = RunAfterUpgrade });

    /// <summary>Runs the blocks of a scenario on a chain that stands at its start.</summary>
    public static void RunBlocks(VectorNode scenario, ChainUnderTest test)
    {
        uint end = scenario["end_block"].Number<uint>();
        scenario["check_every"].Note();
        int next = 0;
        IReadOnlyList<VectorNode> listed = scenario["blocks"].Items();
        for (uint number = scenario["start_block"].Number<uint>() + 1; number <= end; number++)
        {
            bool isListed = next < listed.Count && listed[next]["block"].Number<uint>() == number;
            RunBlock(test, number, isListed ? listed[next++] : null, scenario);
            if (scenario.Log.First is not null) return;
        }

        if (next < listed.Count)
        {
            throw new VectorFormatException(
                $"{listed[next].Path}: block {listed[next]["block"].Text()} is out of order");
        }

        test.ExpectState(scenario["final_state"]);
    }

    private static void RunAlone(VectorNode scenario)
    {
        scenario["name"].Note();
        ChainUnderTest test = ChainUnderTest.Start(scenario);
        test.At(scenario["start_block"]);
        RunBlocks(scenario, test);
    }

    private static void RunAfterUpgrade(VectorNode scenario)
    {
        scenario["name"].Note();
        VectorNode upgrade = scenario["upgrade_patch"];
        if (upgrade.IsNull)
        {
            RunAlone(scenario);
            return;
        }

        ChainUnderTest test = ChainUnderTest.Start(scenario, Before(scenario.Log.Spec));
        test.At(scenario["start_block"]);
        Upgrade(upgrade, test, scenario.Log.Spec);
        RunBlocks(scenario, test);
    }

    /// <summary>Upgrades the chain and expects the file's changes.</summary>
    public static void Upgrade(VectorNode patch, ChainUnderTest test, RuntimeSpec spec)
    {
        test.Chain.UpgradeTo(spec);

        // The first patch of the blocks starts from the state before the upgrade once more.
        StateImage upgraded = test.Expected.Copy();
        upgraded.Apply(StateChange.Read(patch, test.Accounts));
        test.Compare(upgraded, patch.Path);
    }

    /// <summary>The version before a version.</summary>
    public static RuntimeSpec Before(RuntimeSpec spec)
    {
        int index = Specs.All.IndexOf(spec);
        return index > 0 ? Specs.All[index - 1] : spec;
    }

    private static void RunBlock(
        ChainUnderTest test, uint number, VectorNode? listed, VectorNode scenario)
    {
        List<object?> due = DueAt(test.Chain, number);
        if (listed?.Find("epochs_run") is { } epochs) epochs.Expect(due);
        else if (listed is not null && due.Count > 0)
        {
            scenario.Log.Report(
                $"{listed.Path}.epochs_run", "no epoch", $"epochs of {string.Join(", ", due)}");
        }

        BlockExecutor.RunBlock(test.Chain);
        if (listed is null) return;
        foreach (VectorNode operation in listed.Find("ops")?.Items() ?? [])
        {
            Operation.Apply(operation, test);
        }

        if (listed.Find("summary") is { } summary) ExpectSummary(summary, test.Chain);
        if (listed.Find("patch") is { } patch) test.ExpectPatch(patch);
    }

    private static List<object?> DueAt(Chain chain, uint number)
    {
        BlockNumber block = new(number);
        List<object?> due = [];
        foreach (NetUid subnet in chain.Subnets.InHashedKeyOrder())
        {
            if (subnet == NetUid.Root) continue;
            ulong left = Runtime.Epoch.Tempo.BlocksUntilEpoch(
                subnet, chain.Subnets.Tempo(subnet), block);
            if (left == 0) due.Add($"{subnet.Value}");
        }

        return due;
    }

    private static void ExpectSummary(VectorNode summary, Chain chain)
    {
        summary["total_issuance"].Expect(chain.Issuance.Total.Rao);
        summary["total_stake"].Expect(chain.Pools.TotalStake.Rao);
        summary["balances_issuance"].Expect(chain.Balances.TotalIssuance.Rao);
        VectorNode subnets = summary["subnets"];
        List<string> shown = [];
        foreach ((string name, VectorNode values) in subnets.Fields())
        {
            shown.Add(name);
            if (!ushort.TryParse(name, out ushort number))
            {
                throw new VectorFormatException($"{values.Path}: '{name}' is no subnet");
            }

            values.Expect(SummaryOf(chain, new NetUid(number)));
        }

        string[] own = [.. chain.Subnets.InHashedKeyOrder().Select(static n => $"{n.Value}")];
        if (!own.Order().SequenceEqual(shown.Order()))
        {
            summary.Log.Report(subnets.Path, string.Join(", ", shown), string.Join(", ", own));
        }
    }

    private static List<object?> SummaryOf(Chain chain, NetUid subnet) =>
    [
        chain.Pools.TaoReserve(subnet).Rao,
        chain.Pools.AlphaReserve(subnet).Rao,
        chain.Pools.AlphaOutstanding(subnet).Rao,
        chain.Pools.StoredMovingPrice(subnet).Value.Bits,
        chain.Emission.PendingAlpha(subnet).Rao,
        chain.Emission.PendingRootDividends(subnet).Rao,
        chain.Emission.PendingAlphaSwapped(subnet).Rao,
        chain.Emission.PendingOwnerCut(subnet).Rao,
    ];
}
