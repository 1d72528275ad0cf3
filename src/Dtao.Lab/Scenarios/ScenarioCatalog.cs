using System.Collections.Immutable;

namespace Dtao.Lab.Scenarios;

/// <summary>All scenarios there are.</summary>
public static class ScenarioCatalog
{
    /// <summary>The scenarios in the order in which they are listed.</summary>
    public static ImmutableArray<Scenario> All { get; } = [LaunchScenario.Value];

    /// <summary>The scenario with this name, or null.</summary>
    public static Scenario? Find(string name) =>
        All.FirstOrDefault(scenario => scenario.Name == name);
}
