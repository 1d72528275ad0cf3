using Dtao.Numerics;

namespace Dtao.Runtime.Emission;

/// <summary>Amounts by hotkey in the order of the keys' bytes, gathered in any order.</summary>
/// <typeparam name="TAmount">What is gathered.</typeparam>
internal sealed class SortedAmounts<TAmount>
{
    private readonly List<(Hotkey Key, TAmount Amount)> _entries = [];

    public int Count => _entries.Count;

    public (Hotkey Key, TAmount Amount) this[int index] => _entries[index];

    public void Clear() => _entries.Clear();

    public void Add(Hotkey hotkey, TAmount amount) => _entries.Add((hotkey, amount));

    /// <summary>Sorts, and joins the amounts of equal keys.</summary>
    public void Merge(Func<TAmount, TAmount, TAmount> join)
    {
        if (IsMerged()) return;
        _entries.Sort(static (left, right) => left.Key.CompareTo(right.Key));
        int kept = 0;
        for (int index = 1; index < _entries.Count; index++)
        {
            if (_entries[index].Key == _entries[kept].Key)
            {
                TAmount joined = join(_entries[kept].Amount, _entries[index].Amount);
                _entries[kept] = (_entries[kept].Key, joined);
            }
            else
            {
                _entries[++kept] = _entries[index];
            }
        }

        if (_entries.Count > 0) _entries.RemoveRange(kept + 1, _entries.Count - kept - 1);
    }

    private bool IsMerged()
    {
        for (int index = 1; index < _entries.Count; index++)
        {
            if (_entries[index].Key.CompareTo(_entries[index - 1].Key) <= 0) return false;
        }

        return true;
    }
}
