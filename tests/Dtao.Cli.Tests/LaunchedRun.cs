using Xunit;

namespace Dtao.Cli.Tests;

/// <summary>One run of the launch that goes beyond the first epochs, for all who read it.</summary>
public sealed class LaunchedRun : IAsyncLifetime
{
    /// <summary>The folder in which the run lies as <c>run</c>.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("dtao-launched-").FullName;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => await DtaoProcess.RunAsync(
        Folder, TestContext.Current.CancellationToken,
        "lab", "run", "launch", "--days", "0.06", "--out", "run");

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
