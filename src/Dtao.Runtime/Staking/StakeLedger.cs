using Dtao.Numerics;
using Dtao.Runtime.Flows;
using Dtao.Runtime.Spec;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Staking;

/// <summary>Who owns which hotkey, and the stake of every coldkey behind every hotkey.</summary>
/// <remarks>
/// Stake on root is TAO, elsewhere the subnet's alpha; both are counted in rao.
/// Source: docs/spec/staking.md.
/// </remarks>
public sealed partial class StakeLedger
{
    /// <summary>Least TAO value of a stake operation. Unit: rao.</summary>
    public static readonly Tao Minimum = Tao.FromRao(500_000);

    /// <summary>Flat fee of a stake or unstake. Unit: rao.</summary>
    public static readonly Tao Fee = Tao.FromRao(50_000);

    /// <summary>Flat fee of each half of a move. Unit: rao.</summary>
    public static readonly Tao HalfFee = Tao.FromRao(25_000);

    /// <summary>How share pools convert; a matter of the version.</summary>
    internal SharePoolRule SharePoolRule { get; set; } = SharePoolRule.WholeRemovals;

    /// <summary>New accounts leave a zero entry in the stake map of old.</summary>
    internal bool RecordsLegacyStake { get; set; }

    /// <summary>Least stake weight for setting weights and having children. Unit: rao.</summary>
    public ulong Threshold => _threshold.Value;

    /// <summary>Nominations below this are swept back. Unit: 10^-9 alpha.</summary>
    public ulong NominatorMinimum => _nominatorMinimum.Value;

    /// <summary>Weight of TAO on root beside alpha, as a fraction with 32 fraction bits.</summary>
    public I96F32 TaoWeight => Staking.TaoWeight.Of(_taoWeight.Value);

    /// <summary>The hotkey has an owner: it exists.</summary>
    public bool Exists(Hotkey hotkey) => _owner.Contains(hotkey);

    /// <summary>The owner of a hotkey; the zero account when it does not exist.</summary>
    public Coldkey OwnerOf(Hotkey hotkey) => _owner[hotkey];

    /// <summary>The coldkey owns the hotkey.</summary>
    public bool Owns(Coldkey coldkey, Hotkey hotkey) =>
        _owner.Contains(hotkey) && _owner[hotkey] == coldkey;

    /// <summary>Stake may be transferred from and to the subnet.</summary>
    public bool TransfersAreOpen(NetUid subnet) => _transferToggle[subnet];

    /// <summary>Stake of all nominators of a hotkey on a subnet.</summary>
    public Alpha StakeOf(Hotkey hotkey, NetUid subnet) => _hotkeyAlpha[subnet, hotkey];

    /// <summary>Stake of one coldkey behind a hotkey on a subnet.</summary>
    public Alpha StakeOf(Hotkey hotkey, Coldkey coldkey, NetUid subnet)
    {
        U64F64 shares = _shares[subnet, (hotkey, coldkey)];
        return shares == U64F64.Zero ? Alpha.Zero : PoolOf(hotkey, subnet).ValueOf(shares);
    }

    /// <summary>The share pool of a hotkey on a subnet.</summary>
    public SharePool PoolOf(Hotkey hotkey, NetUid subnet) =>
        new(SharePoolRule, _hotkeyAlpha[subnet, hotkey], _hotkeyShares[subnet, hotkey]);

    /// <summary>Shares of one coldkey behind a hotkey on a subnet.</summary>
    public U64F64 SharesOf(Hotkey hotkey, Coldkey coldkey, NetUid subnet) =>
        _shares[subnet, (hotkey, coldkey)];

    /// <summary>The same as <see cref="SharesOf"/>; null when nothing is stored.</summary>
    internal U64F64? SharesIfStored(Hotkey hotkey, Coldkey coldkey, NetUid subnet) =>
        _shares.Contains(subnet, (hotkey, coldkey)) ? _shares[subnet, (hotkey, coldkey)] : null;

    /// <summary>Subnets, existing or not, on which a coldkey has stake behind a hotkey.</summary>
    internal List<NetUid> SubnetsOf(Hotkey hotkey, Coldkey coldkey) =>
        _shares.SubnetsOf((hotkey, coldkey));

