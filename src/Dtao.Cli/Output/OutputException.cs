namespace Dtao.Cli.Output;

/// <summary>Standard output cannot be written, because it is closed or full.</summary>
/// <param name="cause">What happened.</param>
internal sealed class OutputException(Exception cause) : Exception(
    $"standard output cannot be written: {cause.Message.TrimEnd('.')}", cause);
