using Dtao.Lab.Ordering;
using Dtao.Runtime.Dispatch;

namespace Dtao.Lab.Agents;

/// <summary>How many calls were applied, and why others failed.</summary>
public sealed class CallTally
{
    private readonly SortedDictionary<string, int> _failures = new(StringComparer.Ordinal);

    /// <summary>Calls that were applied.</summary>
    public int Applied { get; private set; }

    /// <summary>Calls that failed.</summary>
    public int Failed { get; private set; }

    /// <summary>Failures by call and error, in the order of their names.</summary>
    public IReadOnlyDictionary<string, int> Failures => _failures;

    internal void Count(Order order, DispatchResult result)
    {
        if (result.IsOk)
        {
            Applied++;
            return;
        }

        Failed++;
        string name = $"{order.Call.GetType().Name}: {result}";
        _failures[name] = _failures.GetValueOrDefault(name) + 1;
    }
}
