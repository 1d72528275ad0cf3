using Dtao.Numerics;
using Dtao.Runtime.Epoch;
using Dtao.Runtime.Flows;

namespace Dtao.Runtime.Emission;

/// <summary>What one epoch paid in all, by kind; only those who watch read it.</summary>
/// <remarks>
/// Whatever is lost is measured where it is cut off, or named only within what rounding can be,
/// never as the difference that remains: a rao that goes astray has no name and stays in hand,
/// where the auditor finds it. Source: docs/spec/audit.md#epochs.
/// </remarks>
internal struct DistributionSums
{
    /// <summary>Alpha for mining.</summary>
    public ulong Incentives;

    /// <summary>Alpha for uids without neuron.</summary>
    public ulong Untaken;

    /// <summary>Alpha that owners of hotkeys took of dividends.</summary>
    public ulong AlphaTakes;

    /// <summary>Alpha dividends of nominators.</summary>
    public ulong AlphaDividends;

    /// <summary>Cut off payments of alpha. Unit: 2^-32 of a rao.</summary>
    public ulong AlphaCut;

    /// <summary>TAO that owners of hotkeys took of root dividends.</summary>
    public ulong RootTakes;

    /// <summary>Root dividends of nominators.</summary>
    public ulong RootDividends;

    /// <summary>Cut off payments of root dividends. Unit: 2^-32 of a rao.</summary>
    public ulong RootCut;

    /// <summary>Root dividends of all earners before the cut. Unit: 2^-32 of a rao.</summary>
    public Int128 RootShares;

    private ulong _dealt;
    private ulong _withheld;
    private int _uids;
    private int _payees;

    /// <summary>What is cut off an amount that becomes whole. Unit: 2^-32 of a rao.</summary>
    public static ulong CutOff(I96F32 amount) => unchecked((uint)amount.Bits);

    /// <summary>Sums what the epoch dealt out and what of it root's stake earned.</summary>
    /// <param name="found">What the epoch found.</param>
    /// <param name="payees">Everybody whom the epoch pays.</param>
    /// <param name="rootIsPaidTwice">Nothing is withheld: a matter of the version.</param>
    public void CountDealt(EpochOutput found, Span<Payee> payees, bool rootIsPaidTwice)
    {
        _payees = payees.Length;
        _uids = found.ServerEmission.Length;
        for (int uid = 0; uid < _uids; uid++)
        {
            _dealt = unchecked(
                _dealt + found.ServerEmission[uid] + found.ValidatorEmission[uid]);
        }

        if (rootIsPaidTwice) return;
        foreach (ref Payee payee in payees)
        {
            _withheld += payee.RootPart.FloorToUInt64();
            AlphaCut += CutOff(payee.RootPart);
        }
    }

    /// <summary>Notes all of it.</summary>
    public readonly void Note(
        FlowJournal flows, NetUid subnet, in PendingEmission pending, I96F32 rootTotal)
    {
        flows.Note(FlowCause.IncentivePaid, subnet, Alpha.FromRao(Incentives));
        flows.Note(FlowCause.TakePaid, subnet, Alpha.FromRao(AlphaTakes));
        flows.Note(FlowCause.DividendsPaid, subnet, Alpha.FromRao(AlphaDividends));
        flows.Note(FlowCause.WithheldForRoot, subnet, Alpha.FromRao(_withheld));
        flows.Note(FlowCause.PaymentRounded, subnet, Alpha.FromRao(WholeOf(AlphaCut)));
        NoteDealt(
            flows, subnet, pending.Participants.SaturatingAdd(pending.SoldForRoot).Rao);
        NoteRootDividends(flows, subnet, pending.RootDividends.Rao, rootTotal);
    }

    private readonly void NoteDealt(FlowJournal flows, NetUid subnet, ulong given)
    {
        flows.Note(FlowCause.NotDealtOut, subnet, Alpha.FromRao(Untaken));

        // Each of two proportions of a uid, and the payment by each, is cut off.
        UInt128 most = MostCutOff(2 * _uids, given);
        if (_dealt > given)
        {
            if (_dealt - given > most) return;
            flows.Note(FlowCause.DealtOutTwice, subnet, Alpha.FromRao(_dealt - given));
        }
        else if (_dealt == 0 || given - _dealt <= most)
        {
            flows.Note(FlowCause.NotDealtOut, subnet, Alpha.FromRao(given - _dealt));
        }
    }

    private readonly void NoteRootDividends(
        FlowJournal flows, NetUid subnet, ulong due, I96F32 rootTotal)
    {
        flows.Note(FlowCause.RootTakePaid, subnet, Tao.FromRao(RootTakes));
        flows.Note(FlowCause.RootDividendsPaid, subnet, Tao.FromRao(RootDividends));
        if (rootTotal == I96F32.Zero)
        {
            flows.Note(FlowCause.RootDividendsLost, subnet, Tao.FromRao(due));
            return;
        }

        // Every share is a quotient and a product, both cut off.
        Int128 unshared = I96F32.FromInteger(due).Bits - RootShares;
        bool isRounding = unshared >= 0
            && (UInt128)(unshared >> I96F32.FractionBits) <= MostCutOff(_payees, due);
        if (!isRounding) return;
        flows.Note(
            FlowCause.RootDividendsRounded, subnet,
            Tao.FromRao(WholeOf((UInt128)unshared + RootCut)));
    }

    /// <summary>The most that rounding takes of an amount that is dealt out in parts.</summary>
    private static UInt128 MostCutOff(int parts, ulong amount) =>
        (UInt128)parts * ((amount >> I96F32.FractionBits) + 2);

    private static ulong WholeOf(UInt128 cut) =>
        unchecked((ulong)(cut >> I96F32.FractionBits));
}
