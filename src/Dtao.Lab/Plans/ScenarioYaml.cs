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
    /// <param name="text">Text of the file that was asked for.</param>
    /// <param name="origins">Hears where every node stands that is not in the file.</param>
    /// <exception cref="ScenarioFileException">It is no YAML, or like nothing.</exception>
    public static YamlNode Load(string text, YamlOrigins origins)
    {
        YamlNode own = Parse(origins.File, text);
        return own is YamlMappingNode mapping ? Whole(mapping, origins) : own;
    }

    /// <summary>Names of the scenarios that a scenario is like, the nearest first.</summary>
    public static IEnumerable<string> BasesOf(string text)
    {
        string? at = text;
        while (at is not null
            && Parse(string.Empty, at) is YamlMappingNode mapping
            && LikeOf(mapping) is YamlScalarNode { Value: { } name })
        {
            yield return name;
            at = ScenarioCatalog.TextOf(name);
        }
    }

    /// <summary>Puts values over those of the file.</summary>
    /// <exception cref="FormatException">A path leads nowhere.</exception>
    public static void Apply(YamlNode root, IEnumerable<Change> changes, YamlOrigins origins)
    {
        if (root is not YamlMappingNode mapping) return;
        foreach (Change change in changes)
        {
            string[] steps = change.Path.Split('.');
            YamlMappingNode at = mapping;
            if (steps.Length == 2)
            {
                at = Inner(mapping, steps[0], origins)
                    ?? (Inner(mapping, "agents", origins) is { } agents
                        ? Inner(agents, steps[0], origins)
                        : null)
                    ?? throw new FormatException(
                        $"'{change}' changes nothing: there is no group '{steps[0]}'");
            }
            else if (steps.Length != 1)
            {
                throw new FormatException(
                    $"'{change}' has no path; write GROUP.SETTING or the name of an entry");
            }

            if (change.Path == Like)
            {
                throw new FormatException(
                    $"'{change}': what a scenario is like stands in its file");
            }

            YamlScalarNode name = new(steps[^1]);
            YamlScalarNode value = new(change.Value);
            at.Children[name] = value;
            origins.Changed(name, change);
            origins.Changed(value, change);
        }
    }

    private static YamlNode? LikeOf(YamlMappingNode mapping) =>
        mapping.Children.TryGetValue(new YamlScalarNode(Like), out YamlNode? like) ? like : null;

    /// <summary>A scenario over the one that it is like.</summary>
    private static YamlMappingNode Whole(YamlMappingNode own, YamlOrigins origins)
    {
        if (LikeOf(own) is not { } like) return own;
        string name = (like as YamlScalarNode)?.Value ?? string.Empty;
        string text = ScenarioCatalog.TextOf(name) ?? throw origins.Wrong(
            like,
            $"there is no scenario file '{name}' to be like; there are "
                + string.Join(", ", ScenarioCatalog.FileNames));
        string file = ScenarioCatalog.FileOf(name);
        YamlMappingNode below = (YamlMappingNode)Parse(file, text);
        foreach (YamlNode node in below.AllNodes) origins.Inherit(node, file);
        YamlMappingNode basis = Whole(below, origins);
        YamlNode? deepest = LikeOf(basis);
        if (own.Children.ContainsKey(new YamlScalarNode("question")))
        {
            // Another question has another answer.
            basis.Children.Remove(new YamlScalarNode("answer"));
        }

        Merge(basis, own, origins);
        if (deepest is not null) basis.Children[new YamlScalarNode(Like)] = deepest;
        return basis;
    }

    /// <summary>A mapping within a mapping, its own even when an alias shares it.</summary>
    private static YamlMappingNode? Inner(
        YamlMappingNode node, string name, YamlOrigins origins)
    {
        YamlScalarNode key = new(name);
        if (!node.Children.TryGetValue(key, out YamlNode? inner)
            || inner is not YamlMappingNode shared)
        {
            return null;
        }

        YamlMappingNode own = new(shared.Children);
        origins.Merge(own, shared);
        node.Children[key] = own;
        return own;
    }

    private static YamlNode Parse(string file, string text)
    {
        YamlStream stream = [];
        try
        {
            YamlShape.Check(file, text);
            using StringReader reader = new(text);
            stream.Load(reader);
        }
        catch (YamlException problem)
        {
            throw YamlOrigins.Wrong(file, problem.End, $"no YAML: {problem.Message}");
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
    private static void Merge(
        YamlMappingNode basis, YamlMappingNode over, YamlOrigins origins)
    {
        origins.Merge(basis, over);
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
                Merge(belowMapping, inner, origins);
            }
            else
            {
                basis.Children[key] = value;
            }
        }
    }
}
