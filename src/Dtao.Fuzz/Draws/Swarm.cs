using Dtao.Runtime.Dispatch;

namespace Dtao.Fuzz.Draws;

/// <summary>What one seed does often, rarely, or never.</summary>
/// <remarks>
/// Each seed switches other calls off and mixes the rest in other proportions. Runs that do
/// everything evenly hide what needs many of one call and none of another.
/// Source: A. Groce and others, "Swarm testing", 2012.
/// </remarks>
public sealed class Swarm
{
    private readonly List<CallDescription> _calls = [];
    private readonly List<int> _sums = [];
    private int _total;

    private Swarm(Chance chance)
    {
        foreach (CallDescription call in CallTable.All)
        {
            if (chance.OneIn(3)) continue;
            _total += 1 << chance.Below(6);
            _calls.Add(call);
            _sums.Add(_total);
        }

        if (_calls.Count == 0)
        {
            _calls.Add(CallTable.All[0]);
            _sums.Add(_total = 1);
        }

        CallsOfBlock = chance.Among(1, 2, 4, 8, 16);
        EmptyBlockPercent = chance.Among(0, 20, 60);
        GarbledPercent = chance.Among(0, 2, 10);
        UpgradeEvery = chance.Among(30, 100, 400, 1_000_000);
    }

    /// <summary>Calls of a block at most.</summary>
    public int CallsOfBlock { get; }

    /// <summary>Blocks without any call.</summary>
    public int EmptyBlockPercent { get; }

    /// <summary>Calls whose bytes are damaged.</summary>
    public int GarbledPercent { get; }

    /// <summary>Blocks between two upgrades on average.</summary>
    public int UpgradeEvery { get; }

    /// <summary>The habits of a seed.</summary>
    public static Swarm Of(ulong seed) => new(Chance.Of(seed, "swarm"));

    /// <summary>One of the seed's calls.</summary>
    public CallDescription Draw(Chance chance)
    {
        int draw = chance.Below(_total);
        int place = _sums.BinarySearch(draw + 1);
        return _calls[place < 0 ? ~place : place];
    }
}
