using System.Diagnostics;
using System.Globalization;

namespace Dtao.Lab.Runs;

/// <summary>
/// Something that takes part in a run threw – an agent, a scoring program, a measure, a call –
/// and the message says in one line which, in which block, and where in its code.
/// </summary>
public sealed class RunFaultException : Exception
{
    /// <summary>The fault of somebody in a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="who">Who it was.</param>
    /// <param name="cause">What it threw.</param>
    public RunFaultException(ulong block, string who, Exception cause)
        : base(
            string.Create(CultureInfo.InvariantCulture, $"block {block}: {who} failed: ")
                + TextOf(cause),
            cause)
    {
    }

    /// <summary>The fault of somebody after the run.</summary>
    /// <param name="who">Who it was.</param>
    /// <param name="cause">What it threw.</param>
    public RunFaultException(string who, Exception cause)
        : base($"{who} failed: {TextOf(cause)}", cause)
    {
    }

    /// <summary>An exception in one line: type, message, first known place.</summary>
    public static string TextOf(Exception problem)
    {
        string text = $"{problem.GetType().Name}: {problem.Message.ReplaceLineEndings(" ")}";
        StackFrame? frame = new StackTrace(problem, fNeedFileInfo: true).GetFrames()
            .FirstOrDefault(static one => one.GetFileName() is not null);
        if (frame is null) return text;
        string file = Path.GetFileName(frame.GetFileName() ?? string.Empty);
        return string.Create(
            CultureInfo.InvariantCulture, $"{text} ({file}, line {frame.GetFileLineNumber()})");
    }
}