    /// <summary>Hotkeys on which a coldkey has or had stake, in the order of first stake.</summary>
    public IReadOnlyList<Hotkey> StakingHotkeysOf(Coldkey coldkey) => _stakingHotkeys[coldkey];

    /// <summary>Hotkeys of a coldkey in the order of association.</summary>
    public IReadOnlyList<Hotkey> OwnedHotkeysOf(Coldkey coldkey) => _ownedHotkeys[coldkey];

    /// <summary>A deposit of this size would give shares.</summary>
    public bool IsPreciseEnough(Hotkey hotkey, NetUid subnet, Alpha amount) =>
        PoolOf(hotkey, subnet).IsPreciseEnough(unchecked((long)amount.Rao));

    /// <summary>Makes the coldkey the owner of a hotkey that has none.</summary>
    /// <remarks>Whoever names a hotkey first owns it; its consent is not asked.</remarks>
    internal void CreateAccount(Coldkey coldkey, Hotkey hotkey)
    {
        if (_owner.Contains(hotkey)) return;
        _owner[hotkey] = coldkey;
        AppendOnce(_ownedHotkeys, coldkey, hotkey);
        AppendOnce(_stakingHotkeys, coldkey, hotkey);
        if (RecordsLegacyStake) _legacyStake[(hotkey, coldkey)] = Tao.Zero;
    }

    /// <summary>Adds to the stake of one coldkey.</summary>
    /// <returns>What was added.</returns>
    internal Alpha AddShares(
        Hotkey hotkey, Coldkey coldkey, NetUid subnet, Alpha amount,
        FlowCause cause = FlowCause.AlphaStaked)
    {
        long added = Change(hotkey, coldkey, subnet, unchecked((long)amount.Rao));
        _flows.Note(cause, subnet, amount);

        // An amount of 2^63 and more takes away instead, and then perhaps all there is.
        if (amount.Rao > long.MaxValue)
        {
            NoteBeyond(subnet, unchecked(added - (long)amount.Rao));
        }

        return SizeOf(added);
    }

    /// <summary>Takes from the stake of one coldkey.</summary>
    /// <returns>
    /// What was taken: more than asked for when the rest would be too small, nothing when the
    /// stake is smaller than the amount.
    /// </returns>
    internal Alpha RemoveShares(Hotkey hotkey, Coldkey coldkey, NetUid subnet, Alpha amount)
    {
        if (!_shares.Contains(subnet, (hotkey, coldkey))) return Alpha.Zero;
        if (StakeOf(hotkey, coldkey, subnet) < amount) return Alpha.Zero;
        long added = Change(hotkey, coldkey, subnet, unchecked(-(long)amount.Rao));
        Alpha taken = SizeOf(added);
        _flows.Note(FlowCause.AlphaUnstaked, subnet, Alpha.FromRao(unchecked((ulong)-added)));

        // An amount of 2^63 and more was added, and counts as taken all the same.
        if (added > 0)
        {
            _flows.Note(
                FlowCause.SoldWithoutStake, subnet, Alpha.FromRao(unchecked(2 * taken.Rao)));
        }

        return taken;
    }

    /// <summary>
    /// Adds to the value of a hotkey's pool: every nominator gains in proportion.
    /// </summary>
    internal void AddToAll(Hotkey hotkey, NetUid subnet, Alpha amount)
    {
        SharePool before = PoolOf(hotkey, subnet);
        SharePool after = before.AddToAll(unchecked((long)amount.Rao));
        if (_flows.IsKept) NoteLimits(subnet, before.Value, unchecked((long)amount.Rao));
        WriteValue(hotkey, subnet, before.Value, after.Value);
    }

    /// <summary>
    /// The owner of a hotkey, looked for first behind the one that was found last.
    /// </summary>
    /// <param name="hotkey">The hotkey.</param>
    /// <param name="place">Where to look first, and where the next may lie.</param>
    internal Coldkey OwnerOf(Hotkey hotkey, ref int place)
    {
        int slot = _owner.SlotOf(hotkey, place);
        if (slot < 0) return default;
        place = slot + 1;
        return _owner.At(slot);
    }

