using System.Text;

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
        if (Directory.Exists(path)) throw new IOException($"{path}: is a folder, not a file");
        if (!File.Exists(path)) throw new IOException($"{path}: there is no such file");
        byte[] content = Content(path);
        if (content is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] or [0, 0, 0xFE, 0xFF, ..])
        {
            using StreamReader reader = new(new MemoryStream(content));
            return reader.ReadToEnd();
        }

        int wrong = FirstWrong(content);
        if (wrong < 0) return Strict.GetString(content.AsSpan(content is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0));
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

    private static byte[] Content(string path)
    {
        byte[] content = new byte[Longest + 1];
        try
        {
            using FileStream file = File.OpenRead(path);
            int length = file.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
            if (length <= Longest) return content[..length];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{path}: cannot be read: {problem.Message}", problem);
        }

        throw new IOException($"{path}: is longer than {Longest} bytes; no scenario is");
    }
}
