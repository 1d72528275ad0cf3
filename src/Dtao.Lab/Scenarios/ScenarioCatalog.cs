using System.Collections.Immutable;
using System.Reflection;
using Dtao.Lab.Plans;

namespace Dtao.Lab.Scenarios;

/// <summary>All scenarios there are.</summary>
public static class ScenarioCatalog
{
    private static readonly Lazy<ImmutableArray<Scenario>> Loaded = new(Load);

    /// <summary>Names of the scenarios that are written as files.</summary>
    public static ImmutableArray<string> FileNames { get; } =
        [
            "root-share", "sn28", "sn28-no-intervention", "sn28-year-later", "manipulation",
            "manipulation-slow", "manipulation-fast", "manipulation-spot", "issuance-cap",
            "buyback-vs-hype", "bitcoin-subnet", "general-network", "wash-trade",
            "wash-trade-readme", "objective",
        ];

    /// <summary>The scenarios in the order in which they are listed.</summary>
    public static ImmutableArray<Scenario> All => Loaded.Value;

    /// <summary>The scenario with this name, or null.</summary>
    public static Scenario? Find(string name) =>
        All.FirstOrDefault(scenario => scenario.Name == name);

    /// <summary>Name of the file of a scenario, for messages.</summary>
    public static string FileOf(string name) => $"scenario/{name}.yaml";

    /// <summary>Text of the file of a scenario; null when it is not written as a file.</summary>
    public static string? TextOf(string name)
    {
        if (!FileNames.Contains(name)) return null;
        Assembly assembly = typeof(ScenarioCatalog).Assembly;
        using Stream stream = assembly.GetManifestResourceStream(FileOf(name))
            ?? throw new InvalidOperationException($"{FileOf(name)} is part of the program");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    private static ImmutableArray<Scenario> Load() =>
    [
        LaunchScenario.Value,
        .. FileNames.Select(static name => PlanScenario.Of(
            ScenarioFile.Read(FileOf(name), TextOf(name)!))),
    ];
}
