namespace Dtao.Lab.Reports.Model;

/// <summary>Where a figure of a model comes from.</summary>
public enum Evidence
{
    /// <summary>Fitted to observations; it proves nothing on them.</summary>
    Calibrated,

    /// <summary>Came out of the run, with nothing fitted on it.</summary>
    Predicted,

    /// <summary>Chosen.</summary>
    Assumed,
}
