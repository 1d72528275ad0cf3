using Dtao.Numerics;

namespace Dtao.Runtime.Events;

/// <summary>Number of uids at most.</summary>
public sealed record MaxAllowedUidsSet(NetUid NetUid, ushort Value)
    : SubnetShortSet(9, NetUid, Value);

/// <summary>Largest share of one weight in its row, in units of 1/65535.</summary>
public sealed record MaxWeightLimitSet(NetUid NetUid, ushort Value)
    : SubnetShortSet(10, NetUid, Value);

/// <summary>Difficulty of registration by proof of work.</summary>
public sealed record DifficultySet(NetUid NetUid, ulong Value) : SubnetLongSet(11, NetUid, Value);

/// <summary>Blocks between two adjustments of burn and difficulty.</summary>
public sealed record AdjustmentIntervalSet(NetUid NetUid, ushort Value)
    : SubnetShortSet(12, NetUid, Value);

/// <summary>Registrations aimed at in an interval.</summary>
public sealed record RegistrationPerIntervalSet(NetUid NetUid, ushort Value)
    : SubnetShortSet(13, NetUid, Value);

/// <summary>Registrations in a block at most.</summary>
public sealed record MaxRegistrationsPerBlockSet(NetUid NetUid, ushort Value)
    : SubnetShortSet(14, NetUid, Value);

/// <summary>Blocks after which a silent validator is inactive.</summary>
public sealed record ActivityCutoffSet(NetUid NetUid, ushort Value)
    : SubnetShortSet(15, NetUid, Value);

/// <summary>Majority of stake that makes consensus, in units of 1/65535.</summary>
public sealed record KappaSet(NetUid NetUid, ushort Value) : SubnetShortSet(17, NetUid, Value);

/// <summary>Weights in a row at least.</summary>
public sealed record MinAllowedWeightSet(NetUid NetUid, ushort Value)
    : SubnetShortSet(18, NetUid, Value);

/// <summary>Blocks between two updates of a neuron.</summary>
public sealed record WeightsSetRateLimitSet(NetUid NetUid, ulong Value)
    : SubnetLongSet(21, NetUid, Value);

/// <summary>Blocks in which a neuron is no first choice for pruning.</summary>
public sealed record ImmunityPeriodSet(NetUid NetUid, ushort Value)
    : SubnetShortSet(22, NetUid, Value);

/// <summary>Weight of old bonds, in units of 10^-6.</summary>
public sealed record BondsMovingAverageSet(NetUid NetUid, ulong Value)
    : SubnetLongSet(23, NetUid, Value);

/// <summary>Penalty for weights above consensus, in units of 1/65535.</summary>
public sealed record BondsPenaltySet(NetUid NetUid, ushort Value)
    : SubnetShortSet(24, NetUid, Value);

/// <summary>Number of validator permits.</summary>
public sealed record MaxAllowedValidatorsSet(NetUid NetUid, ushort Value)
    : SubnetShortSet(25, NetUid, Value);

/// <summary>Lowest accepted version key.</summary>
public sealed record WeightsVersionKeySet(NetUid NetUid, ulong Value)
    : SubnetLongSet(31, NetUid, Value);

/// <summary>Lower bound of the difficulty.</summary>
public sealed record MinDifficultySet(NetUid NetUid, ulong Value)
    : SubnetLongSet(32, NetUid, Value);

/// <summary>Upper bound of the difficulty.</summary>
public sealed record MaxDifficultySet(NetUid NetUid, ulong Value)
    : SubnetLongSet(33, NetUid, Value);

/// <summary>Blocks between two announcements of an endpoint.</summary>
public sealed record ServingRateLimitSet(NetUid NetUid, ulong Value)
    : SubnetLongSet(34, NetUid, Value);

/// <summary>Upper bound of the burn, in rao.</summary>
public sealed record MaxBurnSet(NetUid NetUid, ulong Value) : SubnetLongSet(36, NetUid, Value);

/// <summary>Lower bound of the burn, in rao.</summary>
public sealed record MinBurnSet(NetUid NetUid, ulong Value) : SubnetLongSet(37, NetUid, Value);

