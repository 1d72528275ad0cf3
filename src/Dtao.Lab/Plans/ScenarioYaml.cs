using Dtao.Lab.Scenarios;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Dtao.Lab.Plans;

/// <summary>Loads the YAML of a scenario file, on top of the scenario that it is like.</summary>
internal static class ScenarioYaml
{
    /// <summary>Name of the entry that names the scenario to start from.</summary>
    public const string Like = "like";

    private const string None = "none";

    /// <summary>The whole scenario as one node.</summary>
    public static YamlNode Load(string file, string text)
    {
        YamlNode own = Parse(file, text);
        if (own is not YamlMappingNode mapping) return own;
        if (!mapping.Children.TryGetValue(new YamlScalarNode(Like), out YamlNode? like))
        {
            return own;
        }

        string name = (like as YamlScalarNode)?.Value ?? string.Empty;
        string basis = ScenarioCatalog.TextOf(name) ?? throw YamlPlace.Wrong(
            file,
            like.Start,
            $"there is no scenario file '{name}' to be like; there are "
                + string.Join(", ", ScenarioCatalog.FileNames));
        YamlMappingNode below = (YamlMappingNode)Load(ScenarioCatalog.FileOf(name), basis);
        below.Children.TryGetValue(new YamlScalarNode(Like), out YamlNode? deepest);
        // Another question has another answer.
        if (mapping.Children.ContainsKey(new YamlScalarNode("question")))
        {
            below.Children.Remove(new YamlScalarNode("answer"));
        }

        Merge(below, mapping);
        if (deepest is not null) below.Children[new YamlScalarNode(Like)] = deepest;
        return below;
    }

    /// <summary>Names of the scenarios that a scenario is like, the nearest first.</summary>
    public static IEnumerable<string> BasesOf(string text)
    {
        string? at = text;
        while (at is not null
            && Parse(string.Empty, at) is YamlMappingNode mapping
            && mapping.Children.TryGetValue(new YamlScalarNode(Like), out YamlNode? like)
            && like is YamlScalarNode { Value: { } name })
        {
            yield return name;
            at = ScenarioCatalog.TextOf(name);
        }
    }

    /// <summary>Puts values over those of the file.</summary>
    /// <exception cref="FormatException">A path leads nowhere.</exception>
    public static void Apply(YamlNode root, IEnumerable<Change> changes)
    {
        if (root is not YamlMappingNode mapping) return;
        foreach (Change change in changes)
        {
            string[] steps = change.Path.Split('.');
            YamlMappingNode at = mapping;
            if (steps.Length == 2)
            {
                at = Inner(mapping, steps[0])
                    ?? (Inner(mapping, "agents") is { } agents ? Inner(agents, steps[0]) : null)
                    ?? throw new FormatException(
                        $"'{change}' changes nothing: there is no group '{steps[0]}'");
            }
            else if (steps.Length != 1)
            {
                throw new FormatException(
                    $"'{change}' has no path; write GROUP.SETTING or the name of an entry");
            }

            at.Children[new YamlScalarNode(steps[^1])] = new YamlScalarNode(change.Value);
        }
    }

    private static YamlMappingNode? Inner(YamlMappingNode node, string name) =>
        node.Children.TryGetValue(new YamlScalarNode(name), out YamlNode? inner)
            ? inner as YamlMappingNode
            : null;

    private static YamlNode Parse(string file, string text)
    {
        YamlStream stream = [];
        try
        {
            using StringReader reader = new(text);
            stream.Load(reader);
        }
        catch (YamlException problem)
        {
            throw YamlPlace.Wrong(file, problem.Start, $"no YAML: {problem.Message}");
        }
        catch (InvalidOperationException)
        {
            // What the reader throws for text that ends within a bracket.
            int last = text.TrimEnd().Count(static letter => letter == '\n') + 1;
            throw new ScenarioFileException(
                $"{file}, line {last}: no YAML: the text ends within a list or a mapping");
        }

        return stream.Documents.Count == 1
            ? stream.Documents[0].RootNode
            : throw new ScenarioFileException($"{file}, line 1: a file holds one scenario");
    }

    /// <summary>The basis with every entry replaced that is given; <c>none</c> removes one.
    /// </summary>
    private static YamlMappingNode Merge(YamlMappingNode basis, YamlMappingNode over)
    {
        foreach ((YamlNode key, YamlNode value) in over.Children)
        {
            if (value is YamlScalarNode { Value: None })
            {
                basis.Children.Remove(key);
            }
            else if (value is YamlMappingNode inner
                && basis.Children.TryGetValue(key, out YamlNode? below)
                && below is YamlMappingNode belowMapping)
            {
                Merge(belowMapping, inner);
            }
            else
            {
                basis.Children[key] = value;
            }
        }

        return basis;
    }
}
