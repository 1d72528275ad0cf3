using System.Diagnostics.CodeAnalysis;

namespace Dtao.Runtime;

/// <summary>Checks that stay on in release builds.</summary>
/// <remarks>
/// A broken invariant is a bug of ours: it stops the block and is never an answer.
/// </remarks>
public static class Invariant
{
    /// <summary>States, positively and in words, what must be true here.</summary>
    /// <exception cref="InvariantException"><paramref name="condition"/> is false.</exception>
    public static void Holds([DoesNotReturnIf(false)] bool condition, string statement)
    {
        if (!condition) throw new InvariantException(statement);
    }
}
