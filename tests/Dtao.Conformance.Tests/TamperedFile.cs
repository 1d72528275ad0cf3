using System.IO.Compression;
using System.Text.Json.Nodes;
using Dtao.Testing;

namespace Dtao.Conformance.Tests;

/// <summary>A copy of a vector file of the repository that was changed on purpose.</summary>
internal sealed class TamperedFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dtao-vectors-").FullName;

    private TamperedFile(string name) => Path = System.IO.Path.Combine(_folder, name);

    /// <summary>Path of the changed copy.</summary>
    public string Path { get; }

    /// <summary>A changed copy of a vector file.</summary>
    public static TamperedFile Of(string original, Action<JsonObject> change)
    {
        JsonObject root = Read(original);
        change(root);
        return WithText($"{System.IO.Path.GetFileName(original)}.json", root.ToJsonString());
    }

    /// <summary>A file with any text.</summary>
    public static TamperedFile WithText(string name, string text)
    {
        TamperedFile file = new(name);
        File.WriteAllText(file.Path, text);
        return file;
    }

    /// <summary>A file with any bytes.</summary>
    public static TamperedFile WithBytes(string name, byte[] bytes)
    {
        TamperedFile file = new(name);
        File.WriteAllBytes(file.Path, bytes);
        return file;
    }

    /// <summary>The content of a vector file, for example <c>versions/233/ops</c>.</summary>
    public static JsonObject Read(string original)
    {
        using FileStream file = File.OpenRead(
            RepositoryRoot.Combine("vectors", $"{original}.json.gz"));
        using GZipStream content = new(file, CompressionMode.Decompress);
        return JsonNode.Parse(content)!.AsObject();
    }

    /// <summary>Runs the selected cases of the copy.</summary>
    public FileResult Run(Selection? selection = null) =>
        ConformanceRun.RunFile(new(Path, "tampered"), selection ?? Selection.All);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
