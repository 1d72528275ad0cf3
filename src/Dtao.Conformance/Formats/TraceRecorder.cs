using Dtao.Numerics;
using Dtao.Runtime.Epoch;

namespace Dtao.Conformance.Formats;

/// <summary>Remembers the intermediate values of an epoch in the form of the files.</summary>
internal sealed class TraceRecorder : IEpochTrace
{
    private readonly Dictionary<string, object?> _values = [];

    /// <inheritdoc/>
    public void Values(string name, IReadOnlyList<I32F32> values) =>
        _values[name] = values.Select(static value => (object?)value.Bits).ToList();

    /// <inheritdoc/>
    public void Flags(string name, IReadOnlyList<bool> values) =>
        _values[name] = values.Select(static value => (object?)value).ToList();

    /// <inheritdoc/>
    public void Amounts(string name, IReadOnlyList<ulong> values) =>
        _values[name] = values.Select(static value => (object?)value).ToList();

    /// <inheritdoc/>
    public void Rows(string name, IReadOnlyList<IReadOnlyList<SparseEntry>> rows) =>
        _values[name] = rows.Select(static row => (object?)row.Select(
            static entry => (object?)new List<object?> { entry.Column, entry.Value.Bits })
            .ToList()).ToList();

    /// <inheritdoc/>
    public void Value(string name, I32F32 value) => _values[name] = value.Bits;

    /// <summary>Expects every value that the file has, and no other.</summary>
    public void ExpectAll(VectorNode trace)
    {
        HashSet<string> shown = [];
        foreach ((string name, VectorNode value) in trace.Fields())
        {
            shown.Add(name);
            if (_values.TryGetValue(name, out object? own)) value.Expect(own);
            else throw new VectorFormatException($"{value.Path}: the value '{name}' is unknown");
        }

        foreach (string name in _values.Keys)
        {
            if (shown.Contains(name)) continue;
            trace.Log.Report($"{trace.Path}.{name}", "no such stage", "a stage of the engine");
        }
    }
}