/// <summary>Blocks between two hotkey swaps of a coldkey.</summary>
public sealed record TxRateLimitSet(ulong Value) : NetworkLongSet(38, Value);

/// <summary>Blocks between two take increases.</summary>
public sealed record TxDelegateTakeRateLimitSet(ulong Value) : NetworkLongSet(39, Value);

/// <summary>Blocks between two changes of a childkey take.</summary>
public sealed record TxChildKeyTakeRateLimitSet(ulong Value) : NetworkLongSet(40, Value);

/// <summary>Lower bound of the childkey take, in units of 1/65535.</summary>
public sealed record MinChildKeyTakeSet(ushort Value) : NetworkShortSet(41, Value);

/// <summary>Upper bound of the childkey take, in units of 1/65535.</summary>
public sealed record MaxChildKeyTakeSet(ushort Value) : NetworkShortSet(42, Value);

/// <summary>Burned registration is open.</summary>
public sealed record RegistrationAllowed(NetUid NetUid, bool Value)
    : SubnetSwitchSet(45, NetUid, Value);

/// <summary>Registration by proof of work is open.</summary>
public sealed record PowRegistrationAllowed(NetUid NetUid, bool Value)
    : SubnetSwitchSet(46, NetUid, Value);

/// <summary>Epochs are this many blocks plus one apart.</summary>
public sealed record TempoSet(NetUid NetUid, ushort Value) : SubnetShortSet(47, NetUid, Value);

/// <summary>TAO burned for registrations so far, in rao.</summary>
public sealed record RAORecycledForRegistrationSet(NetUid NetUid, ulong Value)
    : SubnetLongSet(48, NetUid, Value);

/// <summary>Least stake weight for setting weights, in rao.</summary>
public sealed record StakeThresholdSet(ulong Value) : NetworkLongSet(49, Value);

/// <summary>Weight of the old value in adjustments, in units of 1/(2^64-1).</summary>
public sealed record AdjustmentAlphaSet(NetUid NetUid, ulong Value)
    : SubnetLongSet(51, NetUid, Value);

/// <summary>Share of emission that goes to owners, in units of 1/65535.</summary>
public sealed record SubnetOwnerCutSet(ushort Value) : NetworkShortSet(53, Value);

/// <summary>Blocks between two subnet registrations.</summary>
public sealed record NetworkRateLimitSet(ulong Value) : NetworkLongSet(54, Value);

/// <summary>Blocks in which a subnet is immune.</summary>
public sealed record NetworkImmunityPeriodSet(ulong Value) : NetworkLongSet(55, Value);

/// <summary>Lower bound of the lock cost, in rao.</summary>
public sealed record NetworkMinLockCostSet(ulong Value) : NetworkLongSet(56, Value);

/// <summary>Number of subnets at most; not enforced.</summary>
public sealed record SubnetLimitSet(ushort Value) : NetworkShortSet(57, Value);

/// <summary>Blocks in which the lock cost falls.</summary>
public sealed record NetworkLockCostReductionIntervalSet(ulong Value) : NetworkLongSet(58, Value);

/// <summary>Upper bound for raising a take, in units of 1/65535.</summary>
public sealed record MaxDelegateTakeSet(ushort Value) : NetworkShortSet(62, Value);

/// <summary>Lower bound for lowering a take, in units of 1/65535.</summary>
public sealed record MinDelegateTakeSet(ushort Value) : NetworkShortSet(63, Value);

/// <summary>Stake on a subnet at most, in rao; not enforced.</summary>
public sealed record NetworkMaxStakeSet(NetUid NetUid, ulong Value)
    : SubnetLongSet(71, NetUid, Value);

/// <summary>Blocks between scheduling and swapping a coldkey.</summary>
public sealed record ColdkeySwapScheduleDurationSet(uint Value) : NetworkWordSet(76, Value);

/// <summary>Blocks between scheduling and dissolving a subnet.</summary>
public sealed record DissolveNetworkScheduleDurationSet(uint Value) : NetworkWordSet(77, Value);

/// <summary>Stake may be transferred from and to the subnet.</summary>
public sealed record TransferToggle(NetUid NetUid, bool Value) : SubnetSwitchSet(87, NetUid, Value);
