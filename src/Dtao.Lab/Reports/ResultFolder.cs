namespace Dtao.Lab.Reports;

/// <summary>The folder of a result, written in one piece or not at all.</summary>
/// <remarks>
/// Files are written into a sibling folder that takes the place of the result at the end. A
/// folder that holds anything but an earlier result is refused. Source: docs/lab/launch.md#files.
/// </remarks>
public sealed class ResultFolder
{
    private static readonly string[] Files = ["summary.json", "series.csv", "report.html"];

    private readonly string _given;
    private readonly string _path;
    private readonly string _parent;

    private ResultFolder(string given, string path)
    {
        _given = given;
        _path = path;
        _parent = Path.GetDirectoryName(path) ?? path;
    }

    /// <summary>Where the result will be, as it was given.</summary>
    public string Location => _given;

    /// <summary>Checks that a result can be written; nothing is left behind.</summary>
    /// <exception cref="IOException">It cannot; the message says why and what would do.</exception>
    public static ResultFolder Prepare(string given)
    {
        if (string.IsNullOrWhiteSpace(given) || given.Contains('\0', StringComparison.Ordinal))
        {
            throw new IOException("the output folder has no name; give a path");
        }

        string path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(given));
        if (Directory.Exists(path))
        {
            path = Directory.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        }

        ResultFolder folder = new(given, path);
        folder.RefuseForeignContent();
        folder.TryWriting();
        return folder;
    }

    /// <summary>Writes the files and puts them in place.</summary>
    /// <param name="write">Writes one file of the given name.</param>
    /// <param name="cancellation">Stops before the result takes its place.</param>
    public void Write(Action<string, Stream> write, CancellationToken cancellation)
    {
        // What had to be created above the result goes again when the result does not come.
        Stack<string> created = MissingAbove(_parent);
        string draft = SiblingFor("draft");
        try
        {
            Fill(draft, write, cancellation);
            cancellation.ThrowIfCancellationRequested();
            RefuseForeignContent();
            Exchange(draft);
        }
        catch
        {
            Remove(draft);
            foreach (string folder in created.Reverse())
            {
                RemoveEmpty(folder);
            }

            throw;
        }
    }

    private void Fill(
        string draft, Action<string, Stream> write, CancellationToken cancellation)
    {
        try
        {
            Directory.CreateDirectory(draft);
            foreach (string file in Files)
            {
                cancellation.ThrowIfCancellationRequested();
                using FileStream stream = new(
                    Path.Combine(draft, file), FileMode.CreateNew, FileAccess.Write);
                write(file, stream);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new IOException(
                $"'{_given}' cannot be written ({ReasonOf(problem)}); give a folder that can",
                problem);
        }
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    private static void RemoveEmpty(string folder)
    {
        if (!Directory.Exists(folder)) return;
        if (Directory.EnumerateFileSystemEntries(folder).Any()) return;
        Directory.Delete(folder);
    }

    /// <summary>Folders that do not exist yet, the highest on top.</summary>
    private static Stack<string> MissingAbove(string folder)
    {
        Stack<string> missing = new();
        string? at = folder;
        while (at is not null && !Directory.Exists(at))
        {
            missing.Push(at);
            at = Path.GetDirectoryName(at);
        }

        return missing;
    }

    private string SiblingFor(string purpose) => Path.Combine(
        _parent, $".{Path.GetFileName(_path)}.{purpose}-{Environment.ProcessId}");

    private void RefuseForeignContent()
    {
        if (File.Exists(_path))
        {
            throw new IOException($"'{_given}' is a file; give a folder for the result");
        }

        if (!Directory.Exists(_path)) return;
        foreach (string entry in Directory.EnumerateFileSystemEntries(_path))
        {
            string name = Path.GetFileName(entry);
            bool isResult = Files.Contains(name, StringComparer.Ordinal)
                && File.Exists(entry)
                && HoldsResult();
            if (isResult) continue;
            throw new IOException(
                $"'{_given}' holds '{name}', which is no result of a run; "
                + "give a new or empty folder, or one of an earlier result");
        }
    }

    private bool HoldsResult()
    {
        string summary = Path.Combine(_path, Files[0]);
        return File.Exists(summary)
            && File.ReadLines(summary).Take(2).Any(
                static line => line.Contains(SummaryJson.FormFamily, StringComparison.Ordinal));
    }

    private void TryWriting()
    {
        string above = _parent;
        while (!Directory.Exists(above))
        {
            if (File.Exists(above))
            {
                throw new IOException(
                    $"'{_given}' lies below '{above}', which is a file; give another folder");
            }

            above = Path.GetDirectoryName(above) ?? Path.GetPathRoot(_path) ?? "/";
        }

        // The very names are tried that will be needed, so that no run is lost to a long one.
        Stack<string> created = MissingAbove(_parent);
        string probe = SiblingFor("probe");
        try
        {
            Directory.CreateDirectory(probe);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new IOException(
                $"'{_given}' cannot be written ('{above}': {ReasonOf(problem)}); "
                + "give a folder that can",
                problem);
        }
        finally
        {
            RemoveEmpty(probe);
            foreach (string folder in created.Reverse()) RemoveEmpty(folder);
        }
    }

    private static string ReasonOf(Exception problem) => problem is PathTooLongException
        ? "a name in it is too long"
        : problem.Message.TrimEnd('.');

    private void Exchange(string draft)
    {
        if (!Directory.Exists(_path))
        {
            Directory.Move(draft, _path);
            return;
        }

        string old = SiblingFor("old");
        Directory.Move(_path, old);
        try
        {
            Directory.Move(draft, _path);
        }
        catch
        {
            Directory.Move(old, _path);
            throw;
        }

        Directory.Delete(old, recursive: true);
    }
}
