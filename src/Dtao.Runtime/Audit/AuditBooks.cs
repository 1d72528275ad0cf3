using System.Numerics;
using System.Runtime.InteropServices;
using Dtao.Numerics;
using Dtao.Runtime.Flows;

namespace Dtao.Runtime.Audit;

/// <summary>The amounts of all books, and the sums of all flows by cause.</summary>
/// <remarks>
/// Every book is a column with one place for each subnet; a book that exists once uses the
/// place of root. Amounts are kept modulo 2^64: they are only compared, and a debt may stand in
/// between. What can be negative is read as a two's complement number.
/// </remarks>
internal sealed class AuditBooks
{
    private const int BookCount = (int)Book.Granted + 1;

    private static readonly Posting[][] Postings =
        [.. FlowRules.All.Select(static rule => rule.Postings.ToArray())];

    private readonly UInt128[] _totals = new UInt128[FlowRules.All.Length];
    private readonly UInt128[] _rootTotals = new UInt128[FlowRules.All.Length];
    private ulong[] _amounts = [];

    /// <summary>Subnets for which there is room.</summary>
    public int Width { get; private set; }

    /// <summary>A book that exists once, or root's.</summary>
    public ref ulong this[Book book] => ref _amounts[(int)book * Width];

    /// <summary>A book of a subnet.</summary>
    public ref ulong this[Book book, NetUid subnet] =>
        ref _amounts[((int)book * Width) + subnet.Value];

    /// <summary>A book of all subnets.</summary>
    public Span<ulong> Of(Book book) => _amounts.AsSpan((int)book * Width, Width);

    /// <summary>Sum of all flows of a cause. Unit: rao.</summary>
    public UInt128 TotalOf(FlowCause cause) => _totals[(int)cause];

    /// <summary>Sum of the flows of a cause that name root. Unit: rao.</summary>
    public UInt128 RootTotalOf(FlowCause cause) => _rootTotals[(int)cause];

    /// <summary>Makes room for at least so many subnets.</summary>
    public void Widen(int width)
    {
        if (width <= Width) return;
        ulong[] wider = new ulong[BookCount * width];
        for (int book = 0; book < BookCount; book++)
        {
            _amounts.AsSpan(book * Width, Width).CopyTo(wider.AsSpan(book * width));
        }

        _amounts = wider;
        Width = width;
    }

    /// <summary>Writes everything that a journal holds into the books.</summary>
    public void Post(FlowJournal journal)
    {
        Widen(journal.Width);
        for (int cause = 0; cause < Postings.Length; cause++)
        {
            if (journal.Has((FlowCause)cause)) Post(cause, journal.Of((FlowCause)cause));
        }
    }

    /// <summary>Writes an amount that the auditor itself finds.</summary>
    public void Post(FlowCause cause, NetUid subnet, ulong rao)
    {
        _totals[(int)cause] += rao;
        if (subnet == NetUid.Root) _rootTotals[(int)cause] += rao;
        foreach (Posting posting in Postings[(int)cause])
        {
            bool isEvery = posting.Reach == PostingReach.EverySubnet;
            Add(posting.Side, ref this[posting.Book, isEvery ? subnet : NetUid.Root], rao);
        }
    }

    private void Post(int cause, ReadOnlySpan<ulong> flows)
    {
        ulong sum = SumOf(flows);
        _totals[cause] += sum;
        _rootTotals[cause] += flows[0];
        foreach (Posting posting in Postings[cause])
        {
            if (posting.Reach == PostingReach.One)
            {
                Add(posting.Side, ref this[posting.Book], sum);
                continue;
            }

            Span<Vector<ulong>> book = MemoryMarshal.Cast<ulong, Vector<ulong>>(
                Of(posting.Book));
            ReadOnlySpan<Vector<ulong>> wide = MemoryMarshal.Cast<ulong, Vector<ulong>>(flows);
            if (posting.Side == PostingSide.Plus) Add(book, wide);
            else Subtract(book, wide);
        }
    }

    private static void Add(Span<Vector<ulong>> book, ReadOnlySpan<Vector<ulong>> flows)
    {
        for (int index = 0; index < flows.Length; index++)
        {
            book[index] += flows[index];
        }
    }

    private static void Subtract(Span<Vector<ulong>> book, ReadOnlySpan<Vector<ulong>> flows)
    {
        for (int index = 0; index < flows.Length; index++)
        {
            book[index] -= flows[index];
        }
    }

    private static void Add(PostingSide side, ref ulong book, ulong rao) =>
        book = unchecked(side == PostingSide.Plus ? book + rao : book - rao);

    private static ulong SumOf(ReadOnlySpan<ulong> flows)
    {
        Vector<ulong> sum = default;
        foreach (Vector<ulong> part in MemoryMarshal.Cast<ulong, Vector<ulong>>(flows))
        {
            sum += part;
        }

        return Vector.Sum(sum);
    }
}
