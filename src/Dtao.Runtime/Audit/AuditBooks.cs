using Dtao.Numerics;
using Dtao.Runtime.Flows;

namespace Dtao.Runtime.Audit;

/// <summary>The amounts of all books, and the sums of all flows by cause.</summary>
/// <remarks>
/// Amounts are kept modulo 2^64: they are only compared, and a debt may stand in between. What
/// can be negative is read as a two's complement number.
/// </remarks>
internal sealed class AuditBooks
{
    private static readonly Posting[][] Postings =
        [.. FlowRules.All.Select(static rule => rule.Postings.ToArray())];

    private readonly UInt128[] _sums = new UInt128[FlowRules.All.Length];
    private readonly ulong[] _counts = new ulong[FlowRules.All.Length];
    private readonly List<NetUid> _subnets = [];
    private bool[] _isKnown = [];
    private ulong[] _amounts = [];

    /// <summary>Subnets with books, in the order in which they got them.</summary>
    public IReadOnlyList<NetUid> Subnets => _subnets;

    /// <summary>A book that exists once.</summary>
    public ref ulong this[Book book] => ref _amounts[Posting.PlaceOf(book, 0)];

    /// <summary>A book of a subnet.</summary>
    public ref ulong this[Book book, NetUid subnet] =>
        ref _amounts[Posting.PlaceOf(book, subnet.Value)];

    /// <summary>Sum of all flows of a cause. Unit: rao.</summary>
    public UInt128 SumOf(FlowCause cause) => _sums[(int)cause];

    /// <summary>Number of flows of a cause that were not of zero.</summary>
    public ulong CountOf(FlowCause cause) => _counts[(int)cause];

    /// <summary>Gives a subnet books.</summary>
    public void Open(NetUid subnet)
    {
        int index = subnet.Value;
        if (index < _isKnown.Length && _isKnown[index]) return;
        if (index >= _isKnown.Length)
        {
            Array.Resize(ref _isKnown, index + 64);
            Array.Resize(ref _amounts, Posting.PlaceOf(default, index + 64));
        }

        _isKnown[index] = true;
        _subnets.Add(subnet);
    }

    /// <summary>Writes flows into the books.</summary>
    public void Post(ReadOnlySpan<Flow> flows)
    {
        foreach (ref readonly Flow flow in flows)
        {
            Post(flow);
        }
    }

    /// <summary>Writes one flow into the books.</summary>
    public void Post(in Flow flow)
    {
        if (flow.Rao == 0) return;
        int subnet = flow.Subnet.Value;
        if ((uint)subnet >= (uint)_isKnown.Length || !_isKnown[subnet]) Open(flow.Subnet);
        int cause = (int)flow.Cause;
        _sums[cause] += flow.Rao;
        _counts[cause]++;
        ulong[] amounts = _amounts;
        foreach (Posting posting in Postings[cause])
        {
            ref ulong amount = ref amounts[posting.Place + (subnet * posting.Stride)];
            amount = unchecked(amount + (posting.Factor * flow.Rao));
        }
    }

    /// <summary>The same, for an amount that the auditor itself finds.</summary>
    public void Post(FlowCause cause, NetUid subnet, ulong rao) =>
        Post(new Flow(cause, subnet, rao));
}
