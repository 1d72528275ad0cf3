using System.Globalization;
using System.Text;

namespace Dtao.Cli;

/// <summary>Makes a message one line that a terminal shows as it is.</summary>
/// <remarks>Messages repeat what stands in files and on the command line.</remarks>
internal static class OneLine
{
    private const int Longest = 2_000;

    /// <summary>The text without line ends, control characters and more than can be read.</summary>
    public static string Of(string text)
    {
        StringBuilder line = new();
        foreach (char letter in text.AsSpan(0, Math.Min(text.Length, Longest)))
        {
            if (letter is '\r' or '\n' or '\t') line.Append(' ');
            else if (!char.IsControl(letter)) line.Append(letter);
            else line.Append(CultureInfo.InvariantCulture, $"\\x{(int)letter:x2}");
        }

        if (text.Length > Longest) line.Append('…');
        return line.ToString();
    }
}
