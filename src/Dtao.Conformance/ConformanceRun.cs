namespace Dtao.Conformance;

/// <summary>
/// Runs vector files, several at a time, and hands out results in the files' order.
/// </summary>
public static class ConformanceRun
{
    /// <summary>Runs the selected cases of one file.</summary>
    public static FileResult RunFile(VectorSource source, Selection selection) =>
        FileRun.Run(source, selection);

    /// <summary>Runs files on all cores; what comes out does not depend on their number.</summary>
    /// <param name="sources">Files to run.</param>
    /// <param name="selection">Cases to run.</param>
    /// <param name="cancellation">Stops between two files.</param>
    public static IEnumerable<FileResult> Run(
        IReadOnlyList<VectorSource> sources, Selection selection, CancellationToken cancellation)
    {
        TaskCompletionSource<FileResult>[] results = [.. sources.Select(
            static _ => new TaskCompletionSource<FileResult>())];

        // The largest first, so that no core waits long for the last file.
        int[] order = [.. Enumerable.Range(0, sources.Count)
            .OrderByDescending(index => new FileInfo(sources[index].Path).Length)];
        int next = -1;
        int count = Math.Min(Environment.ProcessorCount, order.Length);
        Thread[] workers = [.. Enumerable.Range(0, count)
            .Select(_ => new Thread(Work) { IsBackground = true })];
        foreach (Thread worker in workers)
        {
            worker.Start();
        }

        foreach (TaskCompletionSource<FileResult> result in results)
        {
            result.Task.Wait(cancellation);
            yield return result.Task.Result;
        }

        void Work()
        {
            while (!cancellation.IsCancellationRequested)
            {
                int place = Interlocked.Increment(ref next);
                if (place >= order.Length) return;
                int index = order[place];
                try
                {
                    results[index].SetResult(FileRun.Run(sources[index], selection));
                }
                catch (Exception problem)
                {
                    // Whoever waits for the result hears of it.
                    results[index].SetException(problem);
                }
            }
        }
    }
}
