using Dtao.Conformance.State;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Registration;

namespace Dtao.Conformance.Formats;

/// <summary>Who is pruned in the releases before the owner hotkey was protected alone.</summary>
internal static class PruneVectors
{
    /// <summary>The format.</summary>
    public static VectorFormat Format { get; } = new(
        "prune", new Dictionary<string, Action<VectorNode>> { ["neuron_to_prune"] = Run });

    private static void Run(VectorNode scenario)
    {
        scenario["id"].Note();
        ChainUnderTest test = ChainUnderTest.Start(scenario);
        Chain chain = test.Chain;
        test.At(scenario["block"]);

        NetUid subnet = OnlySubnet(scenario, chain);
        Uid chosen = Seating.ChooseForPruning(chain, subnet);
        scenario["uid_to_prune"].Expect(chosen.Value);
        test.ExpectPatch(scenario["patch"]);

        VectorNode account = scenario["create_account"];
        chain.Stakes.CreateAccount(
            new Coldkey(test.Accounts.Of(account["coldkey"])),
            new Hotkey(test.Accounts.Of(account["hotkey"])));
        test.ExpectPatch(account["patch"]);

        VectorNode replace = scenario["replace"];
        Uid uid = new(replace["uid"].Number<ushort>());
        Hotkey hotkey = new(test.Accounts.Of(replace["hotkey"]));
        Seating.Replace(chain, subnet, uid, hotkey);
        replace["replaced"].Expect(chain.Neurons.KeyOf(subnet, uid) == hotkey);
        test.ExpectPatch(replace["patch"]);
    }

    /// <summary>The file does not name the subnet; there is one beside root.</summary>
    private static NetUid OnlySubnet(VectorNode scenario, Chain chain)
    {
        NetUid[] subnets = [.. chain.Subnets.InHashedKeyOrder()
            .Where(static subnet => subnet != NetUid.Root)];
        return subnets.Length == 1
            ? subnets[0]
            : throw new VectorFormatException($"{scenario.Path}.state: one subnet is needed");
    }
}
