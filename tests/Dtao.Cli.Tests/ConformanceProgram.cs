using Dtao.Testing;
using Xunit;

namespace Dtao.Cli.Tests;

/// <summary>Runs <c>dtao conformance</c> as a process; keeps files of a test.</summary>
public sealed class ConformanceProgram : IDisposable
{
    private readonly string _folder =
        Directory.CreateTempSubdirectory("dtao-conformance-").FullName;

    /// <summary>Path of a vector file of the repository.</summary>
    public static string Vectors(string name) =>
        RepositoryRoot.Combine("vectors", $"{name}.json.gz");

    /// <summary>Path of a file or folder that belongs to the test.</summary>
    public string Own(string name) => Path.Combine(_folder, name);

    /// <summary>Writes a file that belongs to the test.</summary>
    public string Write(string name, string text)
    {
        string path = Own(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Runs the built program to its end.</summary>
    public static ConformanceOutcome Run(params string[] arguments)
    {
        DtaoProcess.Ending ending = DtaoProcess.RunAsync(
            Directory.GetCurrentDirectory(),
            TestContext.Current.CancellationToken,
            ["conformance", .. arguments]).GetAwaiter().GetResult();
        return new(ending.ExitCode, Lines(ending.Output), Lines(ending.Error));
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string[] Lines(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
