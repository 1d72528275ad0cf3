namespace Dtao.Conformance;

/// <summary>
/// Finds the vector files that paths name: files themselves, folders with all in them.
/// </summary>
public static class VectorFinder
{
    private static readonly string[] Endings = [".json.gz", ".json"];

    /// <summary>Folders that a walk leaves out, and why.</summary>
    private static readonly Dictionary<string, string> LeftOut = new()
    {
        ["examples"] = "worked examples have tests of their own",
        ["clients"] = "bytes of clients have tests of their own",
        ["wire"] = "wire names and numbers have tests of their own",
    };

    /// <summary>
    /// All files of these paths, in the order of the paths, folders in name order.
    /// </summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="skipped">Receives folders that were left out, each with the reason.</param>
    /// <exception cref="VectorFormatException">A path names nothing that could be run.</exception>
    public static IReadOnlyList<VectorSource> Find(
        IReadOnlyList<string> paths, ICollection<string> skipped)
    {
        List<VectorSource> sources = [];
        foreach (string path in paths)
        {
            if (File.Exists(path)) sources.Add(new(path, NameOf(Path.GetFileName(path))));
            else if (Directory.Exists(path)) AddFolder(path, sources, skipped);
            else throw new VectorFormatException($"{path}: no such file or folder");
        }

        return Distinguish(sources);
    }

    private static void AddFolder(
        string folder, List<VectorSource> sources, ICollection<string> skipped)
    {
        int before = sources.Count;
        foreach (string relative in FilesIn(folder))
        {
            string[] folders = relative.Split('/')[..^1];
            if (Array.Find(folders, LeftOut.ContainsKey) is { } left)
            {
                string note = $"{Path.Combine(folder, left)}: left out, {LeftOut[left]}";
                if (!skipped.Contains(note)) skipped.Add(note);
                continue;
            }

            sources.Add(new(Path.Combine(folder, relative), NameOf(relative)));
        }

        if (sources.Count == before)
        {
            throw new VectorFormatException($"{folder}: there is no .json or .json.gz file in it");
        }
    }

    private static string[] FilesIn(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(static file => Endings.Any(
                    ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
                .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal)];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new VectorFormatException($"{folder}: cannot be read: {problem.Message}");
        }
    }

    private static string NameOf(string file)
    {
        foreach (string ending in Endings)
        {
            if (!file.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) continue;
            return file[..^ending.Length];
        }

        return file;
    }

    /// <summary>Files with the same name are shown with their whole path.</summary>
    private static List<VectorSource> Distinguish(List<VectorSource> sources)
    {
        HashSet<string> repeated = [.. sources
            .GroupBy(static source => source.Name)
            .Where(static group => group.Count() > 1)
            .Select(static group => group.Key)];
        return sources.ConvertAll(source => repeated.Contains(source.Name)
            ? source with { Name = NameOf(source.Path) }
            : source);
    }
}
