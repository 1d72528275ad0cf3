namespace Dtao.Cli.Tests;

/// <summary>What a run of the program left.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Lines on standard output.</param>
/// <param name="Error">Lines on standard error.</param>
public sealed record ConformanceOutcome(int ExitCode, string[] Output, string[] Error);
