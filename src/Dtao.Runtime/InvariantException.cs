namespace Dtao.Runtime;

/// <summary>Something that must hold did not: a bug, never a consequence of input.</summary>
/// <param name="statement">What should have been true.</param>
public sealed class InvariantException(string statement)
    : Exception($"Broken invariant: {statement}.");
