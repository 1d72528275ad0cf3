using System.Diagnostics;
using System.Globalization;

namespace Dtao.Cli.Tests;

/// <summary>The real program, started as a user would start it.</summary>
internal static class DtaoProcess
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "dtao.dll");
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>What a finished process left behind.</summary>
    public sealed record Ending(int ExitCode, string Output, string Error);

    /// <summary>Runs <c>dtao</c> to its end.</summary>
    public static async Task<Ending> RunAsync(
        string folder, CancellationToken cancellation, params string[] arguments)
    {
        using Process process = Start(folder, arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellation);
        Task<string> error = process.StandardError.ReadToEndAsync(cancellation);
        await WaitAsync(process, cancellation);
        return new(process.ExitCode, await output, await error);
    }

    /// <summary>Runs <c>dtao</c> and sends it a signal as soon as it reports progress.</summary>
    public static async Task<Ending> InterruptAsync(
        string folder, string signal, CancellationToken cancellation, params string[] arguments)
    {
        using Process process = Start(folder, arguments, isListening: true);
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellation);
        string first = await process.StandardError.ReadLineAsync(cancellation) ?? string.Empty;
        Task<string> rest = process.StandardError.ReadToEndAsync(cancellation);
        using Process kill = Process.Start(
            "kill", ["-" + signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(cancellation);
        await WaitAsync(process, cancellation);
        return new(process.ExitCode, await output, first + "\n" + await rest);
    }

    /// <summary>Starts <c>dtao</c>; the caller waits for it or kills it.</summary>
    /// <param name="folder">Its working folder.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="isListening">
    /// It hears SIGINT, too, when the tests themselves were started in the background, where shells
    /// have programs ignore it.
    /// </param>
    public static Process Start(string folder, string[] arguments, bool isListening = false)
    {
        string[] command = ["dotnet", Program];
        if (isListening && OperatingSystem.IsLinux())
        {
            command = ["env", "--default-signal=INT", .. command];
        }

        ProcessStartInfo start = new(command[0])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in (string[])[.. command[1..], .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start) ?? throw new InvalidOperationException("dotnet starts");
    }

    /// <summary>Starts <c>dtao</c> by a shell, with redirections.</summary>
    public static Process StartShell(string folder, string arguments) => Process.Start(
        new ProcessStartInfo("sh", ["-c", $"exec dotnet \"$0\" {arguments}", Program])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException("sh starts");

    private static async Task WaitAsync(Process process, CancellationToken cancellation)
    {
        try
        {
            await process.WaitForExitAsync(cancellation).WaitAsync(Patience, cancellation);
        }
        catch
        {
            process.Kill();
            throw;
        }
    }
}
