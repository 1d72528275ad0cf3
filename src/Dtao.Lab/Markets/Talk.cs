using Dtao.Lab.Networks;

namespace Dtao.Lab.Markets;

/// <summary>How much each subnet is talked about: attention that prices and people feed.</summary>
/// <remarks>
/// Every five minutes talk fades by its part of a lifetime and grows with the price's gain over
/// the last hour. Every subnet keeps a little. Unit: one is the talk of a quiet subnet.
/// Source: docs/lab/agents.md#what-agents-see.
/// </remarks>
public sealed class Talk
{
    private const double Quiet = 1;
    private const double Loudest = 400;
    private readonly double[] _talk;

    internal Talk(int subnets)
    {
        _talk = new double[subnets];
        Array.Fill(_talk, Quiet);
    }

    /// <summary>Time in which talk fades if nothing feeds it, if a plan does not say. Unit:
    /// blocks.</summary>
    public const double UsualLifetime = 7_200;

    /// <summary>Talk that a gain of the price by its own size adds in an hour, if a plan does not
    /// say.</summary>
    public const double UsualExcitement = 5;

    /// <summary>Time in which talk fades if nothing feeds it. Unit: blocks.</summary>
    public double Lifetime { get; init; } = UsualLifetime;

    /// <summary>Talk that a gain of the price by its own size adds in an hour.</summary>
    public double Excitement { get; init; } = UsualExcitement;

    /// <summary>Talk about the subnet at a place.</summary>
    public double this[int place] => _talk[place];

    /// <summary>Talk about all subnets.</summary>
    public double Sum => _talk.Sum();

    /// <summary>Somebody talks about a subnet.</summary>
    public void Add(int place, double amount) =>
        _talk[place] = Math.Min(Loudest, _talk[place] + amount);

    /// <summary>A subnet drawn by how much it is talked about.</summary>
    public int Draw(SeededRandom random)
    {
        double left = Sum * ((random.Next() >> 11) / (double)(1UL << 53));
        for (int place = 0; place < _talk.Length - 1; place++)
        {
            left -= _talk[place];
            if (left < 0) return place;
        }

        return _talk.Length - 1;
    }

    internal void Hear(int place, double gain)
    {
        double fading = (_talk[place] - Quiet) * (Market.Step / Lifetime);
        double growing = Math.Clamp(gain, 0, 1) * Excitement * Market.Step / 300;
        _talk[place] = Math.Min(Loudest, _talk[place] - fading + growing);
    }
}
