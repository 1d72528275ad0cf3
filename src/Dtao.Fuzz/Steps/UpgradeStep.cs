using Dtao.Fuzz.Worlds;

namespace Dtao.Fuzz.Steps;

/// <summary>The chain changes to another version between two blocks.</summary>
/// <param name="Version">Number of the version.</param>
public sealed record UpgradeStep(int Version) : Step
{
    /// <inheritdoc/>
    public override string Describe(Cast cast) => $"upgrade to version {Version}";
}
