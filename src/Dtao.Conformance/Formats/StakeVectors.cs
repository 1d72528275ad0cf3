using Dtao.Conformance.State;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Delegation;
using Dtao.Runtime.Staking;

namespace Dtao.Conformance.Formats;

/// <summary>Stake weights, takes, inheritance and totals of whole states.</summary>
internal static class StakeVectors
{
    /// <summary>The format.</summary>
    public static VectorFormat Format { get; } = new(
        "stake", new Dictionary<string, Action<VectorNode>> { ["scenarios"] = Run });

    private static void Run(VectorNode scenario)
    {
        scenario["id"].Note();
        ChainUnderTest test = ChainUnderTest.Start(scenario);
        foreach (VectorNode query in scenario["queries"].Items())
        {
            string name = query["query"].Text();
            switch (name)
            {
                case "stake_weights_for_network":
                    RunNetwork(query, test.Chain);
                    break;
                case "hotkey_on_subnet":
                    RunHotkeyOnSubnet(query, test);
                    break;
                case "hotkey":
                    RunHotkey(query, test);
                    break;
                case "coldkey":
                    Coldkey coldkey = new(test.Accounts.Of(query["coldkey"]));
                    query["total_stake"].Expect(StakeTotals.OfColdkey(test.Chain, coldkey).Rao);
                    break;
                default:
                    throw new VectorFormatException($"{query.Path}: the query '{name}' is unknown");
            }
        }

        test.ExpectNoChange($"{scenario.Path}.queries");
    }

    private static void RunNetwork(VectorNode query, Chain chain)
    {
        NetUid subnet = new(query["netuid"].Number<ushort>());
        List<object?> total = [];
        List<object?> alpha = [];
        List<object?> tao = [];
        for (int uid = 0; uid < chain.Neurons.Count(subnet); uid++)
        {
            Uid own = new((ushort)uid);
            StakeWeight weight = chain.Neurons.IsTaken(subnet, own)
                ? chain.Delegation.WeightOf(chain.Neurons.KeyOf(subnet, own), subnet)
                : default;
            total.Add(weight.Weight.Bits);
            alpha.Add(I64F64.FromInteger(weight.Alpha.Rao).Bits);
            tao.Add(I64F64.FromInteger(weight.Tao.Rao).Bits);
        }

        query["total"].Expect(total);
        query["alpha"].Expect(alpha);
        query["tao"].Expect(tao);
    }

    private static void RunHotkeyOnSubnet(VectorNode query, ChainUnderTest test)
    {
        DelegationLedger delegation = test.Chain.Delegation;
        NetUid subnet = new(query["netuid"].Number<ushort>());
        Hotkey hotkey = new(test.Accounts.Of(query["hotkey"]));
        query["inherited_alpha"].Expect(delegation.InheritedAlpha(hotkey, subnet).Rao);
        query["inherited_tao"].Expect(delegation.InheritedTao(hotkey, subnet).Rao);
        StakeWeight weight = delegation.WeightOf(hotkey, subnet);
        query["weights_total"].Expect(weight.Weight.Bits);
        query["weights_alpha"].Expect(I64F64.FromInteger(weight.Alpha.Rao).Bits);
        query["weights_tao"].Expect(I64F64.FromInteger(weight.Tao.Rao).Bits);
        query["self_contribution"].Expect(delegation.SelfContribution(hotkey, subnet).Rao);

        List<(Hotkey Hotkey, Alpha Amount)> parts = [];
        Alpha dividends = Alpha.FromRao(query["dividends"].Number<ulong>());
        delegation.SplitDividend(hotkey, subnet, dividends, parts);
        query["dividends_distribution"].Expect(parts.ConvertAll(part => (object?)new List<object?>
        {
            test.Accounts.LabelOf(part.Hotkey.Account),
            part.Amount.Rao,
        }));
    }

    private static void RunHotkey(VectorNode query, ChainUnderTest test)
    {
        Hotkey hotkey = new(test.Accounts.Of(query["hotkey"]));
        ushort take = test.Chain.Delegation.TakeOf(hotkey);
        query["take"].Expect(take);
        query["take_float"].Expect(Take.Of(take).Bits);
        query["total_stake"].Expect(StakeLegs.TotalStake(test.Chain, hotkey));
    }
}
