using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Genesis;
using Dtao.Runtime.Spec;
using Dtao.Runtime.Staking;

namespace Dtao.Lab.Networks;

/// <summary>
/// The network that speed is measured on: full subnets, full weight rows, real stakes.
/// </summary>
/// <remarks>
/// 256 neurons and 64 validators with full rows on every subnet, tempo 360, 5.93 million TAO on
/// root, and one nominator behind every validator of every subnet. Source: docs/how-to/bench.md.
/// </remarks>
public static class StandardNetwork
{
    /// <summary>Tempo of its subnets. Unit: blocks.</summary>
    public const ushort Tempo = 360;

    private const ulong FirstBlock = 1_000_000;
    private const ulong BlocksBeforeNominators = 1_000;
    private static readonly Tao RootStake = Tao.Whole(5_930_000);

    /// <summary>Builds the network; the same number of subnets gives the same state.</summary>
    /// <param name="subnets">Number of subnets besides root.</param>
    /// <param name="spec">Version that runs.</param>
    public static Chain Build(int subnets, RuntimeSpec spec)
    {
        SeedTree seed = Seed();
        List<Validator> validators = ValidatorsOf(seed);
        GenesisBuilder genesis = new(new(FirstBlock), Tempo);
        foreach (Validator validator in validators)
        {
            genesis.AddStake(validator.Hotkey, validator.Coldkey, validator.RootStake);
        }

        // One TAO of emission in all, in even parts.
        Tao emission = Tao.FromRao(1_000_000_000 / (ulong)subnets);
        for (int number = 1; number <= subnets; number++)
        {
            NetUid subnet = new((ushort)number);
            SeedTree own = seed.Branch("subnet").Branch(number);
            Coldkey owner = new(own.Branch("owner").Account());
            genesis.AddSubnet(subnet, owner, new(FirstBlock - 100_000), emission);
            SyntheticNeurons.Seat(genesis, subnet, validators, new(FirstBlock - 50_000), own);
        }

        Chain chain = genesis.Switch();
        if (spec.Version != chain.Spec.Version) chain.UpgradeTo(spec);
        foreach (NetUid subnet in chain.Subnets.InHashedKeyOrder())
        {
            chain.Epochs.SetActivityCutoff(subnet, ushort.MaxValue);
        }

        for (ulong block = 0; block < BlocksBeforeNominators; block++)
        {
            BlockExecutor.RunBlock(chain);
        }

        AddNominators(chain, validators, seed);
        return chain;
    }

    /// <summary>Who validates on every subnet of the network.</summary>
    public static IReadOnlyList<Validator> Validators() => ValidatorsOf(Seed());

    /// <summary>A branch of a network in which no epoch is ever due.</summary>
    public static Chain WithoutEpochs(Chain network)
    {
        Chain branch = network.Branch();
        foreach (NetUid subnet in branch.Subnets.InHashedKeyOrder())
        {
            branch.Subnets.SetTempo(subnet, 0);
        }

        return branch;
    }

    private static SeedTree Seed() => SeedTree.From(1).Branch("standard-network");

    private static List<Validator> ValidatorsOf(SeedTree seed)
    {
        List<Validator> validators = [];
        for (int number = 0; number < SyntheticNeurons.Validators; number++)
        {
            SeedTree own = seed.Branch("validator").Branch(number);
            validators.Add(new(
                $"validator {number}",
                new(own.Branch("hotkey").Account()),
                new(own.Branch("coldkey").Account()),
                Tao.FromRao(RootStake.Rao / SyntheticNeurons.Validators)));
        }

        return validators;
    }

    private static void AddNominators(Chain chain, List<Validator> validators, SeedTree seed)
    {
        foreach (NetUid subnet in chain.Subnets.InHashedKeyOrder())
        {
            if (subnet == NetUid.Root) continue;
            for (int number = 0; number < validators.Count; number++)
            {
                SeedTree own = seed.Branch("nominator").Branch(subnet.Value).Branch(number);
                Coldkey nominator = new(own.Account());
                chain.Deposit(nominator, Tao.Whole(1));
                AddStake call = new(
                    validators[number].Hotkey, subnet, Tao.FromRao(20_000_000));
                DispatchResult result = chain.Dispatch(call, nominator.Account);
                Invariant.Holds(result.IsOk, $"a nominator can stake: {result}");
            }
        }
    }
}
