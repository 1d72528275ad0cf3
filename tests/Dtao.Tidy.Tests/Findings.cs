using Xunit;

namespace Dtao.Tidy.Tests;

/// <summary>What a rule found; a test passes when there is nothing.</summary>
internal static class Findings
{
    /// <summary>Fails with every finding on a line of its own.</summary>
    /// <param name="findings">Places and what is wrong there.</param>
    public static void AreNone(IEnumerable<string> findings)
    {
        string[] all = [.. findings];
        Assert.True(all.Length == 0, $"{all.Length} found:\n  {string.Join("\n  ", all)}");
    }
}
