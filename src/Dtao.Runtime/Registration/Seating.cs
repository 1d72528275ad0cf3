using Dtao.Numerics;
using Dtao.Runtime.Neurons;
using Dtao.Runtime.Spec;

namespace Dtao.Runtime.Registration;

/// <summary>How a registered hotkey gets its uid.</summary>
/// <remarks>Source: docs/spec/neurons.md#seating.</remarks>
internal static class Seating
{
    /// <summary>Seats a hotkey: at a new uid, or where the pruned neuron sat.</summary>
    public static Uid Register(Chain chain, NetUid subnet, Hotkey hotkey)
    {
        NeuronLedger neurons = chain.Neurons;
        if (neurons.Count(subnet) < neurons.Capacity(subnet))
        {
            return neurons.Append(subnet, hotkey, chain.Block);
        }

        Uid uid = ChooseForPruning(chain, subnet);
        Replace(chain, subnet, uid, hotkey);
        return uid;
    }

    /// <summary>Chooses and marks the neuron to prune.</summary>
    public static Uid ChooseForPruning(Chain chain, NetUid subnet)
    {
        int count = chain.Neurons.Count(subnet);
        if (count == 0) return default;
        ReadOnlySpan<ushort> scores = chain.Neurons.PruningScores(subnet);
        Pruning.Candidate[] candidates = new Pruning.Candidate[count];
        for (int uid = 0; uid < count; uid++)
        {
            Uid own = new((ushort)uid);
            BlockNumber registered = chain.Neurons.RegisteredAt(subnet, own);
            ulong age = chain.Block.Value > registered.Value
                ? chain.Block.Value - registered.Value
                : 0;
            candidates[uid] = new(
                uid < scores.Length ? scores[uid] : NeuronLedger.NoScore,
                registered,
                IsImmune: age < chain.Neurons.ImmunityPeriod(subnet),
                IsProtected: chain.Neurons.IsTaken(subnet, own)
                    && IsProtected(chain, subnet, chain.Neurons.KeyOf(subnet, own)));
        }

        Uid chosen = Pruning.Choose(candidates);
        chain.Neurons.MarkForPruning(subnet, chosen);
        return chosen;
    }

    /// <summary>Replaces a neuron; a protected one stays and nothing happens.</summary>
    /// <remarks>Upstream: the registration counts and is paid for all the same.</remarks>
    public static void Replace(Chain chain, NetUid subnet, Uid uid, Hotkey hotkey)
    {
        Hotkey old = chain.Neurons.KeyOf(subnet, uid);
        if (IsProtected(chain, subnet, old)) return;
        chain.Neurons.Replace(subnet, uid, hotkey, chain.Block);
        chain.Serving.Forget(subnet, old);
    }

    private static bool IsProtected(Chain chain, NetUid subnet, Hotkey hotkey) =>
        chain.Spec.PruningProtection == PruningProtection.OwnerHotkey
            ? chain.Subnets.IsOwnerHotkey(subnet, hotkey)

            // Upstream: two unknown owners are both the zero account, and so equal.
            : chain.Stakes.OwnerOf(hotkey) == chain.Subnets.Owner(subnet);
}
