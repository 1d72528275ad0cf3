using Dtao.Runtime.Epoch.Dense;

namespace Dtao.Runtime.Epoch;

/// <summary>Yuma consensus: what a subnet's validators agree on, and what everyone earns.</summary>
/// <remarks>
/// Same results as <see cref="YumaReference"/>, to which odd inputs are left; the usual ones take
/// the dense way. One object serves many epochs, one after the other.
/// Source: docs/spec/epoch.md; vectors: vectors/epoch.json.gz.
/// </remarks>
public sealed class YumaConsensus
{
    private readonly DenseConsensus _dense;

    /// <summary>A consensus for this machine.</summary>
    public YumaConsensus()
        : this(new DenseConsensus())
    {
    }

    internal YumaConsensus(DenseConsensus dense) => _dense = dense;

    /// <summary>
    /// Consensus of the last epoch by column, padded: the best hint for its next.
    /// </summary>
    internal ReadOnlySpan<ulong> Consensus => _dense.Consensus;

    /// <summary>Runs one epoch.</summary>
    public static EpochOutput Run(EpochInput input) =>
        new YumaConsensus().Run(input, output: null, hints: []);

    /// <summary>Runs one epoch.</summary>
    /// <param name="input">What it reads.</param>
    /// <param name="output">Lists to write again, of the same length; null makes new ones.</param>
    /// <param name="hints">Where to look for consensus first, as the last run left it.</param>
    internal EpochOutput Run(EpochInput input, EpochOutput? output, ReadOnlySpan<ulong> hints)
    {
        output ??= new EpochOutput(input.Count);
        return _dense.TryRun(input, output, hints) ? output : YumaReference.Run(input);
    }
}
