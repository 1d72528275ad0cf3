using Xunit;

namespace Dtao.Cli.Tests;

/// <summary>Two finished runs of the launch scenario, made once for all that ask about them.
/// </summary>
public sealed class ExplainedRuns : IAsyncLifetime
{
    /// <summary>Name of the run of 72 blocks.</summary>
    public const string Short = "short";

    /// <summary>Name of the run that is long enough for an epoch of subnet 1.</summary>
    public const string WithEpoch = "with-epoch";

    /// <summary>Where the runs are.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("dtao-explain-").FullName;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await RunAsync(Short, "0.01");
        await RunAsync(WithEpoch, "0.06");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task RunAsync(string name, string days)
    {
        DtaoProcess.Ending ending = await DtaoProcess.RunAsync(
            Folder, CancellationToken.None, "lab", "run", "launch", "--days", days, "--out", name);
        Assert.Equal(0, ending.ExitCode);
    }
}
