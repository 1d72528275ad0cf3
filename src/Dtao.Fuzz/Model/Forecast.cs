namespace Dtao.Fuzz.Model;

/// <summary>What the second model says of a call before it runs.</summary>
/// <param name="Outcome">
/// <c>Ok</c> or the wire name of the error; null when the model does not know.
/// </param>
/// <param name="Apply">
/// What success does to the book; null when the model does not know, and reads it anew.
/// </param>
internal sealed record Forecast(string? Outcome, Action? Apply)
{
    /// <summary>Nothing is known.</summary>
    public static Forecast Unknown { get; } = new(null, null);

    /// <summary>Whatever the outcome, nothing in the book changes.</summary>
    public static Forecast TouchesNothing { get; } = new(null, static () => { });

    /// <summary>The call fails with this error.</summary>
    public static Forecast Fails(string error) => new(error, static () => { });

    /// <summary>The call succeeds.</summary>
    public static Forecast Does(Action apply) => new("Ok", apply);
}
