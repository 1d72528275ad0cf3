namespace Dtao.Conformance;

/// <summary>One format of vector files: its name and how each of its arrays is run.</summary>
/// <param name="Name">What the header's <c>file</c> says.</param>
/// <param name="Sections">What to do with one case, by the array's name.</param>
internal sealed record VectorFormat(
    string Name, IReadOnlyDictionary<string, Action<VectorNode>> Sections);
