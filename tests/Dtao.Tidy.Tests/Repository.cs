namespace Dtao.Tidy.Tests;

/// <summary>
/// The files that the project consists of, without what builds and runs leave behind.
/// </summary>
internal static class Repository
{
    private static readonly string[] Skipped =
    [
        ".git", ".idea", ".vs", "artifacts", "bin", "obj", "out", "node_modules", "TestResults",
        "BenchmarkDotNet.Artifacts",
    ];

    private static readonly string[] Binary = [".gz", ".png", ".ico", ".dll", ".pdb"];

    /// <summary>Folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>All files, as paths from the root with slashes, in ordinal order.</summary>
    public static IReadOnlyList<string> Files { get; } = ListFiles();

    /// <summary>Files that hold text.</summary>
    public static IEnumerable<string> TextFiles =>
        Files.Where(static path => !Binary.Contains(Path.GetExtension(path)));

    /// <summary>All Markdown documents.</summary>
    public static IEnumerable<string> Documents => Files.Where(static path => path.EndsWith(".md"));

    /// <summary>All project files.</summary>
    public static IEnumerable<string> Projects =>
        Files.Where(static path => path.EndsWith(".csproj"));

    /// <summary>Absolute path of a file of the project.</summary>
    public static string At(string path) => Path.Combine(Root, path);

    /// <summary>A file or folder of the project exists.</summary>
    public static bool Exists(string path) =>
        File.Exists(At(path)) || Directory.Exists(At(path));

    /// <summary>Text of a file of the project.</summary>
    public static string Read(string path) => File.ReadAllText(At(path));

    private static string FindRoot()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Dtao.slnx"))) return at.FullName;
        }

        throw new InvalidOperationException("these tests run inside the project's folder");
    }

    private static List<string> ListFiles()
    {
        List<string> files = [];
        Collect(new DirectoryInfo(Root), files);
        files.Sort(StringComparer.Ordinal);
        return files;
    }

    private static void Collect(DirectoryInfo folder, List<string> files)
    {
        foreach (FileInfo file in folder.EnumerateFiles())
        {
            files.Add(Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'));
        }

        foreach (DirectoryInfo inner in folder.EnumerateDirectories())
        {
            if (!Skipped.Contains(inner.Name)) Collect(inner, files);
        }
    }
}
