using Dtao.Numerics;
using Dtao.Runtime.Flows;

namespace Dtao.Runtime.Emission.Rules;

/// <summary>Hands what has gathered for a subnet to an epoch of this runtime.</summary>
/// <remarks>
/// Later releases keep root's alpha until a staker claims it; the claim's default is to sell it.
/// This runtime has no claims, so all of it is sold when the epoch comes.
/// Source: docs/spec/rules.md#payout.
/// </remarks>
internal static class RulePayout
{
    /// <summary>Takes everything that waits, whichever rule put it there.</summary>
    public static PendingEmission Take(Chain chain, NetUid subnet)
    {
        PendingEmission pending = chain.Emission.TakePending(subnet, chain.Block);
        RulePending later = chain.Rules.TakePending(subnet);
        if (later.IsNothing) return pending;
        Tao dividends = SellForRoot(chain, subnet, later.Root);

        // Participants are dealt out the whole, and root's part is withheld from them again.
        Alpha setApart = Alpha.Max(
            later.Root, later.Servers.SaturatingSubtract(later.Validators));
        chain.Flows.Note(FlowCause.RootPartDealtOut, subnet, setApart);
        return pending with
        {
            Participants = pending.Participants
                .SaturatingAdd(later.Servers)
                .SaturatingAdd(later.Validators),
            SoldForRoot = pending.SoldForRoot.SaturatingAdd(setApart),
            RootDividends = pending.RootDividends.SaturatingAdd(dividends),
        };
    }

    private static Tao SellForRoot(Chain chain, NetUid subnet, Alpha amount)
    {
        if (amount == Alpha.Zero) return Tao.Zero;
        Tao received = chain.Pools.Sell(subnet, amount, FlowCause.RootSaleRefused);
        chain.Flows.Note(FlowCause.RootDividendsAwaited, subnet, received);
        chain.Flows.Note(FlowCause.RootDividendsDue, subnet, received);
        RuleFlows.CountRootSale(chain, subnet, received);
        return received;
    }
}
