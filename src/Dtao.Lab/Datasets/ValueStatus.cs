namespace Dtao.Lab.Datasets;

/// <summary>How well a value of a scenario is known.</summary>
public enum ValueStatus
{
    /// <summary>Read from a public record.</summary>
    Real,

    /// <summary>Arithmetic on real values.</summary>
    Derived,

    /// <summary>Estimated from real values with a stated model.</summary>
    Inferred,

    /// <summary>Chosen to complete the scenario.</summary>
    Synthesized,
}
