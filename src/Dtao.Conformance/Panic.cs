namespace Dtao.Conformance;

/// <summary>The mark of a computation that the real chain aborts.</summary>
internal sealed class Panic
{
    private Panic()
    {
    }

    /// <summary>The mark.</summary>
    public static Panic Mark { get; } = new();

    /// <summary>The value of a computation, or the mark when it aborts.</summary>
    public static object? Or(Func<object?> compute)
    {
        try
        {
            return compute();
        }
        catch (ArithmeticException)
        {
            return Mark;
        }
    }
}
