namespace Dtao.Fuzz.Checks;

/// <summary>How many calls of a run ended how.</summary>
public sealed class CallTally
{
    /// <summary>Calls that were applied.</summary>
    public long Applied { get; internal set; }

    /// <summary>Calls that failed and were undone.</summary>
    public long Failed { get; internal set; }

    /// <summary>Bytes that were no call.</summary>
    public long Undecodable { get; internal set; }

    /// <summary>Everything that was sent.</summary>
    public long Total => Applied + Failed + Undecodable;
}
