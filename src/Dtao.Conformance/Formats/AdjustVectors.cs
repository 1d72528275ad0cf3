using Dtao.Conformance.State;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Emission;
using Dtao.Runtime.Epoch;
using Dtao.Runtime.Registration;
using Dtao.Runtime.Subnets;

namespace Dtao.Conformance.Formats;

/// <summary>Adjustment of registration costs, lock cost, pruning, epoch schedule.</summary>
internal static class AdjustVectors
{
    private static readonly NetUid Subnet = new(1);

    /// <summary>The format.</summary>
    public static VectorFormat Format { get; } = new(
        "adjust",
        new Dictionary<string, Action<VectorNode>>
        {
            ["upgraded"] = RunUpgraded,
            ["network_adjustment"] = RunNetworkAdjustment,
            ["lock_cost"] = RunLockCost,
            ["neuron_to_prune"] = RunNeuronToPrune,
            ["subnet_to_prune"] = RunSubnetToPrune,
            ["epoch_schedule"] = RunEpochSchedule,
        });

    private static void RunUpgraded(VectorNode node)
    {
        // Burn and difficulty follow the same rule.
        ulong next = Adjustment.Next(
            node["current"].Number<ulong>(),
            node["registrations_this_interval"].Number<ushort>(),
            node["target_registrations_per_interval"].Number<ushort>(),
            node["adjustment_alpha"].Number<ulong>(),
            node["min"].Number<ulong>(),
            node["max"].Number<ulong>());
        node["upgraded_burn"].Expect(next);
        node["upgraded_difficulty"].Expect(next);
    }

    private static void RunNetworkAdjustment(VectorNode scenario)
    {
        scenario["id"].Note();
        ChainUnderTest test = ChainUnderTest.Start(scenario);
        foreach (VectorNode step in scenario["steps"].Items())
        {
            test.Give(step["before_patch"]);
            test.At(step["block"]);
            Chain chain = test.Chain;
            chain.Registration.BeginBlock(chain.Subnets.InHashedKeyOrder(), chain.Block);
            test.ExpectPatch(step["patch"]);
            if (scenario.Log.First is not null) return;
        }
    }

    private static void RunLockCost(VectorNode node)
    {
        Chain chain = new(node.Log.Spec);
        foreach (string item in (string[])["NetworkLastLockCost", "NetworkMinLockCost",
            "NetworkLastRegistered", "NetworkLockReductionInterval", "TotalIssuance"])
        {
            StoredItem.Of(chain, item).Put(node[item].Number<ulong>());
        }

        ulong curve = BlockEmission.At(chain.Issuance.Total.Rao);
        node["lock_reduction_interval"].Expect(LockCost.EffectiveInterval(
            node["NetworkLockReductionInterval"].Number<ulong>(), curve));
        node["lock_cost"].Expect(
            chain.Subnets.LockCostAt(curve, new(node["block"].Number<ulong>())).Rao);
    }

    private static void RunNeuronToPrune(VectorNode node)
    {
        node["id"].Note();
        Chain chain = new(node.Log.Spec);
        ushort[] scores = node["pruning_scores"].List(static score => score.Number<ushort>());
        ulong[] blocks = node["block_at_registration"].List(static block => block.Number<ulong>());
        StoredItem.Of(chain, "SubnetworkN").Put(Subnet, (ushort)scores.Length);
        StoredItem.Of(chain, "ImmunityPeriod").Put(
            Subnet, node["immunity_period"].Number<ushort>());
        StoredItem.Of(chain, "PruningScores").Put(Subnet, scores);
        for (ushort uid = 0; uid < blocks.Length; uid++)
        {
            StoredItem.Of(chain, "BlockAtRegistration").Put(Subnet, uid, blocks[uid]);
            StoredItem.Of(chain, "Keys").Put(Subnet, uid, AccountOf(uid));
        }

        if (!node["owner_uid"].IsNull)
        {
            StoredItem.Of(chain, "SubnetOwnerHotkey").Put(
                Subnet, AccountOf(node["owner_uid"].Number<ushort>()));
        }

        chain.SetBlock(new(node["block"].Number<uint>()));
        node["uid_to_prune"].Expect(Seating.ChooseForPruning(chain, Subnet).Value);
        node["pruning_scores_after"].Expect(
            chain.Neurons.PruningScores(Subnet).ToArray().Select(static score => (object?)score));
    }

    private static void RunSubnetToPrune(VectorNode node)
    {
        Chain chain = new(node.Log.Spec);
        StoredItem.Of(chain, "NetworkImmunityPeriod").Put(
            node["network_immunity_period"].Number<ulong>());
        foreach (VectorNode listed in node["subnets"].Items())
        {
            NetUid subnet = new(listed["netuid"].Number<ushort>());
            StoredItem.Of(chain, "NetworksAdded").Put(subnet, true);
            StoredItem.Of(chain, "EmissionValues").Put(
                subnet, listed["emission_value"].Number<ulong>());
            StoredItem.Of(chain, "NetworkRegisteredAt").Put(
                subnet, listed["registered_at"].Number<ulong>());
        }

        chain.SetBlock(new(node["block"].Number<uint>()));
        node["netuid_to_prune"].Expect(SubnetPruning.Choose(chain).Value);
    }

    private static void RunEpochSchedule(VectorNode node) =>
        node["blocks_until_next_epoch"].Expect(Tempo.BlocksUntilEpoch(
            new NetUid(node["netuid"].Number<ushort>()),
            node["tempo"].Number<ushort>(),
            new BlockNumber(node["block"].Number<ulong>())));

    private static AccountId AccountOf(ushort uid)
    {
        byte[] bytes = new byte[AccountId.Size];
        BitConverter.TryWriteBytes(bytes.AsSpan(1), uid);
        bytes[0] = 1;
        return AccountId.FromBytes(bytes);
    }
}
