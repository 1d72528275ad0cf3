using Dtao.Numerics;
using Dtao.Runtime.Epoch;
using Dtao.Runtime.Staking;

namespace Dtao.Runtime.Emission;

/// <summary>
/// Pays what has gathered for a subnet: owner, miners, validators, their stakers.
/// </summary>
/// <remarks>
/// Hotkeys are visited in the order of their bytes. Source: docs/spec/emission.md#distribution;
/// vectors: vectors/coinbase.json.gz (drain).
/// </remarks>
internal sealed class Distribution
{
    private readonly EpochRun _epoch;
    private readonly List<(Hotkey Hotkey, Alpha Amount)> _parts = [];
    private readonly SortedAmounts<ulong> _incentives = new();
    private readonly SortedAmounts<I96F32> _dividends = new();
    private I96F32[] _rootParts = [];
    private I96F32[] _localParts = [];
    private Hotkey[] _keys = [];
    private Alpha[] _alphaPaid = [];
    private Tao[] _taoPaid = [];

    public Distribution(EpochRun epoch) => _epoch = epoch;

    /// <summary>Runs the epoch of a subnet and pays its outcome.</summary>
    public void Run(Chain chain, NetUid subnet, PendingEmission pending)
    {
        EpochOutput found = _epoch.Run(
            chain, subnet, pending.Participants.SaturatingAdd(pending.SoldForRoot));
        Pay(chain, subnet, found, pending);
    }

    /// <summary>Pays the outcome of an epoch.</summary>
    public void Pay(
        Chain chain, NetUid subnet, EpochOutput found, in PendingEmission pending)
    {
        Accumulate(chain, subnet, found);
        Reserve(_dividends.Count);
        I96F32 rootTotal = SplitDividends(chain, subnet);
        PayOwner(chain, subnet, pending.OwnerCut);
        PayAlpha(chain, subnet);
        PayRootDividends(chain, subnet, pending.RootDividends, rootTotal);
    }

    private void Accumulate(Chain chain, NetUid subnet, EpochOutput found)
    {
        _incentives.Clear();
        _dividends.Clear();
        ReadOnlySpan<Hotkey> keys = chain.Neurons.Keys(subnet);
        foreach (ushort uid in chain.Neurons.UidsInKeyOrder(subnet))
        {
            if (uid >= found.ServerEmission.Length) continue;
            Hotkey hotkey = keys[uid];
            _incentives.Add(hotkey, found.ServerEmission[uid]);
            chain.Delegation.SplitDividend(
                hotkey, subnet, Alpha.FromRao(found.ValidatorEmission[uid]), _parts);
            foreach ((Hotkey receiver, Alpha amount) in _parts)
            {
                _dividends.Add(receiver, I96F32.FromInteger(amount.Rao));
            }
        }

        _incentives.Merge(static (left, right) =>
            unchecked(left + right) < left ? ulong.MaxValue : left + right);
        _dividends.Merge(static (left, right) => left.SaturatingAdd(right));
    }

    private void Reserve(int count)
    {
        if (_rootParts.Length >= count) return;
        _rootParts = new I96F32[count];
        _localParts = new I96F32[count];
        _keys = new Hotkey[count];
        _alphaPaid = new Alpha[count];
        _taoPaid = new Tao[count];
    }

    private I96F32 SplitDividends(Chain chain, NetUid subnet)
    {
        I96F32 total = I96F32.Zero;
        I96F32 weight = chain.Stakes.TaoWeight;
        for (int index = 0; index < _dividends.Count; index++)
        {
            (Hotkey hotkey, I96F32 dividend) = _dividends[index];
            _keys[index] = hotkey;
            _rootParts[index] = I96F32.Zero;
            _localParts[index] = I96F32.Zero;
            if (dividend == I96F32.Zero) continue;

            I96F32 alpha = I96F32.FromInteger(chain.Stakes.StakeOf(hotkey, subnet).Rao);
            I96F32 root = I96F32.FromInteger(chain.Stakes.StakeOf(hotkey, NetUid.Root).Rao)
                .SaturatingMultiply(weight);
            I96F32 part = root.SafeDivide(alpha.SaturatingAdd(root));
            _rootParts[index] = dividend.SaturatingMultiply(part);
            _localParts[index] = chain.Spec.PaysRootDividendsTwice
                ? dividend
                : dividend.SaturatingSubtract(_rootParts[index]);
            total = total.SaturatingAdd(_rootParts[index]);
        }

        return total;
    }

