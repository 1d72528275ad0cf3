using Dtao.Numerics;
using Dtao.Runtime.Events;

namespace Dtao.Runtime.Admin;

/// <summary>Settings of registration on a subnet.</summary>
/// <remarks>Source: docs/spec/admin.md#registration-settings.</remarks>
public static class RegistrationSettings
{
    /// <summary>Burned registration is open; also gates TAO emission. Unit: none.</summary>
    public static Setting BurnIsOpen { get; } = new()
    {
        Call = 19,
        Wire = "sudo_set_network_registration_allowed",
        Width = SettingWidth.Switch,
        Cost = SettingCost.Free(104_000_000),
        IsOfSubnet = true,
        Origin = SettingOrigin.OwnerOrRoot,
        Apply = static (chain, subnet, value) => chain.Registration.SwitchBurn(subnet, value != 0),
        Event = static (subnet, value) => new RegistrationAllowed(subnet, value != 0),
    };

    /// <summary>
    /// Registration by proof of work is open; also gates TAO emission.
    /// Unit: none.
    /// </summary>
    public static Setting WorkIsOpen { get; } = new()
    {
        Call = 20,
        Wire = "sudo_set_network_pow_registration_allowed",
        Width = SettingWidth.Switch,
        Cost = SettingCost.Free(114_000_000),
        IsOfSubnet = true,
        Origin = SettingOrigin.OwnerOrRoot,
        Apply = static (chain, subnet, value) => chain.Registration.SwitchWork(subnet, value != 0),
        Event = static (subnet, value) => new PowRegistrationAllowed(subnet, value != 0),
    };

    /// <summary>Registrations aimed at in an interval. Unit: registrations.</summary>
    public static Setting Target { get; } = new()
    {
        Call = 21,
        Wire = "sudo_set_target_registrations_per_interval",
        Width = SettingWidth.Short,
        Cost = SettingCost.Paying(172_099_000, 4_697),
        IsOfSubnet = true,
        NeedsSubnet = true,
        Apply = static (chain, subnet, value) =>
            chain.Registration.SetTarget(subnet, (ushort)value),
        Event = static (subnet, value) => new RegistrationPerIntervalSet(subnet, (ushort)value),
    };

    /// <summary>Registrations in a block at most. Unit: registrations.</summary>
    public static Setting MaximumPerBlock { get; } = new()
    {
        Call = 27,
        Wire = "sudo_set_max_registrations_per_block",
        Width = SettingWidth.Short,
        Cost = SettingCost.Paying(171_490_000, 4_697),
        IsOfSubnet = true,
        NeedsSubnet = true,
        Apply = static (chain, subnet, value) =>
            chain.Registration.SetMaximumPerBlock(subnet, (ushort)value),
        Event = static (subnet, value) => new MaxRegistrationsPerBlockSet(subnet, (ushort)value),
    };

    /// <summary>Blocks between adjustments. Unit: blocks.</summary>
    public static Setting AdjustmentInterval { get; } = new()
    {
        Call = 8,
        Wire = "sudo_set_adjustment_interval",
        Width = SettingWidth.Short,
        Cost = SettingCost.Paying(171_790_000, 4_697),
        IsOfSubnet = true,
        NeedsSubnet = true,
        Apply = static (chain, subnet, value) =>
            chain.Registration.SetAdjustmentInterval(subnet, (ushort)value),
        Event = static (subnet, value) => new AdjustmentIntervalSet(subnet, (ushort)value),
    };

    /// <summary>Weight of the old value in an adjustment. Unit: 2^-64.</summary>
    public static Setting AdjustmentAlpha { get; } = new()
    {
        Call = 9,
        Wire = "sudo_set_adjustment_alpha",
        Width = SettingWidth.Long,
        Cost = SettingCost.Free(139_000_000),
        IsOfSubnet = true,
        Origin = SettingOrigin.OwnerOrRoot,
        NeedsSubnet = true,
        Apply = static (chain, subnet, value) =>
            chain.Registration.SetAdjustmentAlpha(subnet, value),
        Event = static (subnet, value) => new AdjustmentAlphaSet(subnet, value),
    };

