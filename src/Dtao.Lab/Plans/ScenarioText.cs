using System.Text;
using Dtao.Lab.Reports;

namespace Dtao.Lab.Plans;

/// <summary>Reads the text of a scenario file.</summary>
public static class ScenarioText
{
    private const int Longest = 1 << 20;

    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text, in UTF-8 or as the mark at its beginning says.</summary>
    /// <exception cref="IOException">
    /// It cannot be read, is longer than any scenario, or no text; one line says which.
    /// </exception>
    public static string Read(string path)
    {
        byte[] content = WholeFile.Read(path, Longest);
        if (content is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] or [0, 0, 0xFE, 0xFF, ..])
        {
            using StreamReader reader = new(new MemoryStream(content));
            return reader.ReadToEnd();
        }

        int wrong = FirstWrong(content);
        if (wrong < 0)
        {
            int mark = content is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
            return Strict.GetString(content.AsSpan(mark));
        }

        int line = 1 + content.AsSpan(0, wrong).Count((byte)'\n');
        throw new IOException(
            $"{path}, line {line}: this is no text in UTF-8; save the file in UTF-8");
    }

    /// <summary>The first byte that is no letter of a text; -1 for none.</summary>
    private static int FirstWrong(byte[] content)
    {
        try
        {
            Strict.GetCharCount(content);
            return Array.IndexOf(content, (byte)0);
        }
        catch (DecoderFallbackException problem)
        {
            return Math.Clamp(problem.Index, 0, content.Length);
        }
    }
}
