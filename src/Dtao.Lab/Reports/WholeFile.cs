namespace Dtao.Lab.Reports;

/// <summary>A file that is read and written in one piece or not at all.</summary>
public static class WholeFile
{
    /// <summary>Reads a file that is not longer than such files are.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">Bytes of the longest that makes sense.</param>
    /// <exception cref="IOException">It is missing, longer, or cannot be read.</exception>
    public static byte[] Read(string path, int most)
    {
        if (Directory.Exists(path)) throw new IOException($"{path}: is a folder, not a file");
        if (!File.Exists(path)) throw new IOException($"{path}: there is no such file");
        try
        {
            using FileStream file = File.OpenRead(path);
            using MemoryStream content = new();
            byte[] part = new byte[1 << 16];
            while (content.Length <= most)
            {
                int read = file.Read(part);
                if (read == 0) return content.ToArray();
                content.Write(part, 0, read);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{path}: cannot be read: {problem.Message}", problem);
        }

        throw new IOException($"{path}: is longer than {most} bytes, as no such file is");
    }

    /// <summary>Writes beside the file and takes its place; missing folders are made.</summary>
    /// <exception cref="IOException">It cannot be written; the file stays as it was.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        if (Directory.Exists(path)) throw new IOException($"'{path}' is a folder; give a file");
        if (string.IsNullOrWhiteSpace(path)) throw new IOException("the file has no name");
        string full = Path.GetFullPath(path);
        string folder = Path.GetDirectoryName(full) ?? full;
        if (File.Exists(folder))
        {
            throw new IOException($"'{path}' lies below a file; give another place");
        }

        string draft = Path.Combine(
            folder, $".{Path.GetFileName(full)}.draft-{Environment.ProcessId}");
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(draft, content);
            File.Move(draft, full, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(draft)) File.Delete(draft);
            throw new IOException(
                $"'{path}' cannot be written ({problem.Message.TrimEnd('.')}); "
                + "give a file that can",
                problem);
        }
    }
}
