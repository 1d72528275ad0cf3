namespace Dtao.Runtime.Epoch.Dense;

/// <summary>How many numbers are computed side by side.</summary>
public enum LaneWidth
{
    /// <summary>One after the other.</summary>
    One = 1,

    /// <summary>Four: 256 bits.</summary>
    Four = 4,

    /// <summary>Eight: 512 bits.</summary>
    Eight = 8,
}
