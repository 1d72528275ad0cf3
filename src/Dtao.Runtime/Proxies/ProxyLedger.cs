using System.Buffers.Binary;
using Dtao.Crypto;
using Dtao.Numerics;
using Dtao.Runtime.Balances;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Proxies;

/// <summary>Who may act for whom, and what was announced.</summary>
/// <remarks>Source: docs/spec/dispatch.md#proxy.</remarks>
public sealed partial class ProxyLedger
{
    /// <summary>So many proxies may one account have.</summary>
    public const int MostProxies = 20;

    /// <summary>So many announcements may one proxy have open.</summary>
    public const int MostAnnouncements = 75;

    private static readonly Tao ProxyBase = Tao.FromRao(60_000_000);
    private static readonly Tao ProxyEach = Tao.FromRao(33_000_000);
    private static readonly Tao AnnouncementBase = Tao.FromRao(36_000_000);
    private static readonly Tao AnnouncementEach = Tao.FromRao(68_000_000);

    /// <summary>Proxies of an account, in rising order.</summary>
    public IReadOnlyList<ProxyDefinition> ProxiesOf(AccountId who) => _proxies[who].Entries;

    /// <summary>What a proxy announced, oldest first.</summary>
    public IReadOnlyList<Announcement> AnnouncedBy(AccountId who) => _announcements[who].Entries;

    /// <summary>The account without key that these say.</summary>
    /// <param name="spawner">Who makes it.</param>
    /// <param name="type">What he may do with it.</param>
    /// <param name="index">Number among those of one extrinsic.</param>
    /// <param name="height">Block in which it is made.</param>
    /// <param name="extrinsic">Number of the extrinsic within the block.</param>
    public static AccountId PureAccount(
        AccountId spawner, ProxyType type, ushort index, uint height, uint extrinsic)
    {
        Span<byte> content = stackalloc byte[59];
        "modlpy/proxy____"u8.CopyTo(content);
        spawner.CopyTo(content[16..]);
        BinaryPrimitives.WriteUInt32LittleEndian(content[48..], height);
        BinaryPrimitives.WriteUInt32LittleEndian(content[52..], extrinsic);
        content[56] = (byte)type;
        BinaryPrimitives.WriteUInt16LittleEndian(content[57..], index);
        return AccountId.FromBytes(Blake2b.Hash256(content));
    }

    /// <summary>The first proxy that fits; null when none does.</summary>
    internal ProxyDefinition? Find(AccountId real, AccountId who, ProxyType? type)
    {
        foreach (ProxyDefinition proxy in _proxies[real].Entries)
        {
            if (proxy.Delegate == who && (type is null || proxy.Type == type)) return proxy;
        }

        return null;
    }

    internal DispatchResult Add(BalanceLedger balances, AccountId real, ProxyDefinition proxy)
    {
        if (proxy.Delegate == real) return ProxyError.NoSelfProxy;
        Deposited<ProxyDefinition> before = _proxies[real];
        List<ProxyDefinition> proxies = [.. before.Entries];
        int place = proxies.BinarySearch(proxy);
        if (place >= 0) return ProxyError.Duplicate;
        if (proxies.Count >= MostProxies) return ProxyError.TooMany;

        proxies.Insert(~place, proxy);
        Tao deposit = DepositOf(ProxyBase, ProxyEach, proxies.Count);
        DispatchResult change = Adjust(balances, real, before.Deposit, deposit);
        if (change.IsOk) _proxies[real] = new(proxies, deposit);
        return change;
    }

    internal DispatchResult Remove(BalanceLedger balances, AccountId real, ProxyDefinition proxy)
    {
        if (!_proxies.Contains(real)) return ProxyError.NotFound;
        Deposited<ProxyDefinition> before = _proxies[real];
        List<ProxyDefinition> proxies = [.. before.Entries];
        int place = proxies.BinarySearch(proxy);
        if (place < 0) return ProxyError.NotFound;

        proxies.RemoveAt(place);
        Tao deposit = DepositOf(ProxyBase, ProxyEach, proxies.Count);
        DispatchResult change = Adjust(balances, real, before.Deposit, deposit);
        if (!change.IsOk) return change;
        if (proxies.Count == 0) _proxies.Remove(real);
        else _proxies[real] = new(proxies, deposit);
        return DispatchResult.Ok;
    }

    /// <summary>Removes all proxies of an account.</summary>
    /// <returns>The deposit, which is still reserved.</returns>
    internal Tao Clear(AccountId real)
    {
        Tao deposit = _proxies[real].Deposit;
        _proxies.Remove(real);
        return deposit;
    }

    /// <summary>Makes an account without key, whose only proxy is its maker.</summary>
    internal DispatchResult Create(
        BalanceLedger balances, AccountId pure, ProxyDefinition maker)
    {
        if (_proxies.Contains(pure)) return ProxyError.Duplicate;
        Tao deposit = DepositOf(ProxyBase, ProxyEach, count: 1);
        DispatchResult reserved = balances.Reserve(maker.Delegate, deposit);
        if (reserved.IsOk) _proxies[pure] = new([maker], deposit);
        return reserved;
    }

    internal DispatchResult Announce(
        BalanceLedger balances, AccountId who, Announcement announcement)
    {
        Deposited<Announcement> before = _announcements[who];
        if (before.Entries.Count >= MostAnnouncements) return ProxyError.TooMany;
        Announcement[] after = [.. before.Entries, announcement];
        Tao deposit = DepositOf(AnnouncementBase, AnnouncementEach, after.Length);
        DispatchResult change = Adjust(balances, who, before.Deposit, deposit);
        if (change.IsOk) _announcements[who] = new(after, deposit);
        return change;
    }

    /// <summary>Forgets announcements; there must be one.</summary>
    internal DispatchResult Forget(
        BalanceLedger balances, AccountId who, Func<Announcement, bool> isForgotten)
    {
        if (!_announcements.Contains(who)) return ProxyError.NotFound;
        Deposited<Announcement> before = _announcements[who];
        List<Announcement> after = [.. before.Entries];
        if (after.RemoveAll(new Predicate<Announcement>(isForgotten)) == 0)
        {
            return ProxyError.NotFound;
        }

        Tao deposit = DepositOf(AnnouncementBase, AnnouncementEach, after.Count);
        DispatchResult change = Adjust(balances, who, before.Deposit, deposit);
        if (!change.IsOk) return change;
        if (after.Count == 0) _announcements.Remove(who);
        else _announcements[who] = new(after, deposit);
        return DispatchResult.Ok;
    }

    private static Tao DepositOf(Tao start, Tao each, int count) => count == 0
        ? Tao.Zero
        : Tao.FromRao(start.Rao + (each.Rao * (ulong)count));

    private static DispatchResult Adjust(
        BalanceLedger balances, AccountId who, Tao before, Tao after)
    {
        if (after > before) return balances.Reserve(who, after - before);
        balances.Unreserve(who, before - after);
        return DispatchResult.Ok;
    }
}
