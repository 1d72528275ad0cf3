namespace Dtao.Lab.Reports;

/// <summary>The version of the program that a result states.</summary>
public static class ProgramVersion
{
    /// <summary>For example <c>0.1.0</c>.</summary>
    public static string Text { get; } =
        typeof(ProgramVersion).Assembly.GetName().Version?.ToString(3) ?? "unknown";
}
