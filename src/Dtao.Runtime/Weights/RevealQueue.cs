using Dtao.Numerics;

namespace Dtao.Runtime.Weights;

/// <summary>A hotkey's commits at a reveal: those in time and those too late.</summary>
/// <remarks>Source: docs/spec/weights.md#reveal-weights.</remarks>
internal sealed class RevealQueue
{
    private readonly RevealWindow _window;
    private readonly BlockNumber _now;
    private readonly List<Hash256> _expired = [];

    private RevealQueue(RevealWindow window, BlockNumber now, List<WeightCommit> commits)
    {
        _window = window;
        _now = now;
        Commits = commits;
        while (commits.Count > 0 && window.IsOver(commits[0].Block, now))
        {
            _expired.Add(commits[0].Hash);
            commits.RemoveAt(0);
        }
    }

    /// <summary>What is left, oldest first.</summary>
    public List<WeightCommit> Commits { get; }

    /// <summary>The commits of a hotkey; null when it has no queue.</summary>
    public static RevealQueue? Open(Chain chain, NetUid subnet, Hotkey hotkey) =>
        chain.Commits.Of(subnet, hotkey) is { } stored
            ? new(RevealWindow.Of(chain, subnet), chain.Block, [.. stored])
            : null;

    /// <summary>The first commit of a digest; negative when there is none.</summary>
    public int PlaceOf(Hash256 hash) => Commits.FindIndex(commit => commit.Hash == hash);

    /// <summary>The digest was committed, and its time is over.</summary>
    public bool IsExpired(Hash256 hash) => _expired.Contains(hash);

    /// <summary>A commit can be revealed now.</summary>
    public bool IsOpen(int place) => _window.IsOpen(Commits[place].Block, _now);
}
