using System.Text;

namespace Dtao.Cli.Output;

/// <summary>Standard output or standard error, which somebody may have closed or filled.</summary>
/// <remarks>
/// What cannot be printed is told apart from a result that cannot be written; what cannot be said
/// on standard error is left unsaid, for there is no other place to say it.
/// </remarks>
internal sealed class StandardWriter(TextWriter inner, bool isForResults) : TextWriter
{
    /// <inheritdoc/>
    public override Encoding Encoding => inner.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => Try(() => inner.Write(value));

    /// <inheritdoc/>
    public override void Write(string? value) => Try(() => inner.Write(value));

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) =>
        Try(() => inner.Write(buffer, index, count));

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Try(() => inner.WriteLine(value));

    /// <inheritdoc/>
    public override void Flush() => Try(inner.Flush);

    private void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            if (isForResults) throw new OutputException(problem);
        }
    }
}
