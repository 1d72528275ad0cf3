using System.Text.Json;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Epoch;
using Dtao.Runtime.Registration;
using Dtao.Runtime.Subnets;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Examples;

/// <summary>
/// Lock cost, registration of subnets and neurons, adjustment, pruning, epochs due.
/// </summary>
internal static class RegistrationExamples
{
    private static readonly NetUid One = new(1);
    private static readonly Coldkey Founder = Account.Coldkey(11);

    public static IEnumerable<KeyValuePair<string, Action<JsonElement>>> All =>
    [
        new("R1", LockCosts),
        new("R2", Registration),
        new("R3", RateLimit),
        new("R4", BurnedRegistrations),
        new("A1", Adjustments),
        new("A2", Adjustments),
        new("A3", WhichOneMoves),
        new("T1", EpochsDue),
        new("U1", PruningChoices),
        new("U2", Seals),
        new("U3", ProtectedOwner),
    ];

    private static void Seals(JsonElement example)
    {
        foreach (JsonElement row in example.Expected().Rows())
        {
            Hash256 block = Hash256.FromBytes(
                Convert.FromHexString(row.Text("block_hash").AsSpan(2)));
            Hotkey hotkey = Account.Hotkey(row.U64("hotkey_account"));

            Assert.Equal(
                row.Text("seal"), $"0x{Work.Seal(block, row.U64("nonce"), hotkey)}");
        }
    }

    private static void LockCosts(JsonElement example)
    {
        foreach (JsonElement row in example.Expected().Rows())
        {
            ulong curve = Emission.BlockEmission.At(row.U64("TotalIssuance"));
            ulong interval = LockCost.EffectiveInterval(100_800, curve);
            Tao cost = LockCost.At(
                row.Tao("NetworkLastLockCost"), row.Tao("NetworkMinLockCost"),
                new(row.U64("NetworkLastRegistered")), interval, new(row.U64("block")));

            Assert.Equal(row.U64("effective_interval"), interval);
            Assert.Equal(row.U64("lock_cost"), cost.Rao);
        }
    }

    public static Chain Registered(JsonElement given, out DispatchResult result)
    {
        Chain chain = new(Spec.Specs.Latest);
        chain.Events.IsKept = true;
        chain.SetBlock(new(given.U64("block")));
        chain.Deposit(Founder, given.Tao("balance"));
        chain.Put("NetworksAdded", true, NetUid.Root);
        chain.Put("TotalNetworks", 1);
        foreach (string item in (string[])
            [
                "TotalStake", "TotalIssuance", "NetworkMinLockCost", "NetworkLastLockCost",
                "NetworkLastRegistered"
            ])
        {
            chain.Put(item, given.Text(item));
        }

        ulong curve = chain.Emission.EvaluateCurve(chain.Issuance.Total.Rao);
        Assert.Equal(
            ExampleFile.Economy["R2"].Expected().U64("lock_cost"),
            chain.Subnets.LockCostAt(curve, chain.Block).Rao);
        result = chain.Dispatch(
            new RegisterNetwork(ExampleValue.Hotkey(given.Text("hotkey"))), Founder.Account);
        return chain;
    }

    private static void Registration(JsonElement example)
    {
        JsonElement after = example.Expected();

        Chain chain = Registered(example.Inputs(), out DispatchResult result);

        Assert.True(result.IsOk);
        Assert.Equal(
            after.Rows("events").Select(static happened => happened.ToString()),
            ExampleEvent.TextsOf(chain));
        Assert.Equal(after.U64("balance_after"), chain.Balances.Free(Founder).Rao);
        Assert.Equal(after.U64("currency_issuance"), chain.Balances.TotalIssuance.Rao);
        Assert.Equal(after.U64("TotalStake"), chain.Pools.TotalStake.Rao);
        Assert.Equal(after.U64("TotalIssuance"), chain.Issuance.Total.Rao);
        Assert.Equal(after.Text("netuid"), One.ToString());
        foreach (string item in (string[])
            [
                "SubnetTAO", "SubnetAlphaIn", "SubnetAlphaOut", "TotalStakeAtDynamic",
                "SubnetworkN", "Burn", "Difficulty", "SubnetOwner", "SubnetOwnerHotkey"
            ])
        {
            byte[] expected = WireValue.Encode(chain.Item(item).ValueShape, after.Text(item));
            Assert.Equal(expected, chain.Read(item, One));
        }

        foreach (string item in (string[])
            ["NetworkLastLockCost", "NetworkLastRegistered", "TotalNetworks"])
        {
            byte[] expected = WireValue.Encode(chain.Item(item).ValueShape, after.Text(item));
            Assert.Equal(expected, chain.Read(item));
        }

        string symbol = $"[{string.Join(", ", chain.Subnets.Symbol(One))}]";
        Assert.Equal(after.Text("TokenSymbol"), symbol);
        ulong curve = chain.Emission.EvaluateCurve(chain.Issuance.Total.Rao);
        Assert.Equal(
            after.U64("next_lock_cost_same_block"),
            chain.Subnets.LockCostAt(curve, chain.Block).Rao);
    }

