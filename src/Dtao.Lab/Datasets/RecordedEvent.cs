namespace Dtao.Lab.Datasets;

/// <summary>Something that happened around a subnet.</summary>
/// <param name="Time">When, UTC.</param>
/// <param name="Text">What.</param>
/// <param name="Source">Where it is on record.</param>
/// <param name="Certainty">How well it is known, in words that begin with a status.</param>
public sealed record RecordedEvent(DateTime Time, string Text, string Source, string Certainty);
