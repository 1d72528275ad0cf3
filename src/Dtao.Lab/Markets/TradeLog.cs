using Dtao.Numerics;
using Dtao.Runtime.Events;
using Dtao.Runtime.Staking;

namespace Dtao.Lab.Markets;

/// <summary>The stakes and unstakes of the last days, read from the chain's events.</summary>
public sealed class TradeLog
{
    private const ulong KeptInBlocks = 7_200;
    private readonly Dictionary<NetUid, Queue<Trade>> _trades = [];

    /// <summary>Trades of a subnet since a block, that block excluded, oldest first.</summary>
    public IEnumerable<Trade> Since(NetUid subnet, ulong block)
    {
        if (!_trades.TryGetValue(subnet, out Queue<Trade>? trades)) yield break;
        foreach (Trade trade in trades)
        {
            if (trade.Block > block) yield return trade;
        }
    }

    /// <summary>Reads what the calls of the present block did.</summary>
    /// <param name="records">Events of the block.</param>
    /// <param name="block">The block.</param>
    internal void Read(IReadOnlyList<EventRecord> records, ulong block)
    {
        foreach (EventRecord record in records)
        {
            switch (record.Event)
            {
                case StakeAdded added:
                    Add(new(
                        block, added.Coldkey, added.NetUid, false, added.Spent, added.Staked));
                    break;
                case StakeRemoved removed:
                    Add(new(
                        block, removed.Coldkey, removed.NetUid, true, removed.Paid,
                        removed.Removed));
                    break;
                default:
                    break;
            }
        }
    }

    private void Add(Trade trade)
    {
        if (!_trades.TryGetValue(trade.Subnet, out Queue<Trade>? trades))
        {
            trades = [];
            _trades[trade.Subnet] = trades;
        }

        trades.Enqueue(trade);
        while (trades.Peek().Block + KeptInBlocks < trade.Block) trades.Dequeue();
    }
}