    private static void RateLimit(JsonElement example)
    {
        JsonElement after = example.Expected();
        Chain chain = Registered(
            ExampleFile.Economy[example.Inputs().Text("continues")].Inputs(), out _);

        foreach (ulong block in (ulong[])[5_000_000, 5_007_199, 5_007_200])
        {
            chain.SetBlock(new(block));
            DispatchResult result = chain.Dispatch(
                new RegisterNetwork(Account.Hotkey(2)), Founder.Account);
            Assert.Equal(after.Text($"at_block_{block}"), $"err {result}");
        }

        ulong curve = chain.Emission.EvaluateCurve(chain.Issuance.Total.Rao);
        Assert.Equal(
            after.U64("lock_cost_at_5007200"), chain.Subnets.LockCostAt(curve, chain.Block).Rao);
    }

    private static void BurnedRegistrations(JsonElement example)
    {
        JsonElement given = example.Inputs();
        JsonElement after = example.Expected();
        Chain chain = new ChainBuilder()
            .WithSubnet(
                1, given.Tao("SubnetTAO"), given.Alpha("SubnetAlphaIn"),
                given.Alpha("SubnetAlphaOut"))
            .With("Burn", given.Text("Burn"), One)
            .With(
                "TargetRegistrationsPerInterval", given.Text("TargetRegistrationsPerInterval"),
                One)
            .With("MaxRegistrationsPerBlock", given.Text("MaxRegistrationsPerBlock"), One)
            .WithBalance(Founder, given.Tao("balance"))
            .AtBlock(1)
            .Build();
        Assert.Equal(after.Number("price_raw_before"), chain.Pools.SpotPrice(One).Value.Bits);

        Assert.Equal(after.Text("result"), Register(chain, 1));

        Assert.Equal(after.U64("balance"), chain.Balances.Free(Founder).Rao);
        Assert.Equal(after.U64("SubnetTAO"), chain.Pools.TaoReserve(One).Rao);
        Assert.Equal(after.U64("SubnetAlphaIn"), chain.Pools.AlphaReserve(One).Rao);
        Assert.Equal(after.U64("SubnetAlphaOut"), chain.Pools.AlphaOutstanding(One).Rao);
        Assert.Equal(after.Number("price_raw_after"), chain.Pools.SpotPrice(One).Value.Bits);
        Assert.Equal(after.U64("TotalStake"), chain.Pools.TotalStake.Rao);
        Assert.Equal(after.U64("TotalIssuance"), chain.Issuance.Total.Rao);
        Assert.Equal(
            WireValue.Encode("u64", after.Text("RAORecycledForRegistration")),
            chain.Read("RAORecycledForRegistration", One));
        Assert.Equal(after.Text("second_in_same_block"), Register(chain, 2));
        foreach (JsonElement next in after.Rows("after_block_counter_reset"))
        {
            chain.Put("RegistrationsThisBlock", 0, One);
            Assert.Equal(next.ToString(), Register(chain, chain.Neurons.Count(One) + 1UL));
        }

        chain.Put("RegistrationsThisBlock", 0, One);
        Assert.Equal(after.Text("fourth_in_interval"), Register(chain, 9));
    }

    private static string Register(Chain chain, ulong hotkey)
    {
        DispatchResult result = chain.Dispatch(
            new BurnedRegister(One, Account.Hotkey(hotkey)), Founder.Account);
        return result.IsOk ? "ok" : $"err {result}";
    }

    private static void Adjustments(JsonElement example)
    {
        foreach (JsonElement row in example.Expected().Rows())
        {
            ulong next = Adjustment.Next(
                row.U64("current"), row.U16("registrations"), row.U16("target"),
                row.U64("AdjustmentAlpha"), row.U64("min"), row.U64("max"));
            Assert.True(row.U64("next") == next, $"{row}: got {next}");
        }
    }

