namespace Dtao.Cli;

/// <summary>
/// Input that cannot be used: one line that names what, where, and what would do.
/// </summary>
/// <param name="message">The line.</param>
public sealed class UsageException(string message) : Exception(message);
