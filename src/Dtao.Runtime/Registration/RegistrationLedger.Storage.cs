using Dtao.Crypto;
using Dtao.Numerics;
using Dtao.Runtime.Events;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Registration;

public sealed partial class RegistrationLedger
{
    private readonly SubnetItem<bool> _burnAllowed;
    private readonly SubnetItem<bool> _workAllowed;
    private readonly SubnetItem<ushort> _thisBlock;
    private readonly SubnetItem<ushort> _maximumPerBlock;
    private readonly SubnetItem<ushort> _thisInterval;
    private readonly SubnetItem<ushort> _workThisInterval;
    private readonly SubnetItem<ushort> _burnThisInterval;
    private readonly SubnetItem<ushort> _target;
    private readonly SubnetItem<ushort> _adjustmentInterval;
    private readonly SubnetItem<ulong> _adjustmentAlpha;
    private readonly SubnetItem<BlockNumber> _lastAdjustment;
    private readonly SubnetItem<Tao> _burn;
    private readonly SubnetItem<Tao> _minimumBurn;
    private readonly SubnetItem<Tao> _maximumBurn;
    private readonly SubnetItem<ulong> _difficulty;
    private readonly SubnetItem<ulong> _minimumDifficulty;
    private readonly SubnetItem<ulong> _maximumDifficulty;
    private readonly SubnetItem<Tao> _recycled;
    private readonly MapItem<WorkBytes, BlockNumber> _usedWork;

    internal RegistrationLedger(StateLayer state, EventLog events)
    {
        _events = events;
        _burnAllowed = state.Open(Storage.BurnAllowed);
        _workAllowed = state.Open(Storage.WorkAllowed);
        _thisBlock = state.Open(Storage.ThisBlock);
        _maximumPerBlock = state.Open(Storage.MaximumPerBlock);
        _thisInterval = state.Open(Storage.ThisInterval);
        _workThisInterval = state.Open(Storage.WorkThisInterval);
        _burnThisInterval = state.Open(Storage.BurnThisInterval);
        _target = state.Open(Storage.Target);
        _adjustmentInterval = state.Open(Storage.AdjustmentInterval);
        _adjustmentAlpha = state.Open(Storage.AdjustmentAlpha);
        _lastAdjustment = state.Open(Storage.LastAdjustment);
        _burn = state.Open(Storage.Burn);
        _minimumBurn = state.Open(Storage.MinimumBurn);
        _maximumBurn = state.Open(Storage.MaximumBurn);
        _difficulty = state.Open(Storage.Difficulty);
        _minimumDifficulty = state.Open(Storage.MinimumDifficulty);
        _maximumDifficulty = state.Open(Storage.MaximumDifficulty);
        _recycled = state.Open(Storage.Recycled);
        _usedWork = state.Open(Storage.UsedWork);
    }

    /// <summary>
    /// What registration keeps in the state. Private, so that nothing else can write it.
    /// </summary>
    private static class Storage
    {
        /// <summary>Burned registration is open; also gates TAO emission. Unit: none.</summary>
        public static readonly SubnetDescriptor<bool> BurnAllowed =
            Declare.BySubnet<bool>("NetworkRegistrationAllowed", Shapes.Bool, false, "none");

        /// <summary>
        /// Proof-of-work registration is open; also gates TAO emission.
        /// Unit: none.
        /// </summary>
        public static readonly SubnetDescriptor<bool> WorkAllowed =
            Declare.BySubnet<bool>("NetworkPowRegistrationAllowed", Shapes.Bool, false, "none");

        /// <summary>Registrations in this block. Unit: registrations.</summary>
        public static readonly SubnetDescriptor<ushort> ThisBlock =
            Declare.BySubnet<ushort>("RegistrationsThisBlock", Shapes.U16, 0, "registrations");

        /// <summary>Registrations in a block at most. Unit: registrations.</summary>
        public static readonly SubnetDescriptor<ushort> MaximumPerBlock =
            Declare.BySubnet<ushort>("MaxRegistrationsPerBlock", Shapes.U16, 1, "registrations");

