using Dtao.Codec;
using Dtao.Crypto;
using Dtao.Numerics;
using Dtao.Runtime.Events;
using Dtao.Runtime.Flows;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Balances;

public sealed partial class BalanceLedger
{
    private readonly MapItem<AccountId, AccountBalance> _accounts;
    private readonly ValueItem<Tao> _totalIssuance;
    private readonly FlowJournal _flows;

    internal BalanceLedger(StateLayer state, EventLog events)
    {
        _events = events;
        _accounts = state.Open(Storage.Accounts);
        _totalIssuance = state.Open(Storage.TotalIssuance);
        _flows = state.Flows;
    }

    private static void Write(ScaleWriter to, AccountBalance value)
    {
        to.WriteU32(value.Nonce);
        to.WriteU32(value.Consumers);
        to.WriteU32(value.Providers);
        to.WriteU32(value.Sufficients);
        to.WriteU64(value.Free.Rao);
        to.WriteU64(value.Reserved.Rao);
        to.WriteU64(value.Frozen.Rao);
        to.WriteU128(value.Flags);
    }

    private static AccountBalance Read(ref ScaleReader from) => new(
        Nonce: from.ReadU32(),
        Consumers: from.ReadU32(),
        Providers: from.ReadU32(),
        Sufficients: from.ReadU32(),
        Free: Tao.FromRao(from.ReadU64()),
        Reserved: Tao.FromRao(from.ReadU64()),
        Frozen: Tao.FromRao(from.ReadU64()),
        Flags: from.ReadU128());

    /// <summary>
    /// What balances keep in the state. Private, so that nothing else can write it.
    /// </summary>
    private static class Storage
    {
        /// <summary>Counters and balances of each account. Unit: rao.</summary>
        public static readonly MapDescriptor<AccountId, AccountBalance> Accounts = new(
            "System",
            "Account",
            [new("account", KeyHasher.Blake2_128Concat)],
            Shapes.Account,
            new("(u32, u32, u32, u32, u64, u64, u64, u128)", Write, Read),
            AccountBalance.None,
            "rao");

        /// <summary>Sum of all balances. Unit: rao.</summary>
        public static readonly ValueDescriptor<Tao> TotalIssuance = new(
            "Balances", "TotalIssuance", Shapes.Tao, Tao.Zero, "rao");
    }
}
