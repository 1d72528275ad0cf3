using Dtao.Numerics;

namespace Dtao.Runtime.Weights;

/// <summary>What happens to time-locked commits right before the epoch of their subnet.</summary>
/// <remarks>
/// Opening a commit needs the signature of its drand round. No round is known to this engine, so
/// every commit takes the chain's path of a missing round: it leaves its queue and is lost,
/// without error and without event. Source: docs/spec/weights.md#time-locked-reveal.
/// </remarks>
internal static class TimelockedReveal
{
    /// <summary>Takes what is due and what is overdue from the queues of a subnet.</summary>
    /// <returns>Number of commits that were due and could not be opened.</returns>
    public static int Run(Chain chain, NetUid subnet) =>
        chain.Commits.TakeDue(RevealWindow.Of(chain, subnet), chain.Block).Count;
}
