using Dtao.Lab.Runs;

namespace Dtao.Lab.Attacks;

/// <summary>Counts the blocks that a search has run and those that it still expects to run.
/// </summary>
/// <remarks>
/// How many trials a strategy needs shows only on the way: every part of the search says what it
/// expects, and says it again when it needs more. The total is what was run and all that.
/// </remarks>
/// <param name="report">Hears the count; null for nobody.</param>
internal sealed class AttackWork(Action<RunProgress>? report)
{
    private readonly Lock _lock = new();
    private ulong _done;
    private ulong _expected;

    /// <summary>A part of the work.</summary>
    /// <param name="expected">Blocks that it will probably be.</param>
    public Part Expect(ulong expected) => new(this, expected);

    /// <summary>Everything was run.</summary>
    public void Finish()
    {
        lock (_lock) report?.Invoke(new(_done, _done));
    }

    /// <summary>Some blocks that belong together.</summary>
    internal sealed class Part
    {
        private readonly AttackWork _work;
        private ulong _left;

        internal Part(AttackWork work, ulong expected)
        {
            _work = work;
            Need(expected);
        }

        /// <summary>At least so many blocks are still to come.</summary>
        public void Need(ulong blocks)
        {
            lock (_work._lock)
            {
                if (blocks <= _left) return;
                _work._expected += blocks - _left;
                _left = blocks;
            }
        }

        /// <summary>Blocks were run.</summary>
        public void Add(ulong blocks)
        {
            lock (_work._lock)
            {
                _work._done += blocks;
                Drop(Math.Min(blocks, _left));

                // Not everything is done before the search says so.
                _work.Tell(Math.Max(1, _work._expected));
            }
        }

        /// <summary>Nothing more will come of it.</summary>
        public void Close()
        {
            lock (_work._lock) Drop(_left);
        }

        private void Drop(ulong blocks)
        {
            _left -= blocks;
            _work._expected -= blocks;
        }
    }

    private void Tell(ulong left) => report?.Invoke(new(_done, _done + left));
}