    /// <summary>
    /// Stake of all nominators of a hotkey, looked for first behind the one found last.
    /// </summary>
    /// <param name="hotkey">The hotkey.</param>
    /// <param name="subnet">The subnet.</param>
    /// <param name="place">Where to look first, and where the next may lie.</param>
    internal Alpha StakeOf(Hotkey hotkey, NetUid subnet, ref int place)
    {
        int slot = _hotkeyAlpha.SlotOf(subnet, hotkey, place);
        if (slot < 0) return Alpha.Zero;
        place = slot + 1;
        return _hotkeyAlpha.At(subnet, slot);
    }

    /// <summary>Opens a coldkey's stake behind a hotkey for several changes.</summary>
    /// <param name="hotkey">The hotkey.</param>
    /// <param name="coldkey">The coldkey.</param>
    /// <param name="subnet">The subnet.</param>
    /// <param name="places">Where to look first, and where the next position may lie.</param>
    internal StakePosition Open(
        Hotkey hotkey, Coldkey coldkey, NetUid subnet, ref StakePlaces places)
    {
        StakePlaces found = new(
            _hotkeyAlpha.SlotOf(subnet, hotkey, places.Value),
            _hotkeyShares.SlotOf(subnet, hotkey, places.Denominator),
            _shares.SlotOf(subnet, (hotkey, coldkey), places.Shares));
        SharePool pool = new(
            SharePoolRule,
            found.Value < 0 ? Alpha.Zero : _hotkeyAlpha.At(subnet, found.Value),
            found.Denominator < 0 ? U64F64.Zero : _hotkeyShares.At(subnet, found.Denominator));
        U64F64 shares = found.Shares < 0 ? U64F64.Zero : _shares.At(subnet, found.Shares);
        places = places.Behind(found);
        return new(found, pool, shares);
    }

    /// <summary>Writes what changed in a position; zeros are not stored.</summary>
    internal void Close(
        in StakePosition position, Hotkey hotkey, Coldkey coldkey, NetUid subnet)
    {
        StakePlaces places = position.Places;
        SharePool pool = position.Pool;
        SharePool before = position.PoolBefore;
        Write(
            _hotkeyShares, subnet, hotkey, places.Denominator,
            before.Denominator, pool.Denominator);
        Write(
            _shares, subnet, (hotkey, coldkey), places.Shares,
            position.SharesBefore, position.Shares);
        Write(_hotkeyAlpha, subnet, hotkey, places.Value, before.Value, pool.Value);
        _flows.NoteChange(
            FlowCause.StakeWritten, subnet, before.Value.Rao, pool.Value.Rao);
        NoteBeyond(subnet, position.Beyond);
    }

    /// <summary>
    /// Takes from the value of a hotkey's pool: every nominator loses in proportion.
    /// </summary>
    internal void TakeFromAll(Hotkey hotkey, NetUid subnet, Alpha amount)
    {
        SharePool before = PoolOf(hotkey, subnet);
        SharePool after = before.AddToAll(unchecked(-(long)amount.Rao));
        WriteValue(hotkey, subnet, before.Value, after.Value);
    }

    /// <summary>Remembers that the coldkey stakes on the hotkey.</summary>
    internal void RememberStaking(Coldkey coldkey, Hotkey hotkey) =>
        AppendOnce(_stakingHotkeys, coldkey, hotkey);

    /// <summary>Remembers the block of the newest stake change of a pair.</summary>
    internal void RecordStakeBlock(Coldkey coldkey, Hotkey hotkey, BlockNumber now) =>
        _lastStakeBlock[(coldkey, hotkey)] = now;

    /// <summary>Stake of before dTAO, in the order in which the chain iterates it.</summary>
    internal List<KeyValuePair<(Hotkey Hotkey, Coldkey Coldkey), Tao>> LegacyStakes() =>
        _legacyStake.InHashedKeyOrder();

    /// <summary>Puts one stake of before dTAO in place, for genesis.</summary>
    internal void SetLegacyStake(Hotkey hotkey, Coldkey coldkey, Tao amount) =>
        _legacyStake[(hotkey, coldkey)] = amount;

