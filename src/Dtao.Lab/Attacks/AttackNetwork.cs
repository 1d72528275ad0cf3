using System.Collections.Immutable;
using Dtao.Lab.Plans;
using Dtao.Lab.Quantities;
using Dtao.Lab.Scenarios;
using Dtao.Numerics;

namespace Dtao.Lab.Attacks;

/// <summary>The network that is attacked.</summary>
/// <param name="Text">As it was written: <c>launch</c> or <c>aged:100 days</c>.</param>
/// <param name="Scenario">Where it starts, and what changes on the way.</param>
/// <param name="Age">Age of its tokens at the start. Unit: blocks.</param>
public sealed record AttackNetwork(string Text, Scenario Scenario, ulong Age)
{
    private const string Launch = "launch";
    private const string Aged = "aged:";

    /// <summary>What may be written, for messages.</summary>
    public const string Known = "launch, or aged:100 days";

    /// <summary>Reads a network.</summary>
    /// <exception cref="FormatException">No such network; the message says what would do.
    /// </exception>
    public static AttackNetwork Parse(string text)
    {
        if (text == Launch) return new(text, LaunchScenario.Value, Age: 0);
        if (!text.StartsWith(Aged, StringComparison.Ordinal))
        {
            throw new FormatException($"'{text}' is no network; give {Known}");
        }

        ulong age = (ulong)Spread.ParseOne(text[Aged.Length..], Dimension.Time);
        if (age is 0 or > 7_200_000)
        {
            throw new FormatException($"'{text}' has no age that will do; give up to 1000 days");
        }

        Scenario scenario = LaunchScenario.Value;
        return new(text, scenario with { Genesis = seed => Older(scenario, seed, age) }, age);
    }

    private static World Older(Scenario scenario, Networks.SeedTree seed, ulong age)
    {
        World world = scenario.Genesis(seed);
        ImmutableArray<NetUid> subnets =
            [.. scenario.Subnets.Select(static subnet => subnet.NetUid)];
        AgedTokens.Add(world, subnets, age);
        return world;
    }
}
