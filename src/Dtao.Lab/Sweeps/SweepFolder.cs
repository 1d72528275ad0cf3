using System.Collections.Immutable;
using Dtao.Lab.Sweeps.Storage;

namespace Dtao.Lab.Sweeps;

/// <summary>
/// The folder of a sweep: its store while it runs, all its files once it is done.
/// </summary>
/// <remarks>Source: docs/lab/sweeps.md#store.</remarks>
public sealed class SweepFolder : IDisposable
{
    private const string StoreName = "sweep.db";
    private const string LockName = "sweep.lock";

    private readonly string _path;
    private readonly FileStream _lock;

    private SweepFolder(string path, FileStream held, SweepPlan plan)
    {
        _path = path;
        _lock = held;
        Plan = plan;
    }

    /// <summary>Where it is, as it was given.</summary>
    public string Location => _path;

    /// <summary>The plan of the sweep.</summary>
    public SweepPlan Plan { get; }

    private string StorePath => Path.Combine(_path, StoreName);

    /// <summary>The request of the sweep in a folder.</summary>
    /// <exception cref="IOException">There is none, or it is of another program.</exception>
    public static SweepRequest RequestIn(string path)
    {
        string store = Path.Combine(path, StoreName);
        if (!File.Exists(store))
        {
            throw new IOException($"'{path}' holds no sweep to continue ({StoreName} is missing)");
        }

        SweepIdentity there = IdentityOf(store);
        SweepIdentity own = SweepIdentity.Of(there.Request);
        return there.DifferenceTo(own) is { } difference
            ? throw Other(path, difference)
            : there.Request;
    }

    /// <summary>Opens the folder of a plan, or makes it.</summary>
    /// <exception cref="IOException">
    /// It cannot be written, holds something else, or another program is writing to it.
    /// </exception>
    public static SweepFolder Open(string path, SweepPlan plan)
    {
        string store = Path.Combine(path, StoreName);
        if (File.Exists(path))
        {
            throw new IOException($"'{path}' is a file; give a folder for the sweep");
        }

        if (Directory.Exists(path) && !File.Exists(store)
            && Directory.EnumerateFileSystemEntries(path).FirstOrDefault(IsForeign) is { } entry)
        {
            throw new IOException(
                $"'{path}' holds '{Path.GetFileName(entry)}', which is no part of a sweep; "
                + "give a new or empty folder, or one of an earlier sweep");
        }

        Directory.CreateDirectory(path);
        FileStream held = Hold(path);
        try
        {
            if (!File.Exists(store)) SweepStore.Create(store, plan);
            SweepIdentity own = SweepIdentity.Of(plan.Request);
            return IdentityOf(store).DifferenceTo(own) is { } difference
                ? throw Other(path, difference)
                : new(path, held, plan);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>What is there, in the order of the plan.</summary>
    public ImmutableArray<SweepOutcome> Read() => SweepStore.Read(StorePath, Plan);

    /// <summary>Opens the store to add results.</summary>
    public SweepStore OpenStore() => SweepStore.Open(StorePath);

    /// <summary>Writes the store anew in the order of the plan, and the other files.</summary>
    /// <param name="outcomes">All results.</param>
    /// <param name="files">Name and writer of every other file.</param>
    /// <exception cref="IOException">
    /// One of them cannot be written; all results are still in the store.
    /// </exception>
    public void Finish(
        ImmutableArray<SweepOutcome> outcomes,
        IEnumerable<(string Name, Action<Stream> Write)> files)
    {
        foreach ((string name, Action<Stream> write) in files)
        {
            WriteFile(Path.Combine(_path, name), write);
        }

        SweepStore.Write(StorePath, Plan, outcomes);
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    private static void WriteFile(string place, Action<Stream> write)
    {
        string draft = place + ".new";
        try
        {
            using (FileStream stream = new(draft, FileMode.Create, FileAccess.Write))
            {
                write(stream);
            }

            File.Move(draft, place, overwrite: true);
        }
        catch
        {
            // A full disk, say: half a file helps nobody.
            File.Delete(draft);
            throw;
        }
    }

    /// <summary>A lock, and a store that somebody began to make, are no sweep yet.</summary>
    private static bool IsForeign(string entry) => Path.GetFileName(entry) is not
        (LockName or StoreName + ".new" or StoreName + ".new-journal");

    private static FileStream Hold(string path)
    {
        try
        {
            return new FileStream(
                Path.Combine(path, LockName),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None,
                bufferSize: 1,
                FileOptions.DeleteOnClose);
        }
        catch (IOException problem) when (problem is not DirectoryNotFoundException)
        {
            throw new IOException($"another sweep is writing to '{path}'", problem);
        }
    }

    private static SweepIdentity IdentityOf(string store)
    {
        try
        {
            return SweepStore.IdentityOf(store);
        }
        catch (FormatException problem)
        {
            throw new IOException(problem.Message, problem);
        }
    }

    private static IOException Other(string path, string difference) => new(
        $"'{path}' holds results of {difference}; results are never mixed: give another folder");
}
