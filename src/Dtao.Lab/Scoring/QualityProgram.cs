using Dtao.Lab.Networks;
using Dtao.Numerics;

namespace Dtao.Lab.Scoring;

/// <summary>Pays for work: every hotkey has a true quality, seen with an error.</summary>
/// <remarks>
/// The truth is drawn once from the hotkey, skewed to the low side as in
/// <see cref="SyntheticNeurons"/>; each look errs by at most an eighth.
/// </remarks>
public sealed class QualityProgram : IScoringProgram
{
    private const ulong PeriodInBlocks = 100;

    /// <inheritdoc/>
    public string Name => "quality";

    /// <inheritdoc/>
    public string Help => "pays for the quality of work, which each validator sees with an error";

    /// <inheritdoc/>
    public ulong Wait(SubnetView view, ulong sinceLast) =>
        sinceLast >= PeriodInBlocks ? 0 : PeriodInBlocks - sinceLast;

    /// <inheritdoc/>
    public void Score(SubnetView view, SeededRandom noise, Span<double> scores)
    {
        for (int uid = 0; uid < scores.Length; uid++)
        {
            if (view.GotDividends(uid)) continue;
            double error = ((noise.Next() >> 11) / (double)(1UL << 53)) - 0.5;
            scores[uid] = TruthOf(view.HotkeyOf(uid)) * (1 + (error / 4));
        }
    }

    /// <summary>Quality of a hotkey's work, 0 to 1.</summary>
    public static double TruthOf(Hotkey hotkey)
    {
        Span<byte> bytes = stackalloc byte[AccountId.Size];
        hotkey.Account.CopyTo(bytes);
        double draw = (bytes[0] + (bytes[1] * 256.0)) / 65_536;
        return draw * draw;
    }
}
