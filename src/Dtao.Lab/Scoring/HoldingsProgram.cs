using Dtao.Lab.Networks;
using Dtao.Numerics;

namespace Dtao.Lab.Scoring;

/// <summary>SN28's rule: a miner runs nothing and is paid for the tokens it holds.</summary>
/// <remarks>
/// The score of a slot is the alpha of its coldkey over all hotkeys; a coldkey counts once, its
/// further slots get nothing; the owner's slot and slots that got dividends are left out; the
/// largest holder and the next four are favoured. Source: docs/lab/sn28.md#attack.
/// </remarks>
/// <param name="name">Name in a scenario.</param>
/// <param name="largest">Factor of the largest holder.</param>
/// <param name="next">Factor of the holders of ranks 2 to 5.</param>
public sealed class HoldingsProgram(string name, double largest, double next) : IScoringProgram
{
    private const ulong PeriodInBlocks = 100;
    private const int Favoured = 5;

    /// <summary>Added to every score, so that all are paid alike while nobody holds. Unit: rao.
    /// </summary>
    private const double Floor = 1e-10 * 1e9;

    /// <summary>The final rule, from 16 February 2025: factors 1.5 and 1.4.</summary>
    public static HoldingsProgram Final { get; } = new("holdings", 1.5, 1.4);

    /// <summary>The first rule, until 15 February 2025: factors 2.0 and 1.5.</summary>
    public static HoldingsProgram Early { get; } = new("holdings-early", 2.0, 1.5);

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string Help =>
        $"pays for holding the subnet's token; the largest holder counts {largest} times, "
        + $"ranks 2 to 5 {next} times";

    /// <inheritdoc/>
    public ulong Wait(SubnetView view, ulong sinceLast) =>
        sinceLast >= PeriodInBlocks ? 0 : PeriodInBlocks - sinceLast;

    /// <inheritdoc/>
    public void Score(SubnetView view, SeededRandom noise, Span<double> scores)
    {
        HashSet<Coldkey> counted = [];
        for (int uid = 0; uid < scores.Length; uid++)
        {
            if (IsOwner(view, uid)) continue;
            Coldkey owner = view.OwnerOf(uid);
            if (!counted.Add(owner) || view.GotDividends(uid)) continue;
            scores[uid] = view.HoldingOf(owner);
        }

        int[] ranked = [.. Enumerable.Range(0, scores.Length)];
        double[] held = scores.ToArray();
        Array.Sort(ranked, (left, right) => held[left] == held[right]
            ? left.CompareTo(right)
            : held[right].CompareTo(held[left]));
        for (int rank = 0; rank < ranked.Length && rank < Favoured; rank++)
        {
            scores[ranked[rank]] *= rank == 0 ? largest : next;
        }

        for (int uid = 0; uid < scores.Length; uid++) scores[uid] += Floor;
    }

    private static bool IsOwner(SubnetView view, int uid) =>
        view.Chain.Subnets.IsOwnerHotkey(view.Subnet, view.HotkeyOf(uid));
}
