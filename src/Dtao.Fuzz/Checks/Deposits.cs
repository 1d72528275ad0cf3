using System.Buffers.Binary;
using System.Numerics;
using Dtao.Fuzz.Model;
using Dtao.Fuzz.Worlds;
using Dtao.Runtime;
using Dtao.Runtime.Balances;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Proxies;

namespace Dtao.Fuzz.Checks;

/// <summary>What accounts have reserved is what somebody would give back to them.</summary>
/// <remarks>
/// Root may free a reserve whose deposit then has no cover; from there on nothing is compared.
/// What an account without key gives back stays reserved with its maker.
/// Source: docs/spec/dispatch.md#proxy.
/// </remarks>
internal sealed class Deposits
{
    private const int PendingOffset = 8;

    /// <summary>The least that a proxy costs. Unit: rao.</summary>
    private static readonly BigInteger LeastOfProxy = 33_000_000;

    private readonly Chain _chain;
    private BigInteger _idle;
    private bool _isForced;

    public Deposits(Chain chain, Book book)
    {
        _chain = chain;
        _idle = Idle(book);
    }

    /// <summary>By how much reserves and deposits drifted apart, in words; null if not.</summary>
    public string? FirstBroken(ICall[] calls, Book book)
    {
        _isForced |= calls.Any(static one => one is ForceUnreserve);
        BigInteger before = _idle;
        _idle = Idle(book);
        bool isLeftBehind = calls.Any(static one => one is RemoveProxy or RemoveProxies)
            && _idle - before >= LeastOfProxy;
        return _isForced || isLeftBehind || _idle == before
            ? null
            : $"{_idle} rao are reserved without deposit instead of {before}";
    }

    private BigInteger Idle(Book book)
    {
        BigInteger reserved = book.Reserved.Values.Aggregate(
            BigInteger.Zero, static (sum, one) => sum + one);
        return reserved
            - Sum("Proxy", "Proxies", static value => value[^8..])
            - Sum("Proxy", "Announcements", static value => value[^8..])
            - Sum("Multisig", "Multisigs", static value => value[PendingOffset..]);
    }

    private BigInteger Sum(string pallet, string name, Func<byte[], byte[]> deposit) =>
        RawStorage.Item(_chain, pallet, name).Entries().Aggregate(
            BigInteger.Zero,
            (sum, entry) =>
                sum + BinaryPrimitives.ReadUInt64LittleEndian(deposit(entry.Value)));
}
