using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;

namespace Dtao.Runtime.Admin;

/// <summary>Settings of a subnet and of its slots.</summary>
/// <remarks>Source: docs/spec/admin.md#subnet-settings.</remarks>
public static class SubnetSettings
{
    /// <summary>Number of uids at most. Unit: neurons.</summary>
    public static Setting Capacity { get; } = new()
    {
        Call = 15,
        Wire = "sudo_set_max_allowed_uids",
        Width = SettingWidth.Short,
        Cost = SettingCost.Paying(201_149_000, 8_301),
        IsOfSubnet = true,
        NeedsSubnet = true,
        Refusal = static (chain, subnet, value) => value <= chain.Neurons.Count(subnet)
            ? AdminUtilsError.MaxAllowedUIdsLessThanCurrentUIds
            : null,
        Apply = static (chain, subnet, value) => chain.Neurons.SetCapacity(subnet, (ushort)value),
        Event = static (subnet, value) => new MaxAllowedUidsSet(subnet, (ushort)value),
    };

    /// <summary>Blocks between two announcements of a hotkey. Unit: blocks.</summary>
    public static Setting ServingRateLimit { get; } = new()
    {
        Call = 3,
        Wire = "sudo_set_serving_rate_limit",
        Width = SettingWidth.Long,
        Cost = SettingCost.Paying(128_290_000, 655),
        IsOfSubnet = true,
        Origin = SettingOrigin.OwnerOrRoot,
        Apply = static (chain, subnet, value) => chain.Serving.SetRateLimit(subnet, value),
        Event = static (subnet, value) => new ServingRateLimitSet(subnet, value),
    };

    /// <summary>Blocks in which a neuron is no first choice for pruning. Unit: blocks.</summary>
    public static Setting ImmunityPeriod { get; } = new()
    {
        Call = 13,
        Wire = "sudo_set_immunity_period",
        Width = SettingWidth.Short,
        Cost = SettingCost.Paying(171_679_000, 4_697),
        IsOfSubnet = true,
        Origin = SettingOrigin.OwnerOrRoot,
        NeedsSubnet = true,
        Apply = static (chain, subnet, value) =>
            chain.Neurons.SetImmunityPeriod(subnet, (ushort)value),
        Event = static (subnet, value) => new ImmunityPeriodSet(subnet, (ushort)value),
    };

    /// <summary>Stored, not enforced. Unit: rao.</summary>
    public static Setting MaximumStake { get; } = new()
    {
        Call = 53,
        Wire = "sudo_set_network_max_stake",
        Width = SettingWidth.Long,
        Cost = SettingCost.Free(0),
        IsOfSubnet = true,
        Apply = static (chain, subnet, value) => chain.Subnets.SetMaximumStake(subnet, value),
        Event = static (subnet, value) => new NetworkMaxStakeSet(subnet, value),
    };

    /// <summary>Stake may be transferred from and to the subnet. Unit: none.</summary>
    public static Setting Transfers { get; } = new()
    {
        Call = 61,
        Wire = "sudo_set_toggle_transfer",
        Width = SettingWidth.Switch,
        Cost = SettingCost.Free(0),
        IsOfSubnet = true,
        Origin = SettingOrigin.OwnerOrRoot,
        Apply = static (chain, subnet, value) => chain.Stakes.SwitchTransfers(subnet, value != 0),
        Event = static (subnet, value) => new TransferToggle(subnet, value != 0),
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Setting> All =>
    [
        Capacity,
        ServingRateLimit,
        ImmunityPeriod,
        MaximumStake,
        Transfers,
    ];
}
