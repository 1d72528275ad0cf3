using System.Collections.Immutable;
using Dtao.Lab.Ordering;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Balances;
using Dtao.Runtime.Events;
using Dtao.Runtime.Staking;

namespace Dtao.Lab.Agents;

/// <summary>Keeps the accounts of the agents, by group.</summary>
/// <param name="crew">The agents.</param>
/// <param name="chain">The chain.</param>
/// <param name="treasury">Account of everybody else.</param>
public sealed class CashBook(Crew crew, Chain chain, Coldkey treasury)
{
    private const decimal RaoInOne = 1_000_000_000;
    private readonly Dictionary<string, Flows> _flows = [];
    private readonly Dictionary<string, decimal> _before = [];

    /// <summary>The accounts of all groups, in the order in which they were hired.</summary>
    public ImmutableArray<GroupAccount> Accounts =>
        [.. crew.Members.GroupBy(static member => member.Group).Select(AccountOf)];

    /// <summary>Values what everybody has before the run.</summary>
    internal void Open()
    {
        foreach (IGrouping<string, CrewMember> group in
            crew.Members.GroupBy(static member => member.Group))
        {
            (decimal free, decimal tokens) = ValueOf(group);
            _before[group.Key] = free + tokens;
            _flows[group.Key] = new();
        }
    }

    /// <summary>Notes what an applied call moved.</summary>
    /// <param name="order">The call.</param>
    /// <param name="records">Events of the block.</param>
    /// <param name="from">Place of the call's first event.</param>
    internal void Note(Order order, IReadOnlyList<EventRecord> records, int from)
    {
        if (order.Agent < 0) return;
        if (!_flows.TryGetValue(crew.Members[order.Agent].Group, out Flows? flows)) return;
        if (order.Call is TransferKeepAlive transfer)
        {
            if (order.Signer == treasury.Account) flows.Received += transfer.Amount.Rao;
            else if (transfer.Destination.Account == treasury.Account)
            {
                flows.Paid += transfer.Amount.Rao;
            }
        }

        for (int place = from; place < records.Count; place++)
        {
            switch (records[place].Event)
            {
                case StakeAdded added when added.NetUid != NetUid.Root:
                    flows.Spend(added.Spent.Rao);
                    break;
                case StakeRemoved removed when removed.NetUid != NetUid.Root:
                    flows.Raise(removed.Paid.Rao);
                    break;
                default:
                    break;
            }
        }
    }

    private GroupAccount AccountOf(IGrouping<string, CrewMember> group)
    {
        Flows flows = _flows.GetValueOrDefault(group.Key) ?? new();
        (decimal free, decimal tokens) = ValueOf(group);
        return new(
            group.Key,
            group.First().Kind.Name,
            group.Count(),
            _before.GetValueOrDefault(group.Key),
            flows.Received / RaoInOne,
            flows.Paid / RaoInOne,
            flows.Spent / RaoInOne,
            flows.Raised / RaoInOne,
            flows.TiedUp / RaoInOne,
            free,
            tokens);
    }

    private (decimal Free, decimal Tokens) ValueOf(IEnumerable<CrewMember> members)
    {
        decimal free = 0;
        decimal tokens = 0;
        HashSet<Coldkey> counted = [];
        foreach (Purse purse in members.SelectMany(static member => member.Purses))
        {
            if (!counted.Add(purse.Coldkey)) continue;
            free += purse.Free(chain).Rao;
            tokens += TokensOf(purse.Coldkey);
        }

        return (free / RaoInOne, tokens / RaoInOne);
    }

    private decimal TokensOf(Coldkey coldkey)
    {
        decimal sum = 0;
        foreach (Hotkey hotkey in chain.Stakes.StakingHotkeysOf(coldkey))
        {
            sum += chain.Stakes.StakeOf(hotkey, coldkey, NetUid.Root).Rao;
            foreach (NetUid subnet in crew.Market.Subnets)
            {
                ulong held = chain.Stakes.StakeOf(hotkey, coldkey, subnet).Rao;
                if (held > 0) sum += held * (decimal)crew.Market.PriceOf(subnet);
            }
        }

        return sum;
    }

    private sealed class Flows
    {
        public decimal Received { get; set; }

        public decimal Paid { get; set; }

        public decimal Spent { get; private set; }

        public decimal Raised { get; private set; }

        public decimal TiedUp { get; private set; }

        public void Spend(ulong rao)
        {
            Spent += rao;
            TiedUp = Math.Max(TiedUp, Spent - Raised);
        }

        public void Raise(ulong rao) => Raised += rao;
    }
}
