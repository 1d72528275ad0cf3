using Dtao.Numerics;
using Dtao.Runtime.Epoch;
using Dtao.Runtime.Staking;

namespace Dtao.Runtime.Emission;

/// <summary>Pays what has gathered for a subnet: owner, miners, validators, their stakers.</summary>
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

    public Distribution(EpochRun epoch) => _epoch = epoch;

    /// <summary>Runs the epoch of a subnet and pays its outcome.</summary>
    public void Run(Chain chain, NetUid subnet, PendingEmission pending)
    {
        EpochOutput found = _epoch.Run(
            chain, subnet, pending.Participants.SaturatingAdd(pending.SoldForRoot));
        Accumulate(chain, subnet, found);
        I96F32 rootTotal = SplitDividends(chain, subnet);
        PayOwner(chain, subnet, pending.OwnerCut);
        PayIncentives(chain, subnet);
        PayAlphaDividends(chain, subnet);
        PayRootDividends(chain, subnet, pending.RootDividends, rootTotal);
    }

    private void Accumulate(Chain chain, NetUid subnet, EpochOutput found)
    {
        _incentives.Clear();
        _dividends.Clear();
        ReadOnlySpan<Hotkey> keys = chain.Neurons.Keys(subnet);
        int count = Math.Min(keys.Length, found.ServerEmission.Length);
        for (int uid = 0; uid < count; uid++)
        {
            if (!chain.Neurons.IsTaken(subnet, new((ushort)uid))) continue;
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

    private I96F32 SplitDividends(Chain chain, NetUid subnet)
    {
        int count = _dividends.Count;
        if (_rootParts.Length < count)
        {
            _rootParts = new I96F32[count];
            _localParts = new I96F32[count];
        }

        I96F32 total = I96F32.Zero;
        I96F32 weight = chain.Stakes.TaoWeight;
        for (int index = 0; index < count; index++)
        {
            (Hotkey hotkey, I96F32 dividend) = _dividends[index];
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

    private void PayIncentives(Chain chain, NetUid subnet)
    {
        for (int index = 0; index < _incentives.Count; index++)
        {
            (Hotkey hotkey, ulong amount) = _incentives[index];
            chain.Stakes.AddShares(
                hotkey, chain.Stakes.OwnerOf(hotkey), subnet, Alpha.FromRao(amount));
        }
    }

    private void PayAlphaDividends(Chain chain, NetUid subnet)
    {
        chain.Emission.ForgetAlphaDividends(subnet);
        for (int index = 0; index < _dividends.Count; index++)
        {
            Hotkey hotkey = _dividends[index].Key;
            Alpha rest = Pay(chain, hotkey, subnet, _localParts[index]);
            chain.Emission.RecordAlphaDividend(subnet, hotkey, rest);
        }
    }

    private void PayRootDividends(
        Chain chain, NetUid subnet, Tao rootDividends, I96F32 rootTotal)
    {
        // Without any root stake among the earners nobody receives the TAO: it is gone.
        chain.Emission.ForgetTaoDividends(subnet);
        I96F32 all = I96F32.FromInteger(rootDividends.Rao);
        for (int index = 0; index < _dividends.Count; index++)
        {
            Hotkey hotkey = _dividends[index].Key;
            I96F32 share = _rootParts[index].SafeDivide(rootTotal);
            Alpha rest = Pay(chain, hotkey, NetUid.Root, all.SaturatingMultiply(share));
            chain.Emission.RecordTaoDividend(subnet, hotkey, Tao.FromRao(rest.Rao));
        }
    }

    /// <summary>Pays a hotkey's owner the take and its nominators the rest, which is returned.</summary>
    private static Alpha Pay(Chain chain, Hotkey hotkey, NetUid subnet, I96F32 amount)
    {
        I96F32 take = Take.Of(chain.Delegation.TakeOf(hotkey)).SaturatingMultiply(amount);
        Alpha rest = Alpha.FromRao(amount.SaturatingSubtract(take).FloorToUInt64());

        // The take comes first, so the owner's new shares already earn from the rest.
        chain.Stakes.AddShares(
            hotkey, chain.Stakes.OwnerOf(hotkey), subnet, Alpha.FromRao(take.FloorToUInt64()));
        chain.Stakes.AddToAll(hotkey, subnet, rest);
        return rest;
    }
}