    /// <summary>Lower bound of the burn. Unit: rao.</summary>
    public static Setting MinimumBurn { get; } = new()
    {
        Call = 22,
        Wire = "sudo_set_min_burn",
        Width = SettingWidth.Long,
        Cost = SettingCost.Paying(171_109_000, 4_697),
        IsOfSubnet = true,
        NeedsSubnet = true,
        Apply = static (chain, subnet, value) =>
            chain.Registration.SetMinimumBurn(subnet, Tao.FromRao(value)),
        Event = static (subnet, value) => new MinBurnSet(subnet, value),
    };

    /// <summary>Upper bound of the burn. Unit: rao.</summary>
    public static Setting MaximumBurn { get; } = new()
    {
        Call = 23,
        Wire = "sudo_set_max_burn",
        Width = SettingWidth.Long,
        Cost = SettingCost.Paying(171_339_000, 4_697),
        IsOfSubnet = true,
        Origin = SettingOrigin.OwnerOrRoot,
        NeedsSubnet = true,
        Apply = static (chain, subnet, value) =>
            chain.Registration.SetMaximumBurn(subnet, Tao.FromRao(value)),
        Event = static (subnet, value) => new MaxBurnSet(subnet, value),
    };

    /// <summary>Difficulty of registration by proof of work. Unit: none.</summary>
    public static Setting Difficulty { get; } = new()
    {
        Call = 24,
        Wire = "sudo_set_difficulty",
        Width = SettingWidth.Long,
        Cost = SettingCost.Paying(172_130_000, 4_697),
        IsOfSubnet = true,
        OwnerMayIn = static spec => spec.OwnersSetDifficulty,
        NeedsSubnet = true,
        Apply = static (chain, subnet, value) => chain.Registration.SetDifficulty(subnet, value),
        Event = static (subnet, value) => new DifficultySet(subnet, value),
    };

    /// <summary>Lower bound of the difficulty. Unit: none.</summary>
    public static Setting MinimumDifficulty { get; } = new()
    {
        Call = 4,
        Wire = "sudo_set_min_difficulty",
        Width = SettingWidth.Long,
        Cost = SettingCost.Paying(171_909_000, 4_697),
        IsOfSubnet = true,
        OwnerMayIn = static spec => spec.OwnersSetDifficulty,
        NeedsSubnet = true,
        Apply = static (chain, subnet, value) =>
            chain.Registration.SetMinimumDifficulty(subnet, value),
        Event = static (subnet, value) => new MinDifficultySet(subnet, value),
    };

    /// <summary>Upper bound of the difficulty. Unit: none.</summary>
    public static Setting MaximumDifficulty { get; } = new()
    {
        Call = 5,
        Wire = "sudo_set_max_difficulty",
        Width = SettingWidth.Long,
        Cost = SettingCost.Paying(172_279_000, 4_697),
        IsOfSubnet = true,
        Origin = SettingOrigin.OwnerOrRoot,
        NeedsSubnet = true,
        Apply = static (chain, subnet, value) =>
            chain.Registration.SetMaximumDifficulty(subnet, value),
        Event = static (subnet, value) => new MaxDifficultySet(subnet, value),
    };

    /// <summary>Burn charged so far; a counter. Unit: rao.</summary>
    public static Setting Recycled { get; } = new()
    {
        Call = 39,
        Wire = "sudo_set_rao_recycled",
        Width = SettingWidth.Long,
        Cost = SettingCost.Free(0),
        IsOfSubnet = true,
        NeedsSubnet = true,
        Apply = static (chain, subnet, value) =>
            chain.Registration.SetRecycled(subnet, Tao.FromRao(value)),
        Event = static (subnet, value) => new RAORecycledForRegistrationSet(subnet, value),
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Setting> All =>
    [
        BurnIsOpen,
        WorkIsOpen,
        Target,
        MaximumPerBlock,
        AdjustmentInterval,
        AdjustmentAlpha,
        MinimumBurn,
        MaximumBurn,
        Difficulty,
        MinimumDifficulty,
        MaximumDifficulty,
        Recycled,
    ];
}
