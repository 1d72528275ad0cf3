using Dtao.Numerics;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Weights;

/// <summary>Weights that are committed and not yet revealed.</summary>
/// <remarks>Source: docs/spec/weights.md#commits.</remarks>
public sealed partial class CommitLedger
{
    /// <summary>Commits that a hotkey may have under way.</summary>
    public const int Most = 10;

    private static readonly Shape<WeightCommit[]> Queue = Shapes.List(WeightCommit.Shape);

    private static readonly Shape<WeightCommit[]?> OptionalQueue = new(
        Queue.Name,
        static (to, value) => Queue.Write(to, value ?? []),
        static (ref from) => Queue.Read(ref from));

    /// <summary>Commits of a hotkey, oldest first; null when nothing is stored.</summary>
    public IReadOnlyList<WeightCommit>? Of(NetUid subnet, Hotkey hotkey) =>
        _commits[subnet, hotkey];

    /// <summary>Time-locked commits of an interval, oldest first.</summary>
    public IReadOnlyList<TimelockedCommit> TimelockedOf(NetUid subnet, ulong epoch) =>
        _timelocked[subnet, epoch];

    /// <summary>Replaces the queue of a hotkey; an empty one is not stored.</summary>
    internal void Keep(NetUid subnet, Hotkey hotkey, WeightCommit[] queue)
    {
        if (queue.Length == 0) _commits.Remove(subnet, hotkey);
        else _commits[subnet, hotkey] = queue;
    }

    /// <summary>Gives one hotkey the queue of another; time-locked commits stay.</summary>
    internal void Move(Hotkey old, Hotkey replacement, NetUid subnet)
    {
        if (_commits[subnet, old] is not { } queue) return;
        _commits.Remove(subnet, old);
        _commits[subnet, replacement] = queue;
    }

    /// <summary>Appends a time-locked commit to the queue of an interval.</summary>
    internal void Append(NetUid subnet, ulong epoch, TimelockedCommit commit) =>
        _timelocked[subnet, epoch] = [.. _timelocked[subnet, epoch], commit];

    /// <summary>Takes the time-locked commits that are due, before an epoch.</summary>
    /// <returns>What is due, oldest first; older ones are lost.</returns>
    internal IReadOnlyList<TimelockedCommit> TakeDue(RevealWindow window, BlockNumber now)
    {
        if (!_timelocked.HasAny(window.Subnet)) return [];
        ulong present = window.EpochOf(now.Value);
        ulong delay = window.Period > 1 ? window.Period - 1 : 0;
        ulong due = present > delay ? present - delay : 0;
        foreach ((ulong epoch, TimelockedCommit[] _) in
            _timelocked.OfSubnetInHashedKeyOrder(window.Subnet))
        {
            if (epoch < due) _timelocked.Remove(window.Subnet, epoch);
        }

        // Upstream: nothing is revealed in the first two intervals, and nothing is taken.
        if (present < 2) return [];
        TimelockedCommit[] taken = _timelocked[window.Subnet, due];
        _timelocked.Remove(window.Subnet, due);
        return taken;
    }
}
