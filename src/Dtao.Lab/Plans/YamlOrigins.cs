using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Dtao.Lab.Plans;

/// <summary>Where the nodes of a scenario stand that is put together of several texts.</summary>
/// <param name="file">Name of the file that was asked for.</param>
internal sealed class YamlOrigins(string file)
{
    private readonly Dictionary<YamlNode, string> _places = new(ReferenceEqualityComparer.Instance);

    /// <summary>Name of the file that was asked for.</summary>
    public string File => file;

    /// <summary>A node stands in the text of a scenario that the file is like.</summary>
    public void Inherit(YamlNode node, string basis) =>
        _places[node] = $"{file}, like {basis}, line {node.Start.Line}";

    /// <summary>A node got entries from another one, to which its faults now belong.</summary>
    public void Merge(YamlNode node, YamlNode over) => _places[node] = PlaceOf(over);

    /// <summary>A node stands in no text: a change put it there.</summary>
    public void Changed(YamlNode node, Change change) =>
        _places[node] = $"{file}, with '{change}'";

    /// <summary>What is wrong with a node, and where.</summary>
    public ScenarioFileException Wrong(YamlNode node, string problem) =>
        new($"{PlaceOf(node)}: {problem}");

    /// <summary>What is wrong at a place of a text.</summary>
    public static ScenarioFileException Wrong(string file, Mark mark, string problem) =>
        new($"{file}, line {mark.Line}: {problem}");

    private string PlaceOf(YamlNode node) => _places.TryGetValue(node, out string? place)
        ? place
        : $"{file}, line {node.Start.Line}";
}
