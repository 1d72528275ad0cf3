using System.Text.Json;
using Dtao.Numerics;
using Dtao.Runtime.Delegation;
using Dtao.Runtime.Emission;
using Dtao.Runtime.Epoch;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Examples;

/// <summary>How dividends reach parents, owners and nominators.</summary>
internal static class DividendExamples
{
    private const string Drain = "drain(pending_alpha,pending_tao,pending_swapped,owner_cut)";

    private static readonly NetUid One = new(1);

    public static IEnumerable<KeyValuePair<string, Action<JsonElement>>> All =>
    [
        new("D1", Splits),
        new("D2", StakeWeights),
        new("D3", PaymentOfAnEpoch),
        new("D4", static example => CheckStakes(
            example,
            ("stake_subnet", 1, One),
            ("stake_root", 1, NetUid.Root))),
        new("D5", static example => CheckStakes(
            example,
            ("stake1_subnet", 1, One),
            ("stake1_root", 1, NetUid.Root),
            ("stake2_subnet", 2, One),
            ("stake2_root", 2, NetUid.Root))),
    ];

    private static void Splits(JsonElement example)
    {
        foreach (JsonElement row in example.Expected().Rows())
        {
            Chain chain = Population(row);
            Hotkey hotkey = ExampleValue.Hotkey(row.Text("hotkey"));
            List<(Hotkey Hotkey, Alpha Amount)> parts = [];

            chain.Delegation.SplitDividend(hotkey, One, row.Alpha("dividends"), parts);

            (Hotkey, Alpha)[] expected =
            [
                .. row.Rows("result").Select(static part =>
                    (ExampleValue.Hotkey(part.Text("account")), part.Alpha("amount"))),
            ];
            Assert.Equal(expected, parts);
            Assert.Equal(
                row.U64("self_contribution"),
                chain.Delegation.SelfContribution(hotkey, One).Rao);
        }
    }

    private static void StakeWeights(JsonElement example)
    {
        Chain chain = Population(ExampleFile.Economy["D1"].Expected().GetProperty("rows")[5]);
        chain.Put("TaoWeight", example.Inputs().Text("TaoWeight"));
        foreach (JsonElement row in example.Expected().Rows())
        {
            Hotkey hotkey = ExampleValue.Hotkey(row.Text("hotkey"));

            StakeWeight weight = chain.Delegation.WeightOf(hotkey, One);

            Assert.Equal(row.U64("inherited_alpha"), weight.Alpha.Rao);
            Assert.Equal(row.U64("inherited_root_tao"), weight.Tao.Rao);
            Assert.Equal(row.Number("total_weight_raw_I64F64"), weight.Weight.Bits);
            Assert.Equal(
                row.U64("self_contribution"),
                chain.Delegation.SelfContribution(hotkey, One).Rao);
        }
    }

    private static Chain Population(JsonElement row)
    {
        Chain chain = new(Spec.Specs.Latest);
        chain.Put("TaoWeight", row.Text("TaoWeight"));
        foreach (JsonProperty stake in row.GetProperty("alpha_stake").EnumerateObject())
        {
            chain.Put("TotalHotkeyAlpha", stake.Value.ToString(), stake.Name, One);
        }

        foreach (JsonProperty stake in row.GetProperty("root_stake").EnumerateObject())
        {
            chain.Put("TotalHotkeyAlpha", stake.Value.ToString(), stake.Name, NetUid.Root);
        }

        foreach (JsonProperty take in row.GetProperty("ChildkeyTake").EnumerateObject())
        {
            chain.Put("ChildkeyTake", take.Value.ToString(), take.Name, One);
        }

        foreach (JsonProperty parent in row.GetProperty("ChildKeys").EnumerateObject())
        {
            chain.Delegation.Schedule(
                ExampleValue.Hotkey(parent.Name),
                One,
                new(
                    [
                        .. parent.Value.EnumerateArray().Select(static pair => new Relation(
                            pair[0].U64(), ExampleValue.Hotkey(pair[1].ToString()))),
                    ],
                    new(0)));
            chain.Delegation.ActivateChildren(One, new(1));
        }

        return chain;
    }

    private static void PaymentOfAnEpoch(JsonElement example)
    {
        JsonElement given = example.Inputs();
        Chain chain = new(Spec.Specs.Latest);
        chain.Put("TaoWeight", given.Text("TaoWeight"));
        foreach (JsonProperty owner in given.GetProperty("Owner").EnumerateObject())
        {
            chain.Put("Owner", owner.Value.ToString(), owner.Name);
        }

        foreach (JsonProperty take in given.GetProperty("Delegates").EnumerateObject())
        {
            chain.Put("Delegates", take.Value.ToString(), take.Name);
        }

        AddStakes(chain, given.GetProperty("initial_stake_subnet(hot/cold)"), One);
        AddStakes(chain, given.GetProperty("initial_stake_root(hot/cold)"), NetUid.Root);
        JsonElement owners = given.GetProperty("subnet_owner(cold,hot)");
        chain.Put("SubnetOwner", owners[0].ToString(), One);
        chain.Put("SubnetOwnerHotkey", owners[1].ToString(), One);
        JsonElement[] neurons = [.. given.Rows("epoch_output(hotkey,incentive,dividend)")];
        EpochOutput found = new(neurons.Length);
        for (int uid = 0; uid < neurons.Length; uid++)
        {
            chain.Put("Keys", neurons[uid][0].ToString(), One, uid);
            found.ServerEmission[uid] = neurons[uid][1].U64();
            found.ValidatorEmission[uid] = neurons[uid][2].U64();
        }

        chain.Distribution.Pay(
            chain,
            One,
            found,
            new(
                given.Alpha("pending_alpha"),
                given.Tao("pending_tao"),
                given.Alpha("pending_swapped"),
                given.Alpha("owner_cut")));

        CheckPayment(chain, example.Expected());
    }

