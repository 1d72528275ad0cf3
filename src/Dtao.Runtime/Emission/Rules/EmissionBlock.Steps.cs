using Dtao.Numerics;
using Dtao.Runtime.Flows;
using Dtao.Runtime.Pools;

namespace Dtao.Runtime.Emission.Rules;

public sealed partial class EmissionBlock
{
    /// <summary>Counts TAO as issued; it has to enter pools in the same block.</summary>
    public void Issue(Tao amount) => Chain.Issuance.Create(amount);

    /// <summary>Puts terms into the pool and remembers them as the block's emission.</summary>
    /// <remarks>The TAO must be issued by the caller.</remarks>
    public void InjectIntoPool(SubnetTerms terms)
    {
        Tao tao = Tao.FromRao(terms.TaoIn.FloorToUInt64());
        Alpha alpha = Alpha.FromRao(terms.AlphaIn.FloorToUInt64());
        Chain.Emission.RecordInjection(terms.Subnet, tao, alpha);
        Chain.Pools.InjectAlpha(terms.Subnet, alpha);
        Chain.Pools.InjectTao(terms.Subnet, tao);
        if (CountsProtocolFlow) Chain.Rules.CountProtocolFlow(terms.Subnet, tao.Rao);
    }

    /// <summary>Asks a weighted pool to keep its price under an injection.</summary>
    /// <returns>False when it refuses the injection; other pools never do.</returns>
    public bool Accepts(SubnetTerms terms) => !Rule.WeighsPools || Chain.Pools.TryWeigh(
        terms.Subnet,
        Tao.FromRao(terms.TaoIn.FloorToUInt64()),
        Alpha.FromRao(terms.AlphaIn.FloorToUInt64()));

    /// <summary>
    /// Puts terms into the pool, the TAO out of the credit as far as it suffices.
    /// </summary>
    /// <param name="terms">The terms.</param>
    /// <param name="isAccepted">The pool accepts them; else nothing is injected.</param>
    public void InjectCredit(SubnetTerms terms, bool isAccepted)
    {
        Tao tao = Tao.FromRao(isAccepted ? terms.TaoIn.FloorToUInt64() : 0);
        Alpha alpha = Alpha.FromRao(isAccepted ? terms.AlphaIn.FloorToUInt64() : 0);
        bool isPaid = tao > Tao.Zero && TrySpend(tao);
        Chain.Emission.RecordInjection(terms.Subnet, isPaid ? tao : Tao.Zero, alpha);
        if (alpha > Alpha.Zero) Chain.Pools.InjectAlpha(terms.Subnet, alpha);
        if (!isPaid) return;
        Chain.Pools.InjectTao(terms.Subnet, tao);
        if (CountsProtocolFlow) Chain.Rules.CountProtocolFlow(terms.Subnet, tao.Rao);
    }

    /// <summary>The chain buys alpha, which ceases to be.</summary>
    /// <param name="terms">Whose alpha.</param>
    /// <param name="amount">TAO; must be issued by the caller.</param>
    /// <returns>False when the pool refused: the TAO is gone.</returns>
    public bool BuyAndRecycle(SubnetTerms terms, Tao amount)
    {
        if (!TryBuy(terms, amount, out _, out Alpha bought)) return false;
        Chain.Pools.DestroyOutstanding(terms.Subnet, bought, FlowCause.ChainAlphaRecycled);
        return true;
    }

    /// <summary>The chain buys alpha and keeps it.</summary>
    /// <param name="terms">Whose alpha.</param>
    /// <param name="amount">TAO; must be issued by the caller.</param>
    /// <param name="entered">TAO that entered the pool.</param>
    /// <returns>False when the pool refused: the TAO is gone.</returns>
    public bool BuyAndKeep(SubnetTerms terms, Tao amount, out Tao entered)
    {
        if (!TryBuy(terms, amount, out entered, out Alpha bought)) return false;
        Chain.Rules.KeepProtocolAlpha(terms.Subnet, bought);
        return true;
    }

    /// <summary>Takes minted TAO out of the credit.</summary>
    /// <returns>False when the credit does not suffice; nothing is taken then.</returns>
    public bool TrySpend(Tao amount)
    {
        if (Credit < amount) return false;
        Credit -= amount;
        return true;
    }

    private bool CountsProtocolFlow => Rule.Counts.HasFlag(CountedFlows.Protocol);

    private bool TryBuy(SubnetTerms terms, Tao amount, out Tao entered, out Alpha bought)
    {
        Chain.Flows.Note(FlowCause.ChainBuyPaid, terms.Subnet, amount);
        bool isDone = Chain.Pools.TryBuyForChain(
            terms.Subnet, amount, out entered, out bought);
        if (Chain.Subnets.Mechanism(terms.Subnet) == PoolMechanism.Dynamic)
        {
            Trades?.Add(isDone
                ? new(terms.Subnet, true, entered.Rao, bought.Rao)
                : new(terms.Subnet, true, amount.Rao, null));
        }

        if (isDone && CountsProtocolFlow)
        {
            Chain.Rules.CountProtocolFlow(terms.Subnet, entered.Rao);
        }

        return isDone;
    }
}
