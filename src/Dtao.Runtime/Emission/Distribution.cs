using Dtao.Numerics;
using Dtao.Runtime.Epoch;
using Dtao.Runtime.Flows;
using Dtao.Runtime.Staking;

namespace Dtao.Runtime.Emission;

/// <summary>
/// Pays what has gathered for a subnet: owner, miners, validators, their stakers.
/// </summary>
/// <remarks>
/// The chain visits hotkeys in the order of their bytes. What one hotkey is paid depends on no
/// other's payment, and no sum over a subnet can saturate, so where nobody is due twice the
/// order of the uids gives the same. Source: docs/spec/emission.md#distribution;
/// vectors: vectors/coinbase.json.gz (drain).
/// </remarks>
internal sealed class Distribution
{
    private readonly EpochRun _epoch;
    private readonly List<(Hotkey Hotkey, Alpha Amount)> _parts = [];
    private readonly PayeeList _payees = new();
    private Hotkey[] _keys = [];
    private Alpha[] _alphaPaid = [];
    private Tao[] _taoPaid = [];
    private Alpha[] _alphaTaken = [];
    private Tao[] _taoTaken = [];
    private DistributionSums _sums;

    public Distribution(EpochRun epoch) => _epoch = epoch;

    /// <summary>Runs the epoch of a subnet and pays its outcome.</summary>
    /// <returns>The outcome; valid until the next epoch.</returns>
    public EpochOutput Run(
        Chain chain, NetUid subnet, PendingEmission pending, CoinbaseTrace? trace = null)
    {
        EpochOutput found = _epoch.Run(
            chain, subnet, pending.Participants.SaturatingAdd(pending.SoldForRoot));
        Pay(chain, subnet, found, pending);
        if (trace is not null) Tell(chain, trace);
        return found;
    }

    /// <summary>Pays the outcome of an epoch.</summary>
    public void Pay(
        Chain chain, NetUid subnet, EpochOutput found, in PendingEmission pending)
    {
        _sums = default;
        FindPayees(chain, subnet, found);
        I96F32 rootTotal = SplitDividends(chain, subnet);
        PayOwner(chain, subnet, pending.OwnerCut);
        PayAlpha(chain, subnet);
        PayRootDividends(chain, subnet, pending.RootDividends, rootTotal);
        if (!chain.Flows.IsKept) return;
        _sums.CountDealt(found, _payees.All, chain.Spec.PaysRootDividendsTwice);
        _sums.Note(chain.Flows, subnet, pending, rootTotal);
    }

    private void Tell(Chain chain, CoinbaseTrace trace)
    {
        Span<Payee> payees = _payees.All;
        for (int index = 0; index < payees.Length; index++)
        {
            ref Payee payee = ref payees[index];
            trace.Add(new(
                chain.Neurons.UidOf(trace.Subnet, payee.Hotkey),
                payee.Hotkey,
                payee.Owner,
                payee.Incentive,
                Fractional<Alpha>.FromValue(payee.Dividend),
                Fractional<Alpha>.FromValue(payee.RootPart),
                Fractional<Alpha>.FromValue(payee.LocalPart),
                _alphaTaken[index],
                _alphaPaid[index],
                _taoTaken[index],
                _taoPaid[index]));
        }
    }

    private void FindPayees(Chain chain, NetUid subnet, EpochOutput found)
    {
        _payees.Clear();
        bool hasParents = chain.Delegation.HasParents(subnet);
        ReadOnlySpan<Hotkey> keys = chain.Neurons.Keys(subnet);
        int count = Math.Min(keys.Length, found.ServerEmission.Length);
        for (int uid = 0; uid < count; uid++)
        {
            Alpha incentive = Alpha.FromRao(found.ServerEmission[uid]);
            Alpha dividend = Alpha.FromRao(found.ValidatorEmission[uid]);
            if (!chain.Neurons.IsTaken(subnet, new((ushort)uid)))
            {
                _sums.Untaken += incentive.Rao + dividend.Rao;
                continue;
            }

            Hotkey hotkey = keys[uid];
            if (!hasParents)
            {
                _payees.Add(hotkey, isNeuron: true, incentive, dividend);
                continue;
            }

            _payees.Add(hotkey, isNeuron: true, incentive, Alpha.Zero);
            chain.Delegation.SplitDividend(hotkey, subnet, dividend, _parts);
            foreach ((Hotkey receiver, Alpha amount) in _parts)
            {
                _payees.Add(receiver, isNeuron: false, Alpha.Zero, amount);
            }
        }

        if (hasParents || !chain.Neurons.KeysAreDistinct(subnet)) _payees.Merge();
        Reserve(_payees.All.Length);
    }

    private void Reserve(int count)
    {
        if (_keys.Length >= count) return;
        _keys = new Hotkey[count];
        _alphaPaid = new Alpha[count];
        _taoPaid = new Tao[count];
        _alphaTaken = new Alpha[count];
        _taoTaken = new Tao[count];
    }

