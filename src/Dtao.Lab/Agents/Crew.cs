using Dtao.Codec.Extrinsics;
using Dtao.Lab.Markets;
using Dtao.Lab.Networks;
using Dtao.Lab.Ordering;
using Dtao.Lab.Runs;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Balances;
using Dtao.Runtime.Dispatch;

namespace Dtao.Lab.Agents;

/// <summary>All agents of a run: who looks when, and what becomes of what they submit.</summary>
public sealed class Crew
{
    private readonly Chain _chain;
    private readonly IBlockOrder _blockOrder;
    private readonly SeedTree _orderSeed;
    private readonly Coldkey _blockMaker;
    private readonly List<CrewMember> _members = [];
    private readonly PriorityQueue<int, (ulong Block, int Index)> _due = new();
    private readonly List<Order> _orders = [];
    private readonly Turn _turn;

    /// <summary>A crew without members.</summary>
    /// <param name="chain">The chain.</param>
    /// <param name="market">What they see.</param>
    /// <param name="blockOrder">Who comes first within a block.</param>
    /// <param name="orderSeed">Branch of the seed for that.</param>
    /// <param name="treasury">Account of everybody else.</param>
    /// <param name="blockMaker">Account of whoever makes the blocks, to which tips go.</param>
    public Crew(
        Chain chain,
        Market market,
        IBlockOrder blockOrder,
        SeedTree orderSeed,
        Coldkey treasury,
        Coldkey blockMaker)
    {
        _blockMaker = blockMaker;
        _chain = chain;
        Market = market;
        _blockOrder = blockOrder;
        _orderSeed = orderSeed;
        _turn = new(chain, market, _orders, treasury);
        Book = new(this, chain, treasury);
    }

    /// <summary>What they see.</summary>
    public Market Market { get; }

    /// <summary>The members, in the order of their indices.</summary>
    public IReadOnlyList<CrewMember> Members => _members;

    /// <summary>What was submitted so far, and how it ended.</summary>
    public CallTally Tally { get; } = new();

    /// <summary>What each group put in and took out.</summary>
    public CashBook Book { get; }

    /// <summary>Hears of every call that was applied or failed; null by default.</summary>
    public Action<Order, DispatchResult>? Listener { get; set; }

    /// <summary>Adds a member, whose first look comes after some blocks.</summary>
    public void Add(CrewMember member, ulong firstLook)
    {
        _due.Enqueue(_members.Count, (_chain.Block.Value + firstLook, _members.Count));
        _members.Add(member);
    }

    /// <summary>
    /// Lets everybody who is due look at the present block, and runs their calls.
    /// </summary>
    public void Act()
    {
        Market.Refresh();
        ulong now = _chain.Block.Value;
        while (_due.TryPeek(out int index, out (ulong Block, int Index) key) && key.Block <= now)
        {
            _due.Dequeue();
            ulong wait = Math.Max(1, WaitOf(index));
            if (wait <= ulong.MaxValue - now) _due.Enqueue(index, (now + wait, index));
        }

        if (_orders.Count > 0) RunOrders(now);
    }

    /// <summary>Lets an agent look; says how long it waits then.</summary>
    private ulong WaitOf(int index)
    {
        _turn.Agent = index;
        _turn.Tip = _members[index].Tip;
        try
        {
            return _members[index].Agent.Act(_turn);
        }
        catch (Exception problem) when (problem is not RunFaultException)
        {
            throw new RunFaultException(_chain.Block.Value, NameOf(index), problem);
        }
    }

    private DispatchResult Dispatch(Order order)
    {
        try
        {
            return _chain.Dispatch(order.Call, order.Signer);
        }
        catch (Exception problem)
        {
            string call = order.Call.GetType().Name;
            throw new RunFaultException(
                _chain.Block.Value, $"the call {call} of {NameOf(order.Agent)}", problem);
        }
    }

    /// <summary>An agent as the scenario knows it: group, number within it, kind.</summary>
    private string NameOf(int index)
    {
        if (index < 0 || index >= _members.Count) return "nobody";
        string group = _members[index].Group;
        int number = _members.Take(index + 1).Count(member => member.Group == group);
        return $"agent {number} of '{group}' ({_members[index].Kind.Name})";
    }

    private void RunOrders(ulong now)
    {
        _blockOrder.Arrange(_orders, _chain, _orderSeed.Branch((int)now).Random());
        _chain.Events.IsKept = true;
        foreach (Order order in _orders)
        {
            if (order.Tip > Tao.Zero) Run(TipOf(order));
            Run(order);
        }

        Market.Trades.Read(_chain.Events.Records, now);
        _chain.Events.IsKept = false;
        _orders.Clear();
    }

    private void Run(Order order)
    {
        int events = _chain.Events.Records.Count;
        DispatchResult result = Dispatch(order);
        Tally.Count(order, result);
        if (result.IsOk) Book.Note(order, _chain.Events.Records, events);
        Listener?.Invoke(order, result);
    }

    /// <summary>The tip as a call of its own; the books of the chain have no other way.</summary>
    private Order TipOf(Order order) => new(
        new TransferKeepAlive(MultiAddress.Of(_blockMaker.Account), order.Tip),
        order.Signer,
        Tao.Zero,
        order.Agent);
}
