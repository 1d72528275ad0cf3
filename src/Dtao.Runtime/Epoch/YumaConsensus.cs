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

    /// <summary>Runs one epoch.</summary>
    public static EpochOutput Run(EpochInput input) =>
        new YumaConsensus().Run(input, new EpochMemory(), output: null);

    /// <summary>Runs one epoch.</summary>
    /// <param name="input">What it reads.</param>
    /// <param name="memory">What the last epoch of the subnet left; changes no result.</param>
    /// <param name="output">Lists to write again, of the same length; null makes new ones.</param>
    internal EpochOutput Run(EpochInput input, EpochMemory memory, EpochOutput? output)
    {
        output ??= new EpochOutput(input.Count);
        return _dense.TryRun(input, memory, output) ? output : YumaReference.Run(input);
    }
}
