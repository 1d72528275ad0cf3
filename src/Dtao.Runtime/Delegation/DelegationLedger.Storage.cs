using Dtao.Crypto;
using Dtao.Numerics;
using Dtao.Runtime.Events;
using Dtao.Runtime.Staking;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Delegation;

public sealed partial class DelegationLedger
{
    private readonly MapItem<Hotkey, ushort> _take;
    private readonly ValueItem<ushort> _maximumTake;
    private readonly ValueItem<ushort> _minimumTake;
    private readonly SubnetMapItem<Hotkey, ushort> _childkeyTake;
    private readonly ValueItem<ushort> _maximumChildkeyTake;
    private readonly ValueItem<ushort> _minimumChildkeyTake;
    private readonly SubnetMapItem<Hotkey, Relation[]> _children;
    private readonly SubnetMapItem<Hotkey, Relation[]> _parents;
    private readonly SubnetMapItem<Hotkey, PendingChildren> _pending;
    private readonly SubnetMapItem<(Hotkey Hotkey, ushort Kind), BlockNumber> _lastKeyBlock;
    private readonly MapItem<AccountId, BlockNumber> _lastSwapBlock;
    private readonly MapItem<AccountId, BlockNumber> _lastChildkeyTakeBlock;
    private readonly MapItem<AccountId, BlockNumber> _lastTakeBlock;
    private readonly ValueItem<ulong> _swapRateLimit;
    private readonly ValueItem<ulong> _takeRateLimit;
    private readonly ValueItem<ulong> _childkeyTakeRateLimit;
    private readonly ValueItem<uint> _coldkeySwapDelay;

    internal DelegationLedger(StateLayer state, StakeLedger stakes, EventLog events)
    {
        _events = events;
        _stakes = stakes;
        _take = state.Open(Storage.Take);
        _maximumTake = state.Open(Storage.MaximumTake);
        _minimumTake = state.Open(Storage.MinimumTake);
        _childkeyTake = state.Open(Storage.ChildkeyTake);
        _maximumChildkeyTake = state.Open(Storage.MaximumChildkeyTake);
        _minimumChildkeyTake = state.Open(Storage.MinimumChildkeyTake);
        _children = state.Open(Storage.Children);
        _parents = state.Open(Storage.Parents);
        _pending = state.Open(Storage.Pending);
        _lastKeyBlock = state.Open(Storage.LastKeyBlock);
        _lastSwapBlock = state.Open(Storage.LastSwapBlock);
        _lastChildkeyTakeBlock = state.Open(Storage.LastChildkeyTakeBlock);
        _lastTakeBlock = state.Open(Storage.LastTakeBlock);
        _swapRateLimit = state.Open(Storage.SwapRateLimit);
        _takeRateLimit = state.Open(Storage.TakeRateLimit);
        _childkeyTakeRateLimit = state.Open(Storage.ChildkeyTakeRateLimit);
        _coldkeySwapDelay = state.Open(Storage.ColdkeySwapDelay);
    }

    /// <summary>
    /// What delegation keeps in the state. Private, so that nothing else can write it.
    /// </summary>
    private static class Storage
    {
        /// <summary>Delegate take; its presence marks a delegate. Unit: 1/65535.</summary>
        public static readonly MapDescriptor<Hotkey, ushort> Take =
            Declare.ByHotkey<ushort>("Delegates", Shapes.U16, 11_796, "1/65535");

        /// <summary>Upper bound for raising a take. Unit: 1/65535.</summary>
        public static readonly ValueDescriptor<ushort> MaximumTake =
            Declare.Value<ushort>("MaxDelegateTake", Shapes.U16, 11_796, "1/65535");

        /// <summary>Lower bound for lowering a take. Unit: 1/65535.</summary>
        public static readonly ValueDescriptor<ushort> MinimumTake =
            Declare.Value<ushort>("MinDelegateTake", Shapes.U16, 0, "1/65535");

        /// <summary>Take of a child hotkey on a subnet. Unit: 1/65535.</summary>
        public static readonly SubnetMapDescriptor<Hotkey, ushort> ChildkeyTake =
            Declare.ByHotkeyAndSubnet<ushort>("ChildkeyTake", Shapes.U16, 0, "1/65535");

