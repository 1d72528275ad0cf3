using System.Runtime.CompilerServices;
using Dtao.Numerics;

namespace Dtao.Runtime.Flows;

/// <summary>Every amount that moved since somebody last read it, in order.</summary>
/// <remarks>
/// Ledgers write into it where they create, destroy or move amounts. Off by default: then a
/// note is one test of a flag. It lies beside the state, because a call that is undone takes
/// back what was said about it; nothing of it is stored, and no rule reads it.
/// Source: docs/spec/audit.md#journal.
/// </remarks>
public sealed class FlowJournal
{
    private readonly Stack<int> _marks = new();
    private Flow[] _flows = [];
    private int _count;

    /// <summary>Somebody reads the flows.</summary>
    public bool IsKept { get; private set; }

    /// <summary>Flows that were not forgotten yet.</summary>
    public ReadOnlySpan<Flow> Flows => _flows.AsSpan(0, _count);

    /// <summary>Begins to keep flows; whoever reads them must also forget them.</summary>
    public void Keep()
    {
        if (_flows.Length == 0) _flows = new Flow[1_024];
        _count = 0;
        IsKept = true;
    }

    /// <summary>Keeps no flows any more.</summary>
    public void Stop()
    {
        IsKept = false;
        _count = 0;
    }

    /// <summary>Forgets the flows that were read.</summary>
    /// <exception cref="InvariantException">A call is still running.</exception>
    public void Forget()
    {
        Invariant.Holds(_marks.Count == 0, "flows are read between calls");

        _count = 0;
    }

    /// <summary>Notes a flow of TAO between accounts and elsewhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Note(FlowCause cause, Tao amount)
    {
        if (IsKept) Append(cause, NetUid.Root, amount.Rao);
    }

    /// <summary>Notes a flow of TAO of a subnet.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Note(FlowCause cause, NetUid subnet, Tao amount)
    {
        if (IsKept) Append(cause, subnet, amount.Rao);
    }

    /// <summary>Notes a flow of alpha of a subnet.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Note(FlowCause cause, NetUid subnet, Alpha amount)
    {
        if (IsKept) Append(cause, subnet, amount.Rao);
    }

    /// <summary>Notes that a stored amount became another one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void NoteChange(FlowCause cause, NetUid subnet, ulong before, ulong after)
    {
        if (IsKept && before != after) Append(cause, subnet, unchecked(after - before));
    }

    /// <summary>A call begins; every begin is closed by one keep or undo.</summary>
    internal void BeginCall()
    {
        if (IsKept) _marks.Push(_count);
    }

    /// <summary>The newest call succeeded.</summary>
    internal void KeepCall()
    {
        if (IsKept) _marks.Pop();
    }

    /// <summary>The newest call failed: what was noted since it began never happened.</summary>
    internal void UndoCall()
    {
        if (IsKept) _count = _marks.Pop();
    }

    private void Append(FlowCause cause, NetUid subnet, ulong rao)
    {
        if (_count == _flows.Length) Array.Resize(ref _flows, _count * 2);
        _flows[_count++] = new(cause, subnet, rao);
    }
}
