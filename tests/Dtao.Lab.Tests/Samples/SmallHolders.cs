using Dtao.Lab.Networks;
using Dtao.Lab.Scoring;
using Dtao.Numerics;

namespace Dtao.Lab.Tests.Samples;

/// <summary>Pays every coldkey that holds the token the same, however much it holds.</summary>
public sealed class SmallHolders : IScoringProgram
{
    /// <inheritdoc/>
    public string Name => "small-holders";

    /// <inheritdoc/>
    public string Help => "pays every holder the same";

    /// <inheritdoc/>
    public ulong Wait(SubnetView view, ulong sinceLast) => sinceLast >= 100 ? 0 : 100 - sinceLast;

    /// <inheritdoc/>
    public void Score(SubnetView view, SeededRandom noise, Span<double> scores)
    {
        HashSet<Coldkey> counted = [];
        for (int uid = 0; uid < scores.Length; uid++)
        {
            Coldkey owner = view.OwnerOf(uid);
            if (view.GotDividends(uid) || !counted.Add(owner)) continue;
            if (view.HoldingOf(owner) > 0) scores[uid] = 1;
        }
    }
}
