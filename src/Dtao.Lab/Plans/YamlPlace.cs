using YamlDotNet.RepresentationModel;

namespace Dtao.Lab.Plans;

/// <summary>A mapping of a scenario file, read key by key; what is left over is an error.
/// </summary>
internal sealed class YamlPlace
{
    private readonly YamlOrigins _origins;
    private readonly YamlMappingNode _node;
    private readonly HashSet<string> _read = [];

    public YamlPlace(YamlOrigins origins, YamlNode node, string what)
    {
        _origins = origins;
        _node = node as YamlMappingNode
            ?? throw Wrong(node, $"{what} is a list of names with values");
    }

    public IEnumerable<(string Name, YamlNode Value)> Entries =>
        _node.Children.Select(static pair => (((YamlScalarNode)pair.Key).Value ?? "", pair.Value));

    /// <summary>A text that must be there and say something.</summary>
    public string Text(string name)
    {
        string text = TextOrNull(name) ?? throw Wrong(_node, $"'{name}' is missing");
        return text.Length > 0 ? text : throw Wrong(name, $"'{name}' is empty");
    }

    public string? TextOrNull(string name)
    {
        if (Find(name) is not { } node) return null;
        return node is YamlScalarNode { Value: { } text }
            ? text.Trim()
            : throw Wrong(node, $"'{name}' is one line of text");
    }

    public YamlNode? Find(string name)
    {
        _read.Add(name);
        return _node.Children.TryGetValue(new YamlScalarNode(name), out YamlNode? node)
            ? node
            : null;
    }

    public YamlPlace? PlaceOrNull(string name) =>
        Find(name) is { } node ? new(_origins, node, $"'{name}'") : null;

    public IReadOnlyList<string> Lines(string name)
    {
        if (Find(name) is not { } node) return [];
        if (node is not YamlSequenceNode list) throw Wrong(node, $"'{name}' is a list");
        return [.. list.Select(item => item is YamlScalarNode { Value: { } text }
            ? text.Trim()
            : throw Wrong(item, $"an item of '{name}' is one line of text"))];
    }

    /// <summary>Reads something; what does not fit is named with its line.</summary>
    public T At<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FormatException problem) when (problem is not ScenarioFileException)
        {
            throw Wrong(Find(name) ?? _node, problem.Message);
        }
    }

    /// <summary>Everything that was not read is unknown.</summary>
    /// <param name="known">What could have been written.</param>
    /// <param name="what">What an entry is here, with a space behind it.</param>
    public void Close(string known, string what = "")
    {
        foreach ((YamlNode key, _) in _node.Children)
        {
            string name = ((YamlScalarNode)key).Value ?? string.Empty;
            if (_read.Contains(name)) continue;
            throw Wrong(key, $"unknown {what}'{name}'; known here are {known}");
        }
    }

    public ScenarioFileException Wrong(string name, string problem) =>
        Wrong(Find(name) ?? _node, problem);

    private ScenarioFileException Wrong(YamlNode node, string problem) =>
        _origins.Wrong(node, problem);
}