    private static void WhichOneMoves(JsonElement example)
    {
        foreach (JsonElement row in example.Expected().Rows())
        {
            Chain chain = new ChainBuilder()
                .WithSubnet(1, Tao.Whole(1), Alpha.Whole(1), Alpha.Zero)
                .With("AdjustmentAlpha", 0, One)
                .With("AdjustmentInterval", 1, One)
                .With("Burn", 1_000_000_000, One)
                .With("MinBurn", 1, One)
                .With("MaxBurn", ulong.MaxValue, One)
                .With("Difficulty", 100_000_000, One)
                .With("MinDifficulty", 1, One)
                .With("MaxDifficulty", ulong.MaxValue, One)
                .With("TargetRegistrationsPerInterval", row.Text("target"), One)
                .With("RegistrationsThisInterval", row.Text("registrations"), One)
                .With("POWRegistrationsThisInterval", row.Text("pow"), One)
                .With("BurnRegistrationsThisInterval", row.Text("burn_regs"), One)
                .Build();

            chain.Registration.BeginBlock([One], new BlockNumber(1));

            Assert.Equal(row.U64("Burn_after"), chain.Registration.Burn(One).Rao);
            Assert.Equal(row.U64("Difficulty_after"), chain.Registration.Difficulty(One));
        }
    }

    private static void EpochsDue(JsonElement example)
    {
        foreach (JsonElement row in example.Expected().Rows())
        {
            ulong blocks = Tempo.BlocksUntilEpoch(
                ExampleValue.NetUid(row.Text("netuid")), row.U16("tempo"), new(row.U64("block")));
            Assert.True(row.U64("result") == blocks, $"{row}: got {blocks}");
        }
    }

    private static void PruningChoices(JsonElement example)
    {
        foreach (JsonProperty group in example.Expected().EnumerateObject())
        {
            ulong block = ExampleValue.Parse(group.Name.Split('_')[2].Split(' ')[0]);
            foreach (JsonElement row in group.Value.EnumerateArray())
            {
                Chain chain = FourNeurons(row.GetProperty("PruningScores"));
                chain.SetBlock(new(block));
                chain.Put("ImmunityPeriod", example.Inputs().Text("ImmunityPeriod"), One);

                Uid chosen = Seating.ChooseForPruning(chain, One);

                Assert.Equal(row.Text("pruned_uid"), chosen.ToString());
                string scores = string.Join(", ", chain.Neurons.PruningScores(One).ToArray());
                Assert.Equal(row.Text("PruningScores_after"), $"[{scores}]");
            }
        }
    }

    private static Chain FourNeurons(JsonElement scores)
    {
        Chain chain = new ChainBuilder()
            .WithSubnet(1, Tao.Whole(1), Alpha.Whole(1), Alpha.Zero)
            .With("SubnetOwner", Founder, One)
            .With("SubnetOwnerHotkey", Account.Hotkey(1), One)
            .Build();
        ulong[] registered = [100, 200, 150, 9_000];
        for (int uid = 0; uid < registered.Length; uid++)
        {
            chain.Neurons.Append(One, Account.Hotkey(1UL + (ulong)uid), new(registered[uid]));
        }

        chain.Put(
            "PruningScores", scores.EnumerateArray().Select(static score => score.ToString()), One);
        return chain;
    }

    private static void ProtectedOwner(JsonElement example)
    {
        JsonElement after = example.Expected();
        Hotkey owner = ExampleValue.Hotkey(example.Inputs().Text("Keys(1,0)"));
        Hotkey comer = ExampleValue.Hotkey(example.Inputs().Text("registering hotkey"));
        Chain chain = new ChainBuilder()
            .WithSubnet(1, Tao.Whole(1_000), Alpha.Whole(1_000), Alpha.Zero)
            .With("MaxAllowedUids", example.Inputs().Text("MaxAllowedUids"), One)
            .With("SubnetOwnerHotkey", owner, One)
            .WithBalance(Founder, Tao.Whole(10))
            .AtBlock(10)
            .Build();
        chain.Neurons.Append(One, owner, new(1));

        DispatchResult result = chain.Dispatch(new BurnedRegister(One, comer), Founder.Account);

        Assert.Equal(after.Text("result"), result.IsOk ? "ok" : $"err {result}");
        Assert.Equal(owner, chain.Neurons.KeyOf(One, new(0)));
        Assert.Null(chain.Neurons.UidOf(One, comer));
        Assert.Equal(
            after.U64("balance_paid"), Tao.Whole(10).Rao - chain.Balances.Free(Founder).Rao);
        Assert.Equal(
            WireValue.Encode("u16", after.Text("RegistrationsThisInterval")),
            chain.Read("RegistrationsThisInterval", One));
        string scores = string.Join(", ", chain.Neurons.PruningScores(One).ToArray());
        Assert.Equal(after.Text("PruningScores"), $"[{scores}]");
    }
}
