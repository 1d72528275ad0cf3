using Dtao.Runtime.Dispatch;

namespace Dtao.Fuzz.Checks;

/// <summary>How many calls of a run ended how.</summary>
public sealed class CallTally
{
    private readonly SortedDictionary<string, long> _outcomes = new(StringComparer.Ordinal);

    /// <summary>How often each call ended how, by call and outcome.</summary>
    public IReadOnlyDictionary<string, long> Outcomes => _outcomes;

    /// <summary>Calls that were applied.</summary>
    public long Applied { get; private set; }

    /// <summary>Calls that failed and were undone.</summary>
    public long Failed { get; private set; }

    /// <summary>Bytes that were no call.</summary>
    public long Undecodable { get; private set; }

    /// <summary>Everything that was sent.</summary>
    public long Total => Applied + Failed + Undecodable;

    /// <summary>Counts a call that ran.</summary>
    internal void Count(string call, DispatchResult result)
    {
        if (result.IsOk) Applied++;
        else Failed++;
        string key = $"{call}: {result}";
        _outcomes[key] = _outcomes.GetValueOrDefault(key) + 1;
    }

    /// <summary>Counts bytes that were no call.</summary>
    internal void CountUndecodable() => Undecodable++;
}