    private static void PayOwner(Chain chain, NetUid subnet, Alpha cut)
    {
        if (!chain.Subnets.HasOwner(subnet) || !chain.Subnets.HasOwnerHotkey(subnet)) return;
        chain.Stakes.AddShares(
            chain.Subnets.OwnerHotkey(subnet), chain.Subnets.Owner(subnet), subnet, cut);
    }

    /// <summary>Pays incentives, takes and alpha dividends, hotkey by hotkey.</summary>
    /// <remarks>
    /// The chain pays all incentives first. No payment here depends on another hotkey's, and
    /// every hotkey with an incentive has a dividend, if only of zero.
    /// </remarks>
    private void PayAlpha(Chain chain, NetUid subnet)
    {
        int incentive = 0;
        for (int index = 0; index < _dividends.Count; index++)
        {
            Hotkey hotkey = _keys[index];
            Coldkey owner = chain.Stakes.OwnerOf(hotkey);
            StakePosition position = chain.Stakes.Open(hotkey, owner, subnet);
            if (incentive < _incentives.Count && _incentives[incentive].Key == hotkey)
            {
                position.Add(Alpha.FromRao(_incentives[incentive].Amount));
                incentive++;
            }

            _alphaPaid[index] = Pay(chain, hotkey, _localParts[index], ref position);
            chain.Stakes.Close(position, hotkey, owner, subnet);
        }

        int count = _dividends.Count;
        chain.Emission.RecordAlphaDividends(
            subnet, _keys.AsSpan(0, count), _alphaPaid.AsSpan(0, count));
    }

    private void PayRootDividends(
        Chain chain, NetUid subnet, Tao rootDividends, I96F32 rootTotal)
    {
        // Without any root stake among the earners nobody receives the TAO: it is gone.
        I96F32 all = I96F32.FromInteger(rootDividends.Rao);
        for (int index = 0; index < _dividends.Count; index++)
        {
            Hotkey hotkey = _keys[index];
            Coldkey owner = chain.Stakes.OwnerOf(hotkey);
            StakePosition position = chain.Stakes.Open(hotkey, owner, NetUid.Root);
            I96F32 share = _rootParts[index].SafeDivide(rootTotal);
            Alpha rest = Pay(chain, hotkey, all.SaturatingMultiply(share), ref position);
            chain.Stakes.Close(position, hotkey, owner, NetUid.Root);
            _taoPaid[index] = Tao.FromRao(rest.Rao);
        }

        int count = _dividends.Count;
        chain.Emission.RecordTaoDividends(
            subnet, _keys.AsSpan(0, count), _taoPaid.AsSpan(0, count));
    }

    /// <summary>
    /// Pays a hotkey's owner the take and its nominators the rest, which is returned.
    /// </summary>
    private static Alpha Pay(
        Chain chain, Hotkey hotkey, I96F32 amount, ref StakePosition position)
    {
        if (amount == I96F32.Zero)
        {
            position.Add(Alpha.Zero);
            return Alpha.Zero;
        }

        I96F32 take = Take.Of(chain.Delegation.TakeOf(hotkey)).SaturatingMultiply(amount);
        Alpha rest = Alpha.FromRao(amount.SaturatingSubtract(take).FloorToUInt64());

        // The take comes first, so the owner's new shares already earn from the rest.
        position.Add(Alpha.FromRao(take.FloorToUInt64()));
        position.AddToAll(rest);
        return rest;
    }
}
