namespace Dtao.Conformance;

/// <summary>One place where the engine and the real chain do not agree.</summary>
/// <param name="Path">
/// Place in the file, for example <c>scenarios[2].epochs[0].returned[5]</c>.
/// </param>
/// <param name="Expected">What the real chain gave.</param>
/// <param name="Got">What the engine gave.</param>
public sealed record Difference(string Path, string Expected, string Got)
{
    private const int LongestText = 200;

    /// <summary>Place, expected and got in one line.</summary>
    public override string ToString() => $"{Path}: expected {Cut(Expected)}, got {Cut(Got)}";

    private static string Cut(string text) =>
        text.Length <= LongestText ? text : $"{text[..LongestText]}… ({text.Length} characters)";
}
