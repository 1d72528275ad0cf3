using System.IO.Compression;
using System.Text.Json;

namespace Dtao.Testing;

/// <summary>Byte vectors of clients and wire tables, as they lie in the repository.</summary>
public static class ClientVectors
{
    /// <summary>A file of <c>vectors/clients</c>.</summary>
    /// <param name="name">Name without ending.</param>
    public static JsonElement Read(string name) => ReadFrom("clients", name);

    /// <summary>A file of <c>vectors/wire</c>.</summary>
    /// <param name="name">Name without ending.</param>
    public static JsonElement ReadWire(string name) => ReadFrom("wire", name);

    /// <summary>The rows of a file of <c>vectors/clients</c>.</summary>
    /// <param name="name">Name without ending.</param>
    public static IReadOnlyList<JsonElement> Rows(string name) =>
        [.. Read(name).GetProperty("vectors").EnumerateArray()];

    /// <summary>Bytes of a text that begins with <c>0x</c>.</summary>
    public static byte[] Hex(this JsonElement element, string property) =>
        Hex(element.GetProperty(property));

    /// <summary>Bytes of a text that begins with <c>0x</c>.</summary>
    public static byte[] Hex(this JsonElement text) =>
        Convert.FromHexString(text.GetString()!.AsSpan(2));

    private static JsonElement ReadFrom(string folder, string name)
    {
        using FileStream file = File.OpenRead(
            RepositoryRoot.Combine("vectors", folder, $"{name}.json.gz"));
        using GZipStream unpacked = new(file, CompressionMode.Decompress);
        using JsonDocument document = JsonDocument.Parse(unpacked);
        return document.RootElement.Clone();
    }
}