    private I96F32 SplitDividends(Chain chain, NetUid subnet)
    {
        I96F32 total = I96F32.Zero;
        I96F32 weight = chain.Stakes.TaoWeight;
        int alphaPlace = 0;
        int rootPlace = 0;
        foreach (ref Payee payee in _payees.All)
        {
            if (payee.Dividend == I96F32.Zero) continue;
            Alpha onSubnet = chain.Stakes.StakeOf(payee.Hotkey, subnet, ref alphaPlace);
            Alpha onRoot = chain.Stakes.StakeOf(payee.Hotkey, NetUid.Root, ref rootPlace);
            I96F32 alpha = I96F32.FromInteger(onSubnet.Rao);
            I96F32 root = I96F32.FromInteger(onRoot.Rao).SaturatingMultiply(weight);
            I96F32 part = root.SafeDivide(alpha.SaturatingAdd(root));
            payee.RootPart = payee.Dividend.SaturatingMultiply(part);
            payee.LocalPart = chain.Spec.PaysRootDividendsTwice
                ? payee.Dividend
                : payee.Dividend.SaturatingSubtract(payee.RootPart);
            total = total.SaturatingAdd(payee.RootPart);
        }

        return total;
    }

    private static void PayOwner(Chain chain, NetUid subnet, Alpha cut)
    {
        if (!chain.Subnets.HasOwner(subnet) || !chain.Subnets.HasOwnerHotkey(subnet))
        {
            chain.Flows.Note(FlowCause.OwnerCutLost, subnet, cut);
            return;
        }

        chain.Stakes.AddShares(
            chain.Subnets.OwnerHotkey(subnet), chain.Subnets.Owner(subnet), subnet, cut,
            FlowCause.OwnerCutPaid);
    }

    /// <summary>Pays incentives, takes and alpha dividends, hotkey by hotkey.</summary>
    private void PayAlpha(Chain chain, NetUid subnet)
    {
        Span<Payee> payees = _payees.All;
        StakePlaces places = default;
        int ownerPlace = 0;
        for (int index = 0; index < payees.Length; index++)
        {
            ref Payee payee = ref payees[index];
            payee.Owner = chain.Stakes.OwnerOf(payee.Hotkey, ref ownerPlace);
            StakePosition position =
                chain.Stakes.Open(payee.Hotkey, payee.Owner, subnet, ref places);
            if (payee.IsNeuron)
            {
                position.Add(payee.Incentive);
                _sums.Incentives += payee.Incentive.Rao;
            }

            _keys[index] = payee.Hotkey;
            ulong takes = _sums.AlphaTakes;
            _alphaPaid[index] = Pay(
                chain, payee.Hotkey, payee.LocalPart, ref position,
                ref _sums.AlphaTakes, ref _sums.AlphaCut);
            _alphaTaken[index] = Alpha.FromRao(_sums.AlphaTakes - takes);
            _sums.AlphaDividends += _alphaPaid[index].Rao;
            chain.Stakes.Close(position, payee.Hotkey, payee.Owner, subnet);
        }

        chain.Emission.RecordAlphaDividends(
            subnet, _keys.AsSpan(0, payees.Length), _alphaPaid.AsSpan(0, payees.Length));
    }

    private void PayRootDividends(
        Chain chain, NetUid subnet, Tao rootDividends, I96F32 rootTotal)
    {
        // Without any root stake among the earners nobody receives the TAO: it is gone.
        Span<Payee> payees = _payees.All;
        I96F32 all = I96F32.FromInteger(rootDividends.Rao);
        StakePlaces places = default;
        for (int index = 0; index < payees.Length; index++)
        {
            ref Payee payee = ref payees[index];
            StakePosition position =
                chain.Stakes.Open(payee.Hotkey, payee.Owner, NetUid.Root, ref places);
            ulong takes = _sums.RootTakes;
            I96F32 amount = all.SaturatingMultiply(payee.RootPart.SafeDivide(rootTotal));
            Alpha rest = Pay(
                chain, payee.Hotkey, amount, ref position,
                ref _sums.RootTakes, ref _sums.RootCut);
            _sums.RootDividends += rest.Rao;
            _sums.RootShares += amount.Bits;
            chain.Stakes.Close(position, payee.Hotkey, payee.Owner, NetUid.Root);
            _taoTaken[index] = Tao.FromRao(_sums.RootTakes - takes);
            _taoPaid[index] = Tao.FromRao(rest.Rao);
        }

        chain.Emission.RecordTaoDividends(
            subnet, _keys.AsSpan(0, payees.Length), _taoPaid.AsSpan(0, payees.Length));
    }

    /// <summary>
    /// Pays a hotkey's owner the take and its nominators the rest, which is returned.
    /// </summary>
    private static Alpha Pay(
        Chain chain, Hotkey hotkey, I96F32 amount, ref StakePosition position,
        ref ulong takes, ref ulong cut)
    {
        if (amount == I96F32.Zero)
        {
            position.Add(Alpha.Zero);
            return Alpha.Zero;
        }

        I96F32 take = Take.Of(chain.Delegation.TakeOf(hotkey)).SaturatingMultiply(amount);
        I96F32 left = amount.SaturatingSubtract(take);
        Alpha rest = Alpha.FromRao(left.FloorToUInt64());

        // The take comes first, so the owner's new shares already earn from the rest.
        Alpha taken = Alpha.FromRao(take.FloorToUInt64());
        position.Add(taken);
        takes += taken.Rao;
        cut += DistributionSums.CutOff(take) + DistributionSums.CutOff(left);
        position.AddToAll(rest);
        return rest;
    }
}
