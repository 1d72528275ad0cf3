using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dtao.Runtime.Spec;

namespace Dtao.Conformance;

/// <summary>A vector file in memory: its format, its version, its arrays of cases.</summary>
internal sealed partial class VectorFile : IDisposable
{
    private static readonly string[] HeaderFields =
    [
        "file", "reference", "seed", "constants", "storage_types", "storage_defaults",
        "trace_types", "types",
    ];

    private const int LongestContent = 64 << 20;

    private readonly JsonDocument _document;

    private VectorFile(JsonDocument document, string format, int version, RuntimeSpec spec)
    {
        _document = document;
        Format = format;
        Version = version;
        Spec = spec;
    }

    /// <summary>Format that the header names.</summary>
    public string Format { get; }

    /// <summary>Version of the runtime that computed the vectors; 0 for several.</summary>
    public int Version { get; }

    /// <summary>
    /// Version of this runtime that runs them: the same, or the newest below a later rule.
    /// </summary>
    public RuntimeSpec Spec { get; }

    /// <summary>The header says that states hold an item.</summary>
    public bool StatesHold(string item) =>
        _document.RootElement.TryGetProperty("storage_types", out JsonElement types)
        && types.ValueKind == JsonValueKind.Object
        && types.TryGetProperty(item, out _);

    /// <summary>Arrays of cases by name, in the order of the file.</summary>
    public IEnumerable<(string Name, JsonElement Cases)> Sections()
    {
        foreach (JsonProperty property in _document.RootElement.EnumerateObject())
        {
            if (HeaderFields.Contains(property.Name)) continue;
            if (property.Value.ValueKind != JsonValueKind.Array)
            {
                throw new VectorFormatException($"'{property.Name}' is not an array of cases");
            }

            yield return (property.Name, property.Value);
        }
    }

    /// <summary>Reads a file, compressed or not.</summary>
    /// <exception cref="VectorFormatException">It cannot be read or is no vector file.</exception>
    public static VectorFile Read(string path)
    {
        JsonDocument document = Parse(path);
        try
        {
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                throw new VectorFormatException("the file is not a JSON object");
            }

            string format = HeaderText(root, "file");
            if (VectorFormats.IsOfRules(format))
            {
                return new(document, format, RuleVersionOf(root), Specs.Latest);
            }

            RuntimeSpec spec = VersionOf(root, path);
            return new(document, format, spec.Version, spec);
        }
        catch
        {
            document.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _document.Dispose();

    private static JsonDocument Parse(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            if (!file.CanSeek) throw new VectorFormatException("is a pipe or device, not a file");
            using Stream content = IsCompressed(file)
                ? new GZipStream(file, CompressionMode.Decompress)
                : file;
            return JsonDocument.Parse(ReadWhole(content));
        }
        catch (JsonException problem)
        {
            throw new VectorFormatException($"not valid JSON: {FirstLine(problem.Message)}");
        }
        catch (Exception problem) when (problem is IOException
            or InvalidDataException or UnauthorizedAccessException)
        {
            throw new VectorFormatException($"cannot be read: {FirstLine(problem.Message)}");
        }
    }

    /// <summary>The content, as far as a vector file can go.</summary>
    private static ReadOnlyMemory<byte> ReadWhole(Stream content)
    {
        MemoryStream whole = new();
        byte[] part = new byte[1 << 16];
        while (whole.Length <= LongestContent)
        {
            int read = content.Read(part);
            if (read == 0) return whole.GetBuffer().AsMemory(0, (int)whole.Length);
            whole.Write(part, 0, read);
        }

        throw new VectorFormatException(
            $"holds more than {LongestContent >> 20} MiB, as no vector file does");
    }

    private static bool IsCompressed(FileStream file)
    {
        Span<byte> start = stackalloc byte[2];
        int length = file.ReadAtLeast(start, 2, throwOnEndOfStream: false);
        file.Position = 0;
        return length == 2 && start[0] == 0x1F && start[1] == 0x8B;
    }

    private static string HeaderText(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out JsonElement field)
            || field.ValueKind != JsonValueKind.String)
        {
            throw new VectorFormatException($"the header field '{name}' is missing");
        }

        return field.GetString() ?? string.Empty;
    }

    private static RuntimeSpec VersionOf(JsonElement root, string path)
    {
        Match inHeader = SpecInReference().Match(HeaderText(root, "reference"));
        Match found = inHeader.Success
            ? inHeader
            : SpecInPath().Match(Path.GetFullPath(path).Replace('\\', '/'));
        if (!found.Success)
        {
            throw new VectorFormatException(
                "neither the header's 'reference' nor a folder versions/<spec> tells the version");
        }

        string number = found.Groups[1].Value;
        return Specs.All.FirstOrDefault(spec => $"{spec.Version}" == number)
            ?? throw new VectorFormatException(
                $"version {number} is unknown, known are "
                + string.Join(", ", Specs.All.Select(static spec => spec.Version)));
    }

    private static int RuleVersionOf(JsonElement root)
    {
        Match found = SpecInReference().Match(HeaderText(root, "reference"));
        return found.Success && int.TryParse(found.Groups[1].Value, out int version) ? version : 0;
    }

    private static string FirstLine(string text) => text.Split('\n', '\r')[0];

    [GeneratedRegex(@"\(spec(?:_version)? (\d+)\)")]
    private static partial Regex SpecInReference();

    [GeneratedRegex(@"/versions/(\d+)/[^/]+$")]
    private static partial Regex SpecInPath();
}
