using System.Collections.Immutable;
using Dtao.Codec.Extrinsics;
using Dtao.Lab.Agents;
using Dtao.Lab.Markets;
using Dtao.Lab.Networks;
using Dtao.Lab.Ordering;
using Dtao.Lab.Quantities;
using Dtao.Lab.Scenarios;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Balances;
using Dtao.Runtime.Dispatch;

namespace Dtao.Lab.Plans;

/// <summary>Builds the network of a plan and hires its agents.</summary>
internal static class PlanWorld
{
    /// <summary>The world at the last block before the run.</summary>
    public static World Build(Plan plan, SeedTree seed)
    {
        ImmutableArray<NetUid> all =
            [.. LaunchScenario.Value.Subnets.Select(static subnet => subnet.NetUid)];
        World world = LaunchGenesis.Build(
            seed.Branch("network"),
            [.. plan.Network.Open?.Of(all) ?? []],
            [.. plan.Network.Scored?.Of(all) ?? []]);
        if (plan.Network.Age is { } age) AgedTokens.Add(world, all, (ulong)age.Low);
        Adjust(world.Chain, plan, all);

        Market market = new(world.Chain, all, TalkOf(plan.Network, all.Length));
        Purse blockMaker = Purse.From(seed.Branch("block maker")) with
        {
            Hotkey = world.Validators[0].Hotkey,
        };
        Crew crew = new(
            world.Chain,
            market,
            BlockOrders.Find(plan.BlockOrder, blockMaker),
            seed.Branch("order"),
            world.Treasury,
            blockMaker.Coldkey);
        if (plan.BlockOrder == BlockOrders.Sandwich)
        {
            Fund(world, blockMaker, Tao.Whole(1_000), "the block maker");
        }

        foreach (GroupPlan group in plan.Groups)
        {
            Hire(world, crew, plan, group, all, seed.Branch("agents").Branch(group.Name));
        }

        return world with { Crew = crew };
    }

    private static Talk TalkOf(NetworkPlan network, int subnets) => new(subnets)
    {
        Lifetime = (double)(network.TalkLasts?.Low ?? (decimal)Talk.UsualLifetime),
        Excitement = (double)(network.TalkGrows?.Low ?? (decimal)Talk.UsualExcitement),
    };

    /// <summary>Sets what the plan wants other than the launch network has it.</summary>
    private static void Adjust(Chain chain, Plan plan, ImmutableArray<NetUid> all)
    {
        if (plan.Network.MovingRate is { } rate)
        {
            chain.SetMovingAlpha(I96F32.FromBits(
                (long)decimal.Round(rate.Low * (1L << I96F32.FractionBits))));
        }

        if (plan.Network.Tempo is { } tempo)
        {
            foreach (NetUid subnet in all) chain.Subnets.SetTempo(subnet, (ushort)tempo.Low);
        }

        if (plan.Network.Objective is { } part) chain.Rules.SetScorePart(FixedOf(part.Low));
        foreach ((string purpose, Spread score) in plan.Scores)
        {
            foreach (NetUid subnet in plan.Purposes[purpose].Of(all))
            {
                chain.Rules.SetScore(subnet, FixedOf(score.Low));
            }
        }
    }

    private static U64F64 FixedOf(decimal value) =>
        U64F64.FromBits((UInt128)decimal.Round(value * 1_000_000_000)
            * ((UInt128.One << 64) / 1_000_000_000));

    private static void Hire(
        World world,
        Crew crew,
        Plan plan,
        GroupPlan group,
        ImmutableArray<NetUid> all,
        SeedTree seed)
    {
        ImmutableArray<NetUid> subnets = group.Subnets.Of(all);
        int count = group.Kind.Recruitment switch
        {
            Recruitment.PerSubnet or Recruitment.LargestValidator => subnets.Length,
            Recruitment.PerValidator => world.Validators.Count * subnets.Length,
            Recruitment.OncePerValidator => world.Validators.Count,
            _ => group.Count,
        };
        for (int number = 0; number < count; number++)
        {
            SeedTree own = seed.Branch(number);
            SeededRandom random = own.Random();
            Purse purse = PurseOf(world, group, subnets, number, own);
            Tao capital = CapitalOf(group.Settings, random);
            Fund(world, purse, capital, $"agent {number + 1} of {count} of '{group.Name}'");
            IAgent agent = group.Kind.Create(new()
            {
                Number = number,
                Seed = own,
                Random = random,
                Settings = group.Settings,
                Purse = purse,
                Subnets = subnets,
                Validators = world.Validators,
                Chain = world.Chain,
                Market = crew.Market,
                Treasury = world.Treasury,
                Words = group.Words,
            });
            CrewMember member = new(group.Name, group.Kind, agent, purse, capital)
            {
                Tip = plan.BlockOrder == BlockOrders.FeePriority
                    ? group.Tip?.DrawTao(own.Branch("tip").Random()) ?? Tao.Zero
                    : Tao.Zero,
            };
            crew.Add(member, 1 + random.Below(600));
        }
    }

    private static Purse PurseOf(
        World world, GroupPlan group, ImmutableArray<NetUid> subnets, int number, SeedTree own)
    {
        switch (group.Kind.Recruitment)
        {
            case Recruitment.PerSubnet:
                NetUid subnet = subnets[number];
                return new(
                    world.Chain.Subnets.Owner(subnet), world.Chain.Subnets.OwnerHotkey(subnet));
            case Recruitment.LargestValidator:
                return new(world.Validators[0].Coldkey, world.Validators[0].Hotkey);
            case Recruitment.PerValidator:
            case Recruitment.OncePerValidator:
                Validator validator = world.Validators[number % world.Validators.Count];
                return new(validator.Coldkey, validator.Hotkey);
            default:
                return Purse.From(own);
        }
    }

    private static Tao CapitalOf(Settings settings, SeededRandom random) =>
        settings.All.Any(static one => one.Parameter.Name == AgentKind.Capital)
            ? settings.DrawTao(AgentKind.Capital, random)
            : Tao.Zero;

    private static void Fund(World world, Purse purse, Tao amount, string who)
    {
        if (amount == Tao.Zero) return;
        TransferKeepAlive call = new(MultiAddress.Of(purse.Coldkey.Account), amount);
        DispatchResult result = world.Chain.Dispatch(call, world.Treasury.Account);
        if (!result.IsOk)
        {
            throw new FormatException(
                $"{amount} cannot be given to {who} ({result}); "
                + $"{world.Chain.Balances.Free(world.Treasury)} are left of all free TAO");
        }
    }
}