        /// <summary>Registrations since the last adjustment. Unit: registrations.</summary>
        public static readonly SubnetDescriptor<ushort> ThisInterval =
            Declare.BySubnet<ushort>("RegistrationsThisInterval", Shapes.U16, 0, "registrations");

        /// <summary>By proof of work since the last adjustment. Unit: registrations.</summary>
        public static readonly SubnetDescriptor<ushort> WorkThisInterval =
            Declare.BySubnet<ushort>(
                "POWRegistrationsThisInterval", Shapes.U16, 0, "registrations");

        /// <summary>By burn since the last adjustment. Unit: registrations.</summary>
        public static readonly SubnetDescriptor<ushort> BurnThisInterval =
            Declare.BySubnet<ushort>(
                "BurnRegistrationsThisInterval", Shapes.U16, 0, "registrations");

        /// <summary>Registrations aimed at in an interval. Unit: registrations.</summary>
        public static readonly SubnetDescriptor<ushort> Target =
            Declare.BySubnet<ushort>(
                "TargetRegistrationsPerInterval", Shapes.U16, 2, "registrations");

        /// <summary>Blocks between adjustments. Unit: blocks.</summary>
        public static readonly SubnetDescriptor<ushort> AdjustmentInterval =
            Declare.BySubnet<ushort>("AdjustmentInterval", Shapes.U16, 100, "blocks");

        /// <summary>Weight of the old value in an adjustment. Unit: 2^-64.</summary>
        public static readonly SubnetDescriptor<ulong> AdjustmentAlpha =
            Declare.BySubnet<ulong>("AdjustmentAlpha", Shapes.U64, 0, "2^-64");

        /// <summary>Block of the last adjustment. Unit: block.</summary>
        public static readonly SubnetDescriptor<BlockNumber> LastAdjustment =
            Declare.BySubnet("LastAdjustmentBlock", Shapes.Block, default(BlockNumber), "block");

        /// <summary>Cost of a burned registration. Unit: rao.</summary>
        public static readonly SubnetDescriptor<Tao> Burn =
            Declare.BySubnet("Burn", Shapes.Tao, Tao.Whole(1), "rao");

        /// <summary>Lower bound of the burn. Unit: rao.</summary>
        public static readonly SubnetDescriptor<Tao> MinimumBurn =
            Declare.BySubnet("MinBurn", Shapes.Tao, Tao.FromRao(500_000), "rao");

        /// <summary>Upper bound of the burn. Unit: rao.</summary>
        public static readonly SubnetDescriptor<Tao> MaximumBurn =
            Declare.BySubnet("MaxBurn", Shapes.Tao, Tao.Whole(100), "rao");

        /// <summary>Difficulty of a proof-of-work registration. Unit: none.</summary>
        public static readonly SubnetDescriptor<ulong> Difficulty =
            Declare.BySubnet<ulong>("Difficulty", Shapes.U64, 10_000_000, "none");

        /// <summary>Lower bound of the difficulty. Unit: none.</summary>
        public static readonly SubnetDescriptor<ulong> MinimumDifficulty =
            Declare.BySubnet<ulong>("MinDifficulty", Shapes.U64, 10_000_000, "none");

        /// <summary>Upper bound of the difficulty. Unit: none.</summary>
        public static readonly SubnetDescriptor<ulong> MaximumDifficulty =
            Declare.BySubnet<ulong>("MaxDifficulty", Shapes.U64, 4_611_686_018_427_387_903, "none");

        /// <summary>Burn charged so far. Unit: rao.</summary>
        public static readonly SubnetDescriptor<Tao> Recycled =
            Declare.BySubnet("RAORecycledForRegistration", Shapes.Tao, Tao.Zero, "rao");

        /// <summary>Block in which work was used; written, never read. Unit: block.</summary>
        public static readonly MapDescriptor<WorkBytes, BlockNumber> UsedWork = new(
            ItemDescriptor.Subtensor,
            "UsedWork",
            [new("list<u8>", KeyHasher.Identity)],
            WorkBytes.Shape,
            Shapes.Block,
            default,
            "block");
    }
}
