namespace Dtao.Conformance;

/// <summary>A vector file that cannot be used: what is wrong and where in the file.</summary>
/// <param name="message">The line that says so, without the file's name.</param>
public sealed class VectorFormatException(string message) : Exception(message);
