using Dtao.Lab.Agents;
using Dtao.Lab.Datasets;
using Dtao.Lab.Networks;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Genesis;

namespace Dtao.Lab.Scenarios;

/// <summary>Builds the network of 13 February 2025 and switches it to dTAO.</summary>
public static class LaunchGenesis
{
    /// <summary>Tempo of every subnet. Unit: blocks.</summary>
    public const ushort Tempo = 360;

    private const ulong NeuronAgeInBlocks = 50_000;

    /// <summary>TAO that the switch mints for each pool, for want of locks.</summary>
    private static readonly Tao PoolSize = Tao.Whole(1);

    /// <summary>The network at the launch block, after the switch.</summary>
    public static World Build(SeedTree seed) => Build(seed, [], []);

    /// <summary>The network at the launch block, after the switch.</summary>
    /// <param name="seed">Root of everything that is drawn.</param>
    /// <param name="open">Subnets on which only validators have slots.</param>
    /// <param name="scored">Subnets on which others set the weights.</param>
    internal static World Build(
        SeedTree seed, HashSet<NetUid> open, HashSet<NetUid> scored)
    {
        LaunchDataset dataset = LaunchDataset.Instance;
        List<Validator> validators = ValidatorsOf(dataset, seed.Branch("validator"));
        GenesisBuilder genesis = new(dataset.LaunchBlock, Tempo);
        BlockNumber neuronsSince = new(dataset.LaunchBlock.Value - NeuronAgeInBlocks);
        foreach (Validator validator in validators)
        {
            genesis.Seat(NetUid.Root, validator.Hotkey, validator.Coldkey, neuronsSince);
            genesis.AddStake(validator.Hotkey, validator.Coldkey, validator.RootStake);
        }

        List<(NetUid, SeedTree)> judged = [];
        foreach (LaunchSubnet subnet in dataset.Subnets)
        {
            SeedTree own = seed.Branch("subnet").Branch(subnet.NetUid.Value);
            Coldkey owner = new(own.Branch("owner").Account());
            genesis.AddSubnet(subnet.NetUid, owner, subnet.RegisteredAt, subnet.Emission);
            BlockNumber seatedAt = subnet.RegisteredAt.Value > neuronsSince.Value
                ? subnet.RegisteredAt
                : neuronsSince;
            if (open.Contains(subnet.NetUid))
            {
                SyntheticNeurons.SeatValidators(genesis, subnet.NetUid, validators, seatedAt);
            }
            else
            {
                SyntheticNeurons.Seat(genesis, subnet.NetUid, validators, seatedAt, own);
            }

            if (!scored.Contains(subnet.NetUid)) judged.Add((subnet.NetUid, own));
        }

        Coldkey treasury = new(seed.Branch("everyone else").Account());
        genesis.Deposit(treasury, FreeTao(dataset));
        Chain chain = genesis.Switch();
        Invariant.Holds(
            chain.Issuance.Total == dataset.TotalIssuance, "the issuance is the one on record");
        return new(chain, validators, new WeightSetters(validators, judged), treasury);
    }

    /// <summary>The listed validators, and as many without a name as root has seats.</summary>
    /// <remarks>The nameless ones share what the listed ones leave of the root stake.</remarks>
    public static List<Validator> ValidatorsOf(LaunchDataset dataset, SeedTree seed)
    {
        List<Validator> validators = [];
        Tao rest = dataset.RootStake;
        foreach (LaunchValidator listed in dataset.Validators)
        {
            int rank = validators.Count + 1;
            validators.Add(new(
                listed.Name.Length > 0 ? listed.Name : $"validator {rank} (no name)",
                listed.Hotkey,
                new(seed.Branch(rank).Branch("coldkey").Account()),
                listed.RootStake));
            rest -= listed.RootStake;
        }

        while (validators.Count < SyntheticNeurons.Validators)
        {
            int rank = validators.Count + 1;
            Tao part = Tao.FromRao(
                rest.Rao / (ulong)(SyntheticNeurons.Validators - validators.Count));
            validators.Add(new(
                $"validator {rank} (made up)",
                new(seed.Branch(rank).Branch("hotkey").Account()),
                new(seed.Branch(rank).Branch("coldkey").Account()),
                part));
            rest -= part;
        }

        return validators;
    }

    private static Tao FreeTao(LaunchDataset dataset) => dataset.TotalIssuance
        - dataset.RootStake
        - Tao.FromRao(PoolSize.Rao * (ulong)dataset.Subnets.Length);
}
