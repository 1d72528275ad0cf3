using Dtao.Crypto;
using Dtao.Numerics;
using Dtao.Runtime.Flows;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Staking;

public sealed partial class StakeLedger
{
    private readonly SubnetMapItem<Hotkey, Alpha> _hotkeyAlpha;
    private readonly SubnetMapItem<Hotkey, U64F64> _hotkeyShares;
    private readonly SubnetMapItem<(Hotkey Hotkey, Coldkey Coldkey), U64F64> _shares;
    private readonly MapItem<Hotkey, Coldkey> _owner;
    private readonly MapItem<Coldkey, Hotkey[]> _ownedHotkeys;
    private readonly MapItem<Coldkey, Hotkey[]> _stakingHotkeys;
    private readonly MapItem<(Coldkey Coldkey, Hotkey Hotkey), BlockNumber?> _lastStakeBlock;
    private readonly ValueItem<ulong> _taoWeight;
    private readonly ValueItem<ulong> _threshold;
    private readonly ValueItem<ulong> _nominatorMinimum;
    private readonly ValueItem<ulong> _senateMinimum;
    private readonly SubnetItem<bool> _transferToggle;
    private readonly MapItem<(Hotkey Hotkey, Coldkey Coldkey), Tao> _legacyStake;
    private readonly FlowJournal _flows;

    internal StakeLedger(StateLayer state)
    {
        _flows = state.Flows;
        _hotkeyAlpha = state.Open(Storage.HotkeyAlpha);
        _hotkeyShares = state.Open(Storage.HotkeyShares);
        _shares = state.Open(Storage.Shares);
        _owner = state.Open(Storage.Owner);
        _ownedHotkeys = state.Open(Storage.OwnedHotkeys);
        _stakingHotkeys = state.Open(Storage.StakingHotkeys);
        _lastStakeBlock = state.Open(Storage.LastStakeBlock);
        _taoWeight = state.Open(Storage.TaoWeight);
        _threshold = state.Open(Storage.Threshold);
        _nominatorMinimum = state.Open(Storage.NominatorMinimum);
        _senateMinimum = state.Open(Storage.SenateMinimum);
        _transferToggle = state.Open(Storage.TransferToggle);
        _legacyStake = state.Open(Storage.LegacyStake);
    }

    /// <summary>
    /// What staking keeps in the state. Private, so that nothing else can write it.
    /// </summary>
    private static class Storage
    {
        /// <summary>
        /// Value of the share pool of a hotkey; TAO on root. Absent when zero.
        /// Unit: 10^-9 alpha.
        /// </summary>
        public static readonly SubnetMapDescriptor<Hotkey, Alpha> HotkeyAlpha =
            Declare.ByHotkeyAndSubnet("TotalHotkeyAlpha", Shapes.Alpha, Alpha.Zero, "10^-9 alpha");

        /// <summary>All shares of the pool. Absent when zero. Unit: shares, 2^-64.</summary>
        public static readonly SubnetMapDescriptor<Hotkey, U64F64> HotkeyShares =
            Declare.ByHotkeyAndSubnet(
                "TotalHotkeyShares", Shapes.U64F64, U64F64.Zero, "shares, 2^-64");

        /// <summary>
        /// Shares of one coldkey in the pool of a hotkey. Absent when zero.
        /// Unit: shares, 2^-64.
        /// </summary>
        public static readonly SubnetMapDescriptor<(
                Hotkey Hotkey, Coldkey Coldkey), U64F64> Shares =
            new(
                ItemDescriptor.Subtensor,
                "Alpha",
                [
                    new("account", KeyHasher.Blake2_128Concat),
                    new("account", KeyHasher.Blake2_128Concat),
                    new("u16", KeyHasher.Identity),
                ],
                SubnetKeyPlace.Last,
                Shapes.Keys(Shapes.Hotkey, Shapes.Coldkey),
                Shapes.U64F64,
                U64F64.Zero,
                "shares, 2^-64");

        /// <summary>
        /// Coldkey that owns the hotkey; its presence makes the hotkey exist.
        /// Unit: none.
        /// </summary>
        public static readonly MapDescriptor<Hotkey, Coldkey> Owner =
            Declare.ByHotkey("Owner", Shapes.Coldkey, default(Coldkey), "none");

        /// <summary>Hotkeys of a coldkey in the order of association. Unit: none.</summary>
        public static readonly MapDescriptor<Coldkey, Hotkey[]> OwnedHotkeys =
            Declare.ByColdkey<Hotkey[]>("OwnedHotkeys", Shapes.List(Shapes.Hotkey), [], "none");

        /// <summary>Hotkeys on which a coldkey has or had stake. Unit: none.</summary>
        public static readonly MapDescriptor<Coldkey, Hotkey[]> StakingHotkeys =
            Declare.ByColdkey<Hotkey[]>("StakingHotkeys", Shapes.List(Shapes.Hotkey), [], "none");

        /// <summary>
        /// Block of the last stake change of a pair, since spec 238.
        /// Unit: block.
        /// </summary>
        public static readonly MapDescriptor<(
                Coldkey Coldkey, Hotkey Hotkey), BlockNumber?> LastStakeBlock =
            new(
                ItemDescriptor.Subtensor,
                "LastColdkeyHotkeyStakeBlock",
                [
                    new("account", KeyHasher.Twox64Concat),
                    new("account", KeyHasher.Twox64Concat),
                ],
                Shapes.Keys(Shapes.Coldkey, Shapes.Hotkey),
                Shapes.Optional(Shapes.Block),
                null,
                "block");

        /// <summary>
        /// Weight of TAO on root beside alpha, as a share of 2^64-1.
        /// Unit: 2^-64.
        /// </summary>
        public static readonly ValueDescriptor<ulong> TaoWeight =
            Declare.Value<ulong>("TaoWeight", Shapes.U64, 971_718_665_099_567_868, "2^-64");

        /// <summary>
        /// Least stake weight for setting weights and having children.
        /// Unit: rao.
        /// </summary>
        public static readonly ValueDescriptor<ulong> Threshold =
            Declare.Value<ulong>("StakeThreshold", Shapes.U64, 0, "rao");

        /// <summary>Nominations below this are swept back. Unit: 10^-9 alpha.</summary>
        public static readonly ValueDescriptor<ulong> NominatorMinimum =
            Declare.Value<ulong>("NominatorMinRequiredStake", Shapes.U64, 0, "10^-9 alpha");

        /// <summary>
        /// Share of all stake that a senator was to have; nothing reads it.
        /// Unit: percent.
        /// </summary>
        public static readonly ValueDescriptor<ulong> SenateMinimum =
            Declare.Value<ulong>("SenateRequiredStakePercentage", Shapes.U64, 1, "percent");

        /// <summary>Stake may be transferred from and to the subnet. Unit: none.</summary>
        public static readonly SubnetDescriptor<bool> TransferToggle =
            Declare.BySubnet<bool>("TransferToggle", Shapes.Bool, true, "none");

        /// <summary>
        /// Stake before dTAO; read by the migration of spec 233, erased by 244.
        /// Unit: rao.
        /// </summary>
        public static readonly MapDescriptor<(Hotkey Hotkey, Coldkey Coldkey), Tao> LegacyStake =
            new(
                ItemDescriptor.Subtensor,
                "Stake",
                [
                    new("account", KeyHasher.Blake2_128Concat),
                    new("account", KeyHasher.Identity),
                ],
                Shapes.Keys(Shapes.Hotkey, Shapes.Coldkey),
                Shapes.Tao,
                Tao.Zero,
                "rao");
    }
}
