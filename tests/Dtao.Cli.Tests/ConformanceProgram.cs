using System.Diagnostics;
using Dtao.Testing;

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
        ProcessStartInfo start = new("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "dtao.dll"), "conformance" },
        };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        return new(process.ExitCode, Lines(output.Result), Lines(error.Result));
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string[] Lines(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