    private static void AddStakes(Chain chain, JsonElement stakes, NetUid subnet)
    {
        foreach (JsonProperty stake in stakes.EnumerateObject())
        {
            string[] keys = stake.Name.Split('/');
            chain.Stakes.AddShares(
                ExampleValue.Hotkey(keys[0]), ExampleValue.Coldkey(keys[1]), subnet,
                Alpha.FromRao(stake.Value.U64()));
        }
    }

    private static void CheckPayment(Chain chain, JsonElement after)
    {
        JsonElement alpha = after.GetProperty("TotalHotkeyAlpha_subnet");
        foreach (JsonProperty value in alpha.EnumerateObject())
        {
            Assert.Equal(value.Value.U64(), StakeOf(chain, ExampleValue.Parse(value.Name), One));
        }

        foreach (JsonProperty value in after.GetProperty("TotalHotkeyAlpha_root").EnumerateObject())
        {
            Assert.Equal(
                value.Value.U64(), StakeOf(chain, ExampleValue.Parse(value.Name), NetUid.Root));
        }

        foreach (JsonProperty value in after.GetProperty("Alpha_raw").EnumerateObject())
        {
            string[] keys = value.Name.Split('/');
            U64F64 shares = chain.Stakes.SharesOf(
                ExampleValue.Hotkey(keys[0]), ExampleValue.Coldkey(keys[1]),
                ExampleValue.NetUid(keys[2]));
            Assert.Equal(value.Value.Number(), shares.Bits);
        }

        foreach (JsonProperty value in after.GetProperty("TotalHotkeyShares_raw").EnumerateObject())
        {
            string[] keys = value.Name.Split('/');
            Assert.Equal(
                value.Value.Number(),
                chain.Stakes.PoolOf(ExampleValue.Hotkey(keys[0]), ExampleValue.NetUid(keys[1]))
                    .Denominator.Bits);
        }

        foreach (JsonProperty value in after.GetProperty("stake_value").EnumerateObject())
        {
            StakingExamples.CheckStake(chain, value);
        }

        CheckPaid(chain, after, "AlphaDividendsPerSubnet");
        CheckPaid(chain, after, "TaoDividendsPerSubnet");
    }

    private static void CheckPaid(Chain chain, JsonElement after, string item)
    {
        foreach (JsonProperty value in after.GetProperty(item).EnumerateObject())
        {
            Assert.Equal(
                WireValue.Encode("u64", value.Value.ToString()),
                chain.Read(item, One, value.Name));
        }
    }

    private static void CheckStakes(
        JsonElement example, params (string Name, ulong Hotkey, NetUid Subnet)[] stakes)
    {
        Chain chain = Drained(example);
        foreach ((string name, ulong number, NetUid subnet) in stakes)
        {
            Hotkey hotkey = Account.Hotkey(number);
            Alpha found = chain.Stakes.StakeOf(hotkey, chain.Stakes.OwnerOf(hotkey), subnet);
            Assert.Equal(example.Expected().U64(name), found.Rao);
        }
    }

    private static Chain Drained(JsonElement example)
    {
        Chain chain = new(Spec.Specs.Latest);
        chain.SetBlock(new(1));
        chain.Put("NetworksAdded", true, One);
        foreach (JsonElement step in example.Inputs().Rows("setup"))
        {
            SetUp(chain, step.ToString().Split(' '));
        }

        JsonElement pending = example.Inputs().GetProperty(Drain);
        chain.Distribution.Run(
            chain,
            One,
            new PendingEmission(
                Alpha.FromRao(pending[0].U64()),
                Tao.FromRao(pending[1].U64()),
                Alpha.FromRao(pending[2].U64()),
                Alpha.FromRao(pending[3].U64())));
        return chain;
    }

    private static void SetUp(Chain chain, string[] words)
    {
        switch (words[0])
        {
            case "create":
                chain.Stakes.CreateAccount(
                    ExampleValue.Coldkey(words[1]), ExampleValue.Hotkey(words[2]));
                break;
            case "append":
                chain.Neurons.Append(
                    ExampleValue.NetUid(words[1]), ExampleValue.Hotkey(words[2]),
                    new(ExampleValue.Parse(words[3])));
                break;
            default:
                StakingExamples.SetUp(chain, words);
                break;
        }
    }

    private static ulong StakeOf(Chain chain, ulong hotkey, NetUid subnet) =>
        chain.Stakes.StakeOf(Account.Hotkey(hotkey), subnet).Rao;
}
