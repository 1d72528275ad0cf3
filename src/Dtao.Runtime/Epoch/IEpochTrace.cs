using Dtao.Numerics;

namespace Dtao.Runtime.Epoch;

/// <summary>
/// Whoever watches the intermediate values of an epoch. Watching changes nothing.
/// </summary>
public interface IEpochTrace
{
    /// <summary>Values by uid.</summary>
    void Values(string name, IReadOnlyList<I32F32> values);

    /// <summary>Truth values by uid.</summary>
    void Flags(string name, IReadOnlyList<bool> values);

    /// <summary>Amounts or block numbers by uid.</summary>
    void Amounts(string name, IReadOnlyList<ulong> values);

    /// <summary>Rows of a sparse matrix.</summary>
    void Rows(string name, IReadOnlyList<IReadOnlyList<SparseEntry>> rows);

    /// <summary>A single value.</summary>
    void Value(string name, I32F32 value);
}
