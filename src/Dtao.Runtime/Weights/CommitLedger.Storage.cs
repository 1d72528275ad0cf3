using Dtao.Crypto;
using Dtao.Numerics;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Weights;

public sealed partial class CommitLedger
{
    private readonly SubnetMapItem<Hotkey, WeightCommit[]?> _commits;
    private readonly SubnetMapItem<ulong, TimelockedCommit[]> _timelocked;

    internal CommitLedger(StateLayer state)
    {
        _commits = state.Open(Storage.Commits);
        _timelocked = state.Open(Storage.Timelocked);
    }

    /// <summary>
    /// What commits keep in the state. Private, so that nothing else can write it.
    /// </summary>
    private static class Storage
    {
        /// <summary>Queue of a hotkey's commits, oldest first. Unit: none.</summary>
        public static readonly SubnetMapDescriptor<Hotkey, WeightCommit[]?> Commits =
            new(
                ItemDescriptor.Subtensor,
                "WeightCommits",
                [
                    new("u16", KeyHasher.Twox64Concat),
                    new("account", KeyHasher.Twox64Concat),
                ],
                SubnetKeyPlace.First,
                Shapes.Hotkey,
                OptionalQueue,
                null,
                "none");

        /// <summary>Queue of an interval's time-locked commits, oldest first. Unit: none.</summary>
        public static readonly SubnetMapDescriptor<ulong, TimelockedCommit[]> Timelocked =
            new(
                ItemDescriptor.Subtensor,
                "CRV3WeightCommits",
                [
                    new("u16", KeyHasher.Twox64Concat),
                    new("u64", KeyHasher.Twox64Concat),
                ],
                SubnetKeyPlace.First,
                Shapes.U64,
                Shapes.List(TimelockedCommit.Shape),
                [],
                "none");
    }
}
