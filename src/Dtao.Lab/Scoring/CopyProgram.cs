using Dtao.Lab.Networks;
using Dtao.Numerics;
using Dtao.Runtime.Epoch;

namespace Dtao.Lab.Scoring;

/// <summary>Does no work: copies the weights of the validator with the most weight.</summary>
public sealed class CopyProgram : IScoringProgram
{
    private const ulong PeriodInBlocks = 360;

    /// <inheritdoc/>
    public string Name => "copy";

    /// <inheritdoc/>
    public string Help => "copies the newest weights of the validator with the most stake weight";

    /// <inheritdoc/>
    public ulong Wait(SubnetView view, ulong sinceLast) =>
        sinceLast >= PeriodInBlocks ? 0 : PeriodInBlocks - sinceLast;

    /// <inheritdoc/>
    public void Score(SubnetView view, SeededRandom noise, Span<double> scores)
    {
        IReadOnlyList<UidWeight> heaviest = [];
        I64F64 most = I64F64.Zero;
        for (int uid = 0; uid < scores.Length; uid++)
        {
            IReadOnlyList<UidWeight> row = view.Chain.Weights.RowOf(view.Subnet, new((ushort)uid));
            if (row.Count == 0) continue;
            I64F64 weight =
                view.Chain.Delegation.WeightOf(view.HotkeyOf(uid), view.Subnet).Weight;
            if (weight <= most) continue;
            (heaviest, most) = (row, weight);
        }

        foreach (UidWeight entry in heaviest)
        {
            if (entry.Uid < scores.Length) scores[entry.Uid] = entry.Value;
        }
    }
}