        /// <summary>Upper bound of the childkey take. Unit: 1/65535.</summary>
        public static readonly ValueDescriptor<ushort> MaximumChildkeyTake =
            Declare.Value<ushort>("MaxChildkeyTake", Shapes.U16, 11_796, "1/65535");

        /// <summary>Settable, not enforced. Unit: 1/65535.</summary>
        public static readonly ValueDescriptor<ushort> MinimumChildkeyTake =
            Declare.Value<ushort>("MinChildkeyTake", Shapes.U16, 0, "1/65535");

        /// <summary>Children of a parent with their proportions. Unit: 2^-64.</summary>
        public static readonly SubnetMapDescriptor<Hotkey, Relation[]> Children =
            Declare.ByHotkeyAndSubnet<Relation[]>(
                "ChildKeys", Relation.List, [], "2^-64");

        /// <summary>The same relations seen from the child. Unit: 2^-64.</summary>
        public static readonly SubnetMapDescriptor<Hotkey, Relation[]> Parents =
            Declare.ByHotkeyAndSubnet<Relation[]>(
                "ParentKeys", Relation.List, [], "2^-64");

        /// <summary>Children that wait for their cooldown block. Unit: 2^-64, block.</summary>
        public static readonly SubnetMapDescriptor<Hotkey, PendingChildren> Pending =
            Declare.BySubnetAndHotkey(
                "PendingChildKeys", PendingChildren.Shape, PendingChildren.None, "2^-64, block");

        /// <summary>
        /// Last block of a rate-limited action by hotkey, subnet and kind.
        /// Unit: block.
        /// </summary>
        public static readonly SubnetMapDescriptor<(
                Hotkey Hotkey, ushort Kind), BlockNumber> LastKeyBlock =
            new(
                ItemDescriptor.Subtensor,
                "TransactionKeyLastBlock",
                [
                    new("account", KeyHasher.Blake2_128Concat),
                    new("u16", KeyHasher.Identity),
                    new("u16", KeyHasher.Identity),
                ],
                SubnetKeyPlace.SecondAfterAccount,
                Shapes.Keys(Shapes.Hotkey, Shapes.U16),
                Shapes.Block,
                default,
                "block");

        /// <summary>Last hotkey swap of a coldkey. Unit: block.</summary>
        public static readonly MapDescriptor<AccountId, BlockNumber> LastSwapBlock =
            ByAccount("LastTxBlock");

        /// <summary>Not used in these versions. Unit: block.</summary>
        public static readonly MapDescriptor<AccountId, BlockNumber> LastChildkeyTakeBlock =
            ByAccount("LastTxBlockChildKeyTake");

        /// <summary>Last take change, by hotkey; by coldkey before spec 244. Unit: block.</summary>
        public static readonly MapDescriptor<AccountId, BlockNumber> LastTakeBlock =
            ByAccount("LastTxBlockDelegateTake");

        /// <summary>Spacing of hotkey swaps. Unit: blocks.</summary>
        public static readonly ValueDescriptor<ulong> SwapRateLimit =
            Declare.Value<ulong>("TxRateLimit", Shapes.U64, 1_000, "blocks");

        /// <summary>Spacing of take increases. Unit: blocks.</summary>
        public static readonly ValueDescriptor<ulong> TakeRateLimit =
            Declare.Value<ulong>("TxDelegateTakeRateLimit", Shapes.U64, 216_000, "blocks");

        /// <summary>Spacing of childkey-take changes. Unit: blocks.</summary>
        public static readonly ValueDescriptor<ulong> ChildkeyTakeRateLimit =
            Declare.Value<ulong>("TxChildkeyTakeRateLimit", Shapes.U64, 216_000, "blocks");

        /// <summary>Delay of a scheduled coldkey swap. Unit: blocks.</summary>
        public static readonly ValueDescriptor<uint> ColdkeySwapDelay =
            Declare.Value<uint>("ColdkeySwapScheduleDuration", Shapes.U32, 36_000, "blocks");
    }
}
