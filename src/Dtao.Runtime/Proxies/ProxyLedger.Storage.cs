using Dtao.Codec;
using Dtao.Crypto;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Proxies;

public sealed partial class ProxyLedger
{
    private readonly MapItem<AccountId, Deposited<ProxyDefinition>> _proxies;
    private readonly MapItem<AccountId, Deposited<Announcement>> _announcements;

    internal ProxyLedger(StateLayer state)
    {
        _proxies = state.Open(Storage.Proxies);
        _announcements = state.Open(Storage.Announcements);
    }

    internal static ProxyType ReadType(ref ScaleReader from)
    {
        byte number = from.ReadU8();
        return number <= (byte)ProxyType.SudoUncheckedSetCode
            ? (ProxyType)number
            : throw new FormatException($"no type of proxy {number}, byte {from.Offset - 1}");
    }

    private static void Write(ScaleWriter to, Deposited<ProxyDefinition> value)
    {
        to.WriteList(value.Entries, static (writer, proxy) =>
        {
            writer.Write(proxy.Delegate);
            writer.WriteU8((byte)proxy.Type);
            writer.WriteU32(proxy.Delay);
        });
        to.Write(value.Deposit);
    }

    private static Deposited<ProxyDefinition> ReadProxies(ref ScaleReader from) => new(
        from.ReadList(static (ref ScaleReader reader) => new ProxyDefinition(
            reader.ReadAccount(), ReadType(ref reader), reader.ReadU32())),
        from.ReadTao());

    private static void Write(ScaleWriter to, Deposited<Announcement> value)
    {
        to.WriteList(value.Entries, static (writer, announced) =>
        {
            writer.Write(announced.Real);
            writer.Write(announced.CallHash);
            writer.WriteU32(announced.Height);
        });
        to.Write(value.Deposit);
    }

    private static Deposited<Announcement> ReadAnnouncements(ref ScaleReader from) => new(
        from.ReadList(static (ref ScaleReader reader) => new Announcement(
            reader.ReadAccount(), reader.ReadHash(), reader.ReadU32())),
        from.ReadTao());

    /// <summary>What proxies keep in the state. Private, so nothing else can write it.</summary>
    private static class Storage
    {
        /// <summary>Proxies of each account, and their deposit. Unit: rao.</summary>
        public static readonly MapDescriptor<AccountId, Deposited<ProxyDefinition>> Proxies = new(
            "Proxy",
            "Proxies",
            [new("account", KeyHasher.Twox64Concat)],
            Shapes.Account,
            new("(list<(account, ProxyType, u32)>, u64)", Write, ReadProxies),
            Deposited<ProxyDefinition>.Nothing,
            "rao");

        /// <summary>What each proxy announced, and the deposit. Unit: rao.</summary>
        public static readonly MapDescriptor<AccountId, Deposited<Announcement>> Announcements =
            new(
                "Proxy",
                "Announcements",
                [new("account", KeyHasher.Twox64Concat)],
                Shapes.Account,
                new("(list<(account, H256, u32)>, u64)", Write, ReadAnnouncements),
                Deposited<Announcement>.Nothing,
                "rao");
    }
}
