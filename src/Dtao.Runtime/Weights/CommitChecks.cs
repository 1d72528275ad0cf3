using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Weights;

/// <summary>Checks that all kinds of commits share.</summary>
/// <remarks>Source: docs/spec/weights.md#commit-weights.</remarks>
internal static class CommitChecks
{
    /// <summary>Commits are on, the hotkey sits on the subnet, and waited long enough.</summary>
    public static DispatchResult Check(Chain chain, NetUid subnet, Hotkey hotkey, out Uid uid)
    {
        uid = default;
        if (!chain.Weights.CommitRevealIsOn(subnet)) return SubtensorError.CommitRevealDisabled;
        if (chain.Neurons.UidOf(subnet, hotkey) is not { } found)
        {
            return SubtensorError.HotKeyNotRegisteredInSubNet;
        }

        uid = found;
        return IsTooFast(chain, subnet, uid)
            ? SubtensorError.CommittingWeightsTooFast
            : DispatchResult.Ok;
    }

    /// <summary>The last update of the neuron is too near.</summary>
    public static bool IsTooFast(Chain chain, NetUid subnet, Uid uid)
    {
        ReadOnlySpan<ulong> updates = chain.Neurons.LastUpdate(subnet);
        ulong last = uid.Value < updates.Length ? updates[uid.Value] : 0;
        if (!chain.Neurons.IsTaken(subnet, uid)) return true;
        if (last == 0) return false;
        ulong age = chain.Block.Value > last ? chain.Block.Value - last : 0;
        return age < chain.Weights.RateLimit(subnet);
    }
}
