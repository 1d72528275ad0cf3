using Dtao.Numerics;
using Dtao.Runtime.Epoch;
using Dtao.Runtime.Genesis;

namespace Dtao.Lab.Networks;

/// <summary>
/// Neurons and weights of a subnet, made from a seed: nothing here is recorded data.
/// </summary>
/// <remarks>
/// The validators take the first uids, miners the rest; the last uid stays free for the owner,
/// whom the switch to dTAO seats. Each neuron has a quality, skewed to the low side and next to
/// nothing for validators; each validator sees it with an error of at most an eighth.
/// </remarks>
public static class SyntheticNeurons
{
    /// <summary>Neurons of a subnet, the owner included.</summary>
    public const int Count = 256;

    /// <summary>Validators of a subnet at most.</summary>
    public const int Validators = 64;

    /// <summary>Seats neurons and sets the validators' weights, as of the present block.</summary>
    /// <param name="genesis">The network.</param>
    /// <param name="subnet">The subnet, still empty.</param>
    /// <param name="validators">Who validates there.</param>
    /// <param name="registeredAt">
    /// Block of registration of every neuron, before the present.
    /// </param>
    /// <param name="seed">Branch of the subnet.</param>
    public static void Seat(
        GenesisBuilder genesis, NetUid subnet, IReadOnlyList<Validator> validators,
        BlockNumber registeredAt, SeedTree seed)
    {
        SeatValidators(genesis, subnet, validators, registeredAt);
        SeedTree miners = seed.Branch("miner");
        List<(Hotkey, Coldkey)> pairs = new(Count);
        for (int uid = validators.Count; uid < Count - 1; uid++)
        {
            SeedTree own = miners.Branch(uid);
            pairs.Add((
                new(own.Branch("hotkey").Account()), new(own.Branch("coldkey").Account())));
        }

        genesis.SeatAll(subnet, pairs, registeredAt);

        ulong[] quality = QualityOfEach(validators.Count, seed.Branch("quality").Random());
        for (int uid = 0; uid < validators.Count; uid++)
        {
            SeededRandom noise = seed.Branch("noise").Branch(uid).Random();
            genesis.SetWeights(subnet, new((ushort)uid), RowOf(quality, noise));
        }
    }

    /// <summary>Seats validators alone, without permits or weights.</summary>
    /// <param name="genesis">The network.</param>
    /// <param name="subnet">The subnet, still empty.</param>
    /// <param name="validators">Who validates there.</param>
    /// <param name="registeredAt">Block of their registration.</param>
    public static void SeatValidators(
        GenesisBuilder genesis, NetUid subnet, IReadOnlyList<Validator> validators,
        BlockNumber registeredAt)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(validators.Count, Validators);
        genesis.SeatAll(
            subnet,
            [.. validators.Select(static one => (one.Hotkey, one.Coldkey))],
            registeredAt);
    }

    /// <summary>A validator's full row: the quality of every neuron, seen with an error.</summary>
    public static UidWeight[] RowOf(IReadOnlyList<ulong> quality, SeededRandom noise)
    {
        ushort[] seen = new ushort[quality.Count];
        for (int uid = 0; uid < seen.Length; uid++)
        {
            ulong spread = quality[uid] / 8;
            seen[uid] = (ushort)(quality[uid] - spread + noise.Below((2 * spread) + 1));
        }

        ushort[] scaled = Vectors.UpscaleToShare16(seen);
        UidWeight[] row = new UidWeight[scaled.Length];
        for (int uid = 0; uid < row.Length; uid++)
        {
            row[uid] = new((ushort)uid, scaled[uid]);
        }

        return row;
    }

    /// <summary>The quality of every neuron of a subnet: 1 to 32,769, of no unit.</summary>
    public static ulong[] QualityOfEach(int validators, SeededRandom random)
    {
        ulong[] quality = new ulong[Count - 1];
        for (int uid = 0; uid < quality.Length; uid++)
        {
            // The square of an even draw: few are good, many are not.
            ulong draw = random.Below(65_536);
            quality[uid] = 1 + (uid < validators ? draw >> 12 : (draw * draw) >> 17);
        }

        return quality;
    }
}
