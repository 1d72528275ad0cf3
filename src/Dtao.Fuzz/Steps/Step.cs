using Dtao.Fuzz.Worlds;

namespace Dtao.Fuzz.Steps;

/// <summary>One thing done to a chain: bytes of a call, or another version.</summary>
/// <remarks>Everything is concrete, so that any part of a run can be repeated alone.</remarks>
public abstract record Step
{
    /// <summary>The step for people, with the names of the cast.</summary>
    public abstract string Describe(Cast cast);
}
