using System.Globalization;
using System.Text.Json.Nodes;

namespace Dtao.Conformance.Tests;

/// <summary>Places in a JSON document, written as the runner writes them.</summary>
internal static class JsonPath
{
    /// <summary>The value at a place like <c>single[3].after.shares.c0</c>.</summary>
    public static JsonNode At(this JsonNode root, string path)
    {
        JsonNode node = root;
        foreach (string part in Parts(path))
        {
            JsonNode? next = node is JsonArray list
                ? list[int.Parse(part, CultureInfo.InvariantCulture)]
                : node[part];
            node = next ?? throw new ArgumentException($"nothing at {part} of {path}");
        }

        return node;
    }

    private static string[] Parts(string path) => path
        .Replace("[", ".", StringComparison.Ordinal)
        .Replace("]", string.Empty, StringComparison.Ordinal)
        .Split('.');
}
