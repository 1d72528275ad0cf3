using System.Globalization;
using System.Text.Json;

namespace Dtao.Lab.Reports;

/// <summary>A value of a summary; what is not as it should be is named by its path.</summary>
/// <param name="Element">The value.</param>
/// <param name="Path">Its path, for example <c>inputs.seed</c>; empty for the whole.</param>
internal readonly record struct SummaryNode(JsonElement Element, string Path)
{
    /// <summary>A field that must be there.</summary>
    public SummaryNode this[string name] => Find(name)
        ?? throw new FormatException($"{PathOf(name)} is missing");

    /// <summary>A field that may be missing.</summary>
    public SummaryNode? Find(string name)
    {
        Require(JsonValueKind.Object, "an object");
        return Element.TryGetProperty(name, out JsonElement field)
            ? new(field, PathOf(name))
            : null;
    }

    /// <summary>The values of a list.</summary>
    public IEnumerable<SummaryNode> Items()
    {
        Require(JsonValueKind.Array, "a list");
        string path = Path;
        return Element.EnumerateArray().Select(
            (item, index) => new SummaryNode(item, $"{path}[{index}]"));
    }

    /// <summary>A text.</summary>
    public string Text()
    {
        Require(JsonValueKind.String, "a text");
        return Element.GetString() ?? string.Empty;
    }

    /// <summary>A whole number.</summary>
    public ulong Whole(ulong least, ulong most) =>
        Element.ValueKind == JsonValueKind.Number
        && Element.TryGetUInt64(out ulong number) && number >= least && number <= most
            ? number
            : throw new FormatException(string.Create(
                CultureInfo.InvariantCulture,
                $"{Path} is no whole number from {least} to {most}"));

    private string PathOf(string name) => Path.Length == 0 ? name : $"{Path}.{name}";

    private void Require(JsonValueKind kind, string what)
    {
        if (Element.ValueKind == kind) return;
        throw new FormatException(
            Path.Length == 0 ? $"it is not {what}" : $"{Path} is not {what}");
    }
}
