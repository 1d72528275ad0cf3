using Dtao.Codec.Extrinsics;
using Dtao.Lab.Markets;
using Dtao.Lab.Ordering;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Balances;
using Dtao.Runtime.Dispatch;

namespace Dtao.Lab.Agents;

/// <summary>One block as an agent sees it: public state, and the way to submit calls.</summary>
public sealed class Turn
{
    private readonly List<Order> _orders;

    internal Turn(Chain chain, Market market, List<Order> orders, Coldkey treasury)
    {
        Chain = chain;
        Market = market;
        Treasury = treasury;
        _orders = orders;
    }

    /// <summary>The chain, to be read.</summary>
    public Chain Chain { get; }

    /// <summary>What everybody can know of prices, yields and talk.</summary>
    public Market Market { get; }

    /// <summary>Account of everybody else, which pays and receives what is outside.</summary>
    public Coldkey Treasury { get; }

    /// <summary>The present block.</summary>
    public ulong Block => Chain.Block.Value;

    /// <summary>Index of the agent whose turn it is.</summary>
    internal int Agent { get; set; }

    /// <summary>What that agent offers with every call to be early.</summary>
    internal Tao Tip { get; set; }

    /// <summary>Submits a call; it runs in this block, after everybody has looked.</summary>
    /// <param name="call">What to do.</param>
    /// <param name="signer">Account that signs, and pays the group's tip.</param>
    public void Submit(ICall call, AccountId signer)
    {
        ArgumentNullException.ThrowIfNull(call);
        _orders.Add(new(call, signer, Tip, Agent));
    }

    /// <summary>
    /// TAO from outside arrives, for example revenue; it can be spent next block.
    /// </summary>
    /// <param name="receiver">Who receives it.</param>
    /// <param name="amount">How much; nothing happens for nothing.</param>
    public void Receive(Coldkey receiver, Tao amount)
    {
        if (amount == Tao.Zero) return;
        Submit(
            new TransferKeepAlive(MultiAddress.Of(receiver.Account), amount), Treasury.Account);
    }

    /// <summary>TAO leaves for the outside, for example running costs.</summary>
    /// <param name="payer">Who pays.</param>
    /// <param name="amount">How much; nothing happens for nothing.</param>
    public void Pay(Coldkey payer, Tao amount)
    {
        if (amount == Tao.Zero) return;
        Submit(
            new TransferKeepAlive(MultiAddress.Of(Treasury.Account), amount), payer.Account);
    }
}
