namespace Dtao.Testing;

/// <summary>Texts that must not change unless somebody means it.</summary>
/// <remarks>Run with DTAO_UPDATE=1 to rewrite them, and commit the change on its own.</remarks>
public static class Golden
{
    /// <summary>Compares a text with a golden file of the repository.</summary>
    /// <param name="path">Path from the root of the repository, with slashes.</param>
    /// <param name="text">Text that the program made.</param>
    /// <exception cref="InvalidOperationException">The texts differ; says where.</exception>
    public static void Matches(string path, string text)
    {
        string file = RepositoryRoot.Combine(path.Split('/'));
        string actual = text.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("DTAO_UPDATE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
            return;
        }

        if (!File.Exists(file)) throw new InvalidOperationException($"{path} is missing");
        string expected = File.ReadAllText(file).ReplaceLineEndings("\n");
        if (expected == actual) return;

        string[] wanted = expected.Split('\n');
        string[] got = actual.Split('\n');
        int line = 0;
        while (line < Math.Min(wanted.Length, got.Length) && wanted[line] == got[line])
        {
            line++;
        }

        throw new InvalidOperationException(
            $"{path} line {line + 1}: expected '{LineAt(wanted, line)}', "
            + $"got '{LineAt(got, line)}'");
    }

    private static string LineAt(string[] lines, int line) =>
        line < lines.Length ? lines[line] : "(end)";
}
