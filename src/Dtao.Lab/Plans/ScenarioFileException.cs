namespace Dtao.Lab.Plans;

/// <summary>A scenario file cannot be used; the message names file, line and reason.</summary>
/// <param name="message">One line.</param>
public sealed class ScenarioFileException(string message) : FormatException(message);
