using Dtao.Numerics;
using Dtao.Runtime.Flows;

namespace Dtao.Runtime.Emission;

/// <summary>What one epoch paid in all, by kind; only those who watch read it.</summary>
/// <remarks>Source: docs/spec/audit.md#epochs.</remarks>
internal struct DistributionSums
{
    /// <summary>Alpha for mining.</summary>
    public ulong Incentives;

    /// <summary>Alpha that owners of hotkeys took of dividends.</summary>
    public ulong AlphaTakes;

    /// <summary>Alpha dividends of nominators.</summary>
    public ulong AlphaDividends;

    /// <summary>TAO that owners of hotkeys took of root dividends.</summary>
    public ulong RootTakes;

    /// <summary>Root dividends of nominators.</summary>
    public ulong RootDividends;

    private ulong _dealt;
    private ulong _withheld;

    /// <summary>Sums what the epoch dealt out and what of it root's stake earned.</summary>
    /// <param name="payees">Everybody whom the epoch pays.</param>
    /// <param name="rootIsPaidTwice">Nothing is withheld: a matter of the version.</param>
    public void CountDealt(Span<Payee> payees, bool rootIsPaidTwice)
    {
        foreach (ref Payee payee in payees)
        {
            _dealt += payee.Incentive.Rao + payee.Dividend.FloorToUInt64();
            if (!rootIsPaidTwice) _withheld += payee.RootPart.FloorToUInt64();
        }
    }

    /// <summary>Notes all of it; what is left has a name too.</summary>
    public readonly void Note(
        FlowJournal flows, NetUid subnet, in PendingEmission pending, I96F32 rootTotal)
    {
        flows.Note(FlowCause.IncentivePaid, subnet, Alpha.FromRao(Incentives));
        flows.Note(FlowCause.TakePaid, subnet, Alpha.FromRao(AlphaTakes));
        flows.Note(FlowCause.DividendsPaid, subnet, Alpha.FromRao(AlphaDividends));
        flows.Note(FlowCause.WithheldForRoot, subnet, Alpha.FromRao(_withheld));
        ulong given = pending.Participants.SaturatingAdd(pending.SoldForRoot).Rao;
        if (_dealt < given)
        {
            flows.Note(FlowCause.NotDealtOut, subnet, Alpha.FromRao(given - _dealt));
        }
        else if (_dealt > given)
        {
            flows.Note(FlowCause.DealtOutTwice, subnet, Alpha.FromRao(_dealt - given));
        }

        ulong paid = Incentives + AlphaTakes + AlphaDividends + _withheld;
        flows.Note(FlowCause.PaymentRounded, subnet, Alpha.FromRao(_dealt - paid));
        NoteRootDividends(flows, subnet, pending.RootDividends.Rao, rootTotal);
    }

    private readonly void NoteRootDividends(
        FlowJournal flows, NetUid subnet, ulong due, I96F32 rootTotal)
    {
        flows.Note(FlowCause.RootTakePaid, subnet, Tao.FromRao(RootTakes));
        flows.Note(FlowCause.RootDividendsPaid, subnet, Tao.FromRao(RootDividends));
        bool nobodyEarned = rootTotal == I96F32.Zero;
        flows.Note(
            nobodyEarned ? FlowCause.RootDividendsLost : FlowCause.RootDividendsRounded,
            subnet,
            Tao.FromRao(due - RootTakes - RootDividends));
    }
}
