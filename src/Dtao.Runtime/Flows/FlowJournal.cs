using System.Runtime.CompilerServices;
using Dtao.Numerics;

namespace Dtao.Runtime.Flows;

/// <summary>How much moved since somebody last read it, by cause and subnet.</summary>
/// <remarks>
/// Ledgers write into it where they create, destroy or move amounts. Off by default: then a
/// note is one test of a flag. It lies beside the state, because a call that is undone takes
/// back what was said about it; nothing of it is stored, and no rule reads it. Amounts are
/// added modulo 2^64. Source: docs/spec/audit.md#journal.
/// </remarks>
public sealed class FlowJournal
{
    private const int Causes = (int)FlowCause.StakeWritten + 1;
    private const int SubnetsAtOnce = 64;

    private readonly Stack<int> _marks = new();
    private bool _isInCall;
    private readonly bool[] _isTouched = new bool[Causes];
    private ulong[] _sums = [];
    private Noted[] _ofCall = [];
    private int _countOfCall;

    /// <summary>Somebody reads the flows.</summary>
    public bool IsKept { get; private set; }

    /// <summary>Nothing moved since the flows were last forgotten.</summary>
    public bool IsEmpty => !_isTouched.Contains(true);

    /// <summary>Subnets for which there is room; a multiple of 64.</summary>
    internal int Width { get; private set; }

    /// <summary>Begins to keep flows; whoever reads them must also forget them.</summary>
    public void Keep()
    {
        if (Width == 0) Widen(NetUid.Root.Value);
        Forget();
        IsKept = true;
    }

    /// <summary>Keeps no flows any more.</summary>
    public void Stop()
    {
        Forget();
        IsKept = false;
    }

    /// <summary>A flow of the cause was noted, if only of zero.</summary>
    public bool Has(FlowCause cause) => _isTouched[(int)cause];

    /// <summary>Sum of the flows of a cause and a subnet. Unit: rao.</summary>
    public ulong this[FlowCause cause, NetUid subnet] =>
        subnet.Value < Width ? _sums[((int)cause * Width) + subnet.Value] : 0;

    /// <summary>Sums of the flows of a cause by subnet. Unit: rao.</summary>
    internal ReadOnlySpan<ulong> Of(FlowCause cause) =>
        _sums.AsSpan((int)cause * Width, Width);

    /// <summary>Forgets the flows that were read.</summary>
    /// <exception cref="InvariantException">A call is still running.</exception>
    internal void Forget()
    {
        Invariant.Holds(_marks.Count == 0, "flows are read between calls");

        for (int cause = 0; cause < Causes; cause++)
        {
            if (!_isTouched[cause]) continue;
            _sums.AsSpan(cause * Width, Width).Clear();
            _isTouched[cause] = false;
        }
    }

    /// <summary>Notes a flow of TAO between accounts and elsewhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Note(FlowCause cause, Tao amount)
    {
        if (IsKept) Add(cause, NetUid.Root, amount.Rao);
    }

    /// <summary>Notes a flow of TAO of a subnet.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Note(FlowCause cause, NetUid subnet, Tao amount)
    {
        if (IsKept) Add(cause, subnet, amount.Rao);
    }

    /// <summary>Notes a flow of alpha of a subnet.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Note(FlowCause cause, NetUid subnet, Alpha amount)
    {
        if (IsKept) Add(cause, subnet, amount.Rao);
    }

    /// <summary>Notes that a stored amount became another one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void NoteChange(FlowCause cause, NetUid subnet, ulong before, ulong after)
    {
        if (IsKept) Add(cause, subnet, unchecked(after - before));
    }

    /// <summary>Notes what a counter that stops at zero should lose but does not hold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void NoteFloor(FlowCause cause, NetUid subnet, ulong held, ulong lost)
    {
        if (IsKept && lost > held) Add(cause, subnet, lost - held);
    }

    /// <summary>Notes what a counter that stops at 2^64 - 1 should gain but cannot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void NoteCeiling(FlowCause cause, NetUid subnet, ulong held, ulong gained)
    {
        ulong room = ulong.MaxValue - held;
        if (IsKept && gained > room) Add(cause, subnet, gained - room);
    }

    /// <summary>A call begins; every begin is closed by one keep or undo.</summary>
    internal void BeginCall()
    {
        if (!IsKept) return;
        _marks.Push(_countOfCall);
        _isInCall = true;
    }

    /// <summary>The newest call succeeded.</summary>
    internal void KeepCall()
    {
        if (!IsKept) return;
        _marks.Pop();
        _isInCall = _marks.Count > 0;
        if (_isInCall) return;
        for (int index = 0; index < _countOfCall; index++)
        {
            ref Noted noted = ref _ofCall[index];
            Add(noted.Cause, noted.Subnet, noted.Rao);
        }

        _countOfCall = 0;
    }

    /// <summary>The newest call failed: what was noted since it began never happened.</summary>
    internal void UndoCall()
    {
        if (!IsKept) return;
        _countOfCall = _marks.Pop();
        _isInCall = _marks.Count > 0;
    }

    private void Add(FlowCause cause, NetUid subnet, ulong rao)
    {
        if (_isInCall || subnet.Value >= Width)
        {
            AddSlowly(cause, subnet, rao);
            return;
        }

        _isTouched[(int)cause] = true;
        ref ulong sum = ref _sums[unchecked(((int)cause * Width) + subnet.Value)];
        sum = unchecked(sum + rao);
    }

    private void AddSlowly(FlowCause cause, NetUid subnet, ulong rao)
    {
        if (_isInCall)
        {
            Remember(new(cause, subnet, rao));
            return;
        }

        Widen(subnet.Value);
        Add(cause, subnet, rao);
    }

    private void Remember(in Noted noted)
    {
        if (_countOfCall == _ofCall.Length)
        {
            Array.Resize(ref _ofCall, Math.Max(64, _countOfCall * 2));
        }

        _ofCall[_countOfCall++] = noted;
    }

    private void Widen(int subnet)
    {
        int width = (subnet / SubnetsAtOnce * SubnetsAtOnce) + SubnetsAtOnce;
        ulong[] wider = new ulong[Causes * width];
        for (int cause = 0; cause < Causes; cause++)
        {
            _sums.AsSpan(cause * Width, Width).CopyTo(wider.AsSpan(cause * width));
        }

        _sums = wider;
        Width = width;
    }

    private readonly record struct Noted(FlowCause Cause, NetUid Subnet, ulong Rao);
}
