using Dtao.Numerics;
using Dtao.Runtime.Delegation;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Keys;

/// <summary>What a hotkey swap weighs: the reads and writes that upstream counts for it.</summary>
/// <remarks>
/// The swap is free, but a batch that carries it pays for its weight. Counted before anything
/// moves. Source: docs/spec/keys.md#weight.
/// </remarks>
internal sealed class HotkeySwapWeight
{
    private const ulong ReadTime = 25_000_000;
    private const ulong WriteTime = 100_000_000;

    private readonly Chain _chain;
    private readonly Hotkey _old;
    private readonly Hotkey _replacement;
    private ulong _reads;
    private ulong _writes;

    private HotkeySwapWeight(Chain chain, Hotkey old, Hotkey replacement)
    {
        _chain = chain;
        _old = old;
        _replacement = replacement;
    }

    /// <summary>What swapping the hotkey will weigh.</summary>
    public static Weight Of(Chain chain, Hotkey old, Hotkey replacement)
    {
        HotkeySwapWeight count = new(chain, old, replacement);
        count.CountCall();
        return new((count._reads * ReadTime) + (count._writes * WriteTime));
    }

    private void CountCall()
    {
        IReadOnlyList<NetUid> subnets = _chain.Subnets.InHashedKeyOrder();

        // The checks, the number of subnets, and at the end the clock of the coldkey.
        Count(reads: 4 + Math.Min(_chain.Subnets.Total + 1UL, ushort.MaxValue), writes: 1);

        // The owner and his list, the clocks of swaps and of takes.
        Count(reads: 3, writes: 6);

        // Value and denominator of each pool.
        Count(reads: 4, writes: 4, times: subnets.Count);
        if (_chain.Senate.IsMember(_old))
        {
            if (_chain.Senate.IsMember(_replacement)) return;
            Count(reads: 1, writes: 2);
        }

        if (_chain.Delegation.IsDelegate(_old)) Count(reads: 2, writes: 2);
        CountShares();
        foreach (NetUid subnet in subnets)
        {
            CountSeat(subnet);
            CountRelations(subnet);
            CountPending(subnet);
            CountOwner(subnet);
        }
    }

    private void CountSeat(NetUid subnet)
    {
        Count(reads: 1, writes: 2);
        if (!_chain.Neurons.IsMember(subnet, _old)) return;
        if (_chain.Neurons.UidOf(subnet, _old) is not null) Count(reads: 1, writes: 3);
        CountMove(_chain.Serving.PrometheusOf(subnet, _old) is not null);
        CountMove(_chain.Serving.AxonOf(subnet, _old) is not null);
        CountMove(_chain.Commits.Of(subnet, _old) is not null);
        CountMove(_chain.Legacy.HasPayments(subnet));
        CountMove(_chain.Serving.CertificateOf(subnet, _old) is not null);
    }

    private void CountShares()
    {
        Count(reads: 1, writes: 1, times: _chain.Stakes.LegacyEntriesOf(_old));
        IReadOnlyList<Coldkey> holders = _chain.Stakes.HoldersOf(_old);
        Count(reads: 3, writes: 2, times: holders.Count);

        // A list of hotkeys is written with the first entry of its coldkey.
        int lists = holders.Distinct()
            .Count(holder => _chain.Stakes.StakingHotkeysOf(holder).Contains(_old));
        Count(reads: 0, writes: 1, times: lists);
    }

    private void CountRelations(NetUid subnet)
    {
        Count(reads: 2, writes: 4);
        int relations = _chain.Delegation.ChildrenOf(_old, subnet).Count
            + _chain.Delegation.ParentsOf(_old, subnet).Count;
        Count(reads: 1, writes: 1, times: relations);
    }

    private void CountPending(NetUid subnet)
    {
        Count(reads: 1, writes: 0);
        IReadOnlyList<KeyValuePair<Hotkey, PendingChildren>> waiting =
            _chain.Delegation.PendingOf(subnet);
        bool moves = waiting.Any(entry => entry.Key == _old);
        CountMove(moves);
        foreach ((Hotkey parent, PendingChildren pending) in waiting)
        {
            // What the new hotkey had scheduled is overwritten before the entries are visited.
            if (moves && parent == _replacement) continue;
            Count(reads: 1, writes: 0);
            CountMove(Array.Exists(pending.Children, child => child.Hotkey == _old));
        }
    }

    private void CountOwner(NetUid subnet)
    {
        if (!_chain.Spec.OwnerCutFollowsHotkey || !_chain.Subnets.HasOwnerHotkey(subnet)) return;
        Count(reads: 1, writes: _chain.Subnets.IsOwnerHotkey(subnet, _old) ? 1UL : 0);
    }

    private void CountMove(bool happens)
    {
        if (happens) Count(reads: 1, writes: 2);
    }

    private void Count(ulong reads, ulong writes, int times = 1)
    {
        _reads += reads * (ulong)times;
        _writes += writes * (ulong)times;
    }
}
