using Dtao.Runtime.Epoch.Dense;

namespace Dtao.Runtime.Epoch;

/// <summary>What one epoch of a subnet leaves to the next, for speed only.</summary>
/// <remarks>
/// The lists that an epoch stored are written again by the next one, unless a branch may share
/// them by then. Nobody else may therefore keep a stored list beyond the next epoch.
/// </remarks>
internal sealed class EpochMemory
{
    private ulong[] _consensus = [];
    private EpochOutput? _output;
    private int _branches;

    /// <summary>The last consensus by column, padded; empty before the first epoch.</summary>
    public ReadOnlySpan<ulong> Consensus => _consensus;

    /// <summary>Rows of weights that were read.</summary>
    public RowCache Weights { get; } = new();

    /// <summary>Rows of bonds that were read or written.</summary>
    public RowCache Bonds { get; } = new();

    /// <summary>The lists of the last epoch if they may be written again, else null.</summary>
    /// <param name="count">Neurons that the lists must have.</param>
    /// <param name="branches">How often the state has been branched.</param>
    public EpochOutput? Reusable(int count, int branches) =>
        _branches == branches && _output?.Active.Length == count ? _output : null;

    /// <summary>Keeps the lists that an epoch found.</summary>
    public void Keep(EpochOutput output, int branches) =>
        (_output, _branches) = (output, branches);

    /// <summary>Keeps the consensus, to look there first next time.</summary>
    public void KeepConsensus(ReadOnlySpan<ulong> consensus)
    {
        if (_consensus.Length != consensus.Length) _consensus = new ulong[consensus.Length];
        consensus.CopyTo(_consensus);
    }
}