    /// <summary>Erases the stake map of before dTAO.</summary>
    internal void EraseLegacyStakes() => _legacyStake.Clear();

    /// <summary>Sets the weight of root TAO, in units of 1/(2^64-1).</summary>
    internal void SetTaoWeight(ulong weight) => _taoWeight.Value = weight;

    /// <summary>Moves one stake of before dTAO to root, one share for one rao.</summary>
    /// <remarks>Zero stakes leave explicit zeros behind.</remarks>
    internal void MoveToRoot(Hotkey hotkey, Coldkey coldkey, Tao amount)
    {
        U64F64 shares = U64F64.FromInteger(amount.Rao);
        (Hotkey, Coldkey) pair = (hotkey, coldkey);
        NetUid root = NetUid.Root;
        _shares[root, pair] = _shares[root, pair].SaturatingAdd(shares);
        _hotkeyShares[root, hotkey] = _hotkeyShares[root, hotkey].SaturatingAdd(shares);
        _hotkeyAlpha[root, hotkey] =
            _hotkeyAlpha[root, hotkey].SaturatingAdd(Alpha.FromRao(amount.Rao));
    }

    private static void AppendOnce(
        MapItem<Coldkey, Hotkey[]> lists, Coldkey coldkey, Hotkey hotkey)
    {
        Hotkey[] list = lists[coldkey];
        if (Array.IndexOf(list, hotkey) >= 0) return;
        lists[coldkey] = [.. list, hotkey];
    }

    private long Change(Hotkey hotkey, Coldkey coldkey, NetUid subnet, long amount)
    {
        SharePool before = PoolOf(hotkey, subnet);
        SharePool after = before.Change(
            _shares[subnet, (hotkey, coldkey)], amount, out U64F64 shares, out long actual);
        if (after.Denominator == U64F64.Zero) _hotkeyShares.Remove(subnet, hotkey);
        else _hotkeyShares[subnet, hotkey] = after.Denominator;
        if (shares == U64F64.Zero) _shares.Remove(subnet, (hotkey, coldkey));
        else _shares[subnet, (hotkey, coldkey)] = shares;
        WriteValue(hotkey, subnet, before.Value, after.Value);
        if (_flows.IsKept) NoteLimits(subnet, before.Value, actual);
        return actual;
    }

    private static Alpha SizeOf(long change) =>
        Alpha.FromRao(unchecked(change < 0 ? (ulong)-change : (ulong)change));

    /// <summary>Notes by how much more a value changed than was paid.</summary>
    private void NoteBeyond(NetUid subnet, long beyond)
    {
        if (beyond == 0) return;
        _flows.Note(
            beyond > 0 ? FlowCause.StakeFloor : FlowCause.StakeCeiling, subnet,
            SizeOf(beyond));
    }

    /// <summary>Notes where a pool stopped at an end of its range.</summary>
    /// <remarks>Upstream: an amount of 2^63 and more is read as a negative one.</remarks>
    private void NoteLimits(NetUid subnet, Alpha value, long change)
    {
        ulong size = SizeOf(change).Rao;
        if (change < 0) _flows.NoteFloor(FlowCause.StakeFloor, subnet, value.Rao, size);
        else _flows.NoteCeiling(FlowCause.StakeCeiling, subnet, value.Rao, size);
    }

    private void WriteValue(Hotkey hotkey, NetUid subnet, Alpha before, Alpha value)
    {
        _flows.NoteChange(FlowCause.StakeWritten, subnet, before.Rao, value.Rao);
        if (value == Alpha.Zero) _hotkeyAlpha.Remove(subnet, hotkey);
        else _hotkeyAlpha[subnet, hotkey] = value;
    }

    private static void Write<TKey, TValue>(
        SubnetMapItem<TKey, TValue> item, NetUid subnet, in TKey key, int slot,
        TValue before, TValue after)
        where TKey : struct, IEquatable<TKey>
        where TValue : struct, IEquatable<TValue>
    {
        if (after.Equals(default))
        {
            if (slot >= 0) item.Remove(subnet, key);
            return;
        }

        if (slot < 0) item[subnet, key] = after;
        else if (!after.Equals(before)) item.SetAt(subnet, slot, after);
    }
}
