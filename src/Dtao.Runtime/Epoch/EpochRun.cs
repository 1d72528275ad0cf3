using Dtao.Numerics;
using Dtao.Runtime.Delegation;

namespace Dtao.Runtime.Epoch;

/// <summary>
/// One subnet's epoch: gathers the inputs, runs the consensus, stores the outcome.
/// </summary>
/// <remarks>Source: docs/spec/epoch.md#inputs; vectors: vectors/epoch.json.gz.</remarks>
internal sealed class EpochRun
{
    private readonly EpochInput _input = new();
    private readonly YumaConsensus _consensus;
    private EpochMemory?[] _memories = [];

    /// <summary>Runs with a consensus for this machine.</summary>
    public EpochRun()
        : this(new YumaConsensus())
    {
    }

    internal EpochRun(YumaConsensus consensus) => _consensus = consensus;

    /// <summary>Runs the epoch of a subnet in the present block.</summary>
    /// <remarks>What it returns is written again by the next epoch of the subnet.</remarks>
    /// <param name="chain">The chain.</param>
    /// <param name="subnet">Subnet whose epoch is due.</param>
    /// <param name="emission">Alpha to divide, the part already sold for root included.</param>
    public EpochOutput Run(Chain chain, NetUid subnet, Alpha emission)
    {
        Gather(chain, subnet, emission, _input);
        EpochMemory memory = MemoryOf(subnet);
        int branches = chain.State.BranchCount;
        EpochOutput? reusable = chain.State.IsRecording
            ? null
            : memory.Reusable(_input.Count, branches);
        EpochOutput found = _consensus.Run(_input, memory, reusable);
        memory.Keep(found, branches);
        chain.Neurons.Record(subnet, found);
        chain.Epochs.Record(subnet, found);
        return found;
    }

    /// <summary>Reads everything the epoch needs.</summary>
    public static void Gather(Chain chain, NetUid subnet, Alpha emission, EpochInput input)
    {
        int count = chain.Neurons.Count(subnet);
        input.Reserve(count);
        input.Block = chain.Block.Value;
        input.Emission = emission.Rao;
        chain.Epochs.CopyParameters(subnet, input);
        input.LastUpdate = chain.Neurons.LastUpdateList(subnet);
        input.ValidatorPermit = chain.Neurons.ValidatorPermitList(subnet);
        Invariant.Holds(
            input.LastUpdate.Length == count && input.ValidatorPermit.Length == count,
            "lists by uid are as long as the subnet");

        chain.Neurons.CopyRegistrations(subnet, input.RegisteredAt.AsSpan(0, count));
        CopyRows(chain.Weights.Rows(subnet), input.Weights, count);
        CopyRows(chain.Epochs.Bonds(subnet), input.Bonds, count);
        GatherStake(chain, subnet, input.Stake.AsSpan(0, count));
    }

    private static void GatherStake(Chain chain, NetUid subnet, Span<I64F64> stake)
    {
        bool isPlain = !chain.Delegation.HasRelations(subnet);
        I96F32 taoWeight = chain.Stakes.TaoWeight;
        ReadOnlySpan<Hotkey> keys = chain.Neurons.Keys(subnet);
        int alphaPlace = 0;
        int taoPlace = 0;
        for (int uid = 0; uid < stake.Length; uid++)
        {
            stake[uid] = I64F64.Zero;
            if (!chain.Neurons.IsTaken(subnet, new((ushort)uid))) continue;
            Hotkey hotkey = keys[uid];

            // Without parents and children what works for a hotkey is its own stake.
            Alpha alpha = isPlain
                ? chain.Stakes.StakeOf(hotkey, subnet, ref alphaPlace)
                : chain.Delegation.InheritedAlpha(hotkey, subnet);
            Tao tao = isPlain
                ? Tao.FromRao(chain.Stakes.StakeOf(hotkey, NetUid.Root, ref taoPlace).Rao)
                : chain.Delegation.InheritedTao(hotkey, subnet);
            stake[uid] = StakeWeight.Of(alpha, tao, taoWeight).Weight;
        }
    }

    private EpochMemory MemoryOf(NetUid subnet)
    {
        if (subnet.Value >= _memories.Length) Array.Resize(ref _memories, subnet.Value + 1);
        return _memories[subnet.Value] ??= new();
    }

    private static void CopyRows(ReadOnlySpan<UidWeight[]> stored, UidWeight[][] rows, int count)
    {
        for (int uid = 0; uid < count; uid++)
        {
            rows[uid] = uid < stored.Length ? stored[uid] : [];
        }
    }
}
