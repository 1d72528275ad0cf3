using System.IO.Compression;
using System.Reflection;

namespace Dtao.Lab.Datasets;

/// <summary>Text files that are part of the program.</summary>
internal static class EmbeddedText
{
    /// <summary>Reads a file; one whose name ends in .gz is unpacked.</summary>
    public static string Read(string name)
    {
        Assembly assembly = typeof(EmbeddedText).Assembly;
        using Stream stream = assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is part of the program");
        using Stream plain = name.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(stream, CompressionMode.Decompress)
            : stream;
        using StreamReader reader = new(plain);
        return reader.ReadToEnd();
    }
}
