using Dtao.Numerics;
using Dtao.Runtime.Events;

namespace Dtao.Runtime.Admin;

/// <summary>Settings of the network as a whole.</summary>
/// <remarks>Source: docs/spec/admin.md#network-settings.</remarks>
public static class NetworkSettings
{
    /// <summary>Share of the alpha emission that goes to owners. Unit: 1/65535.</summary>
    public static Setting OwnerCut { get; } = new()
    {
        Call = 28,
        Wire = "sudo_set_subnet_owner_cut",
        Width = SettingWidth.Short,
        Cost = SettingCost.Free(114_000_000),
        Apply = static (chain, _, value) => chain.Emission.SetOwnerCut((ushort)value),
        Event = static (_, value) => new SubnetOwnerCutSet((ushort)value),
    };

    /// <summary>Least distance of two subnet registrations. Unit: blocks.</summary>
    public static Setting RateLimit { get; } = new()
    {
        Call = 29,
        Wire = "sudo_set_network_rate_limit",
        Width = SettingWidth.Long,
        Cost = SettingCost.Free(114_000_000),
        Apply = static (chain, _, value) => chain.Subnets.SetRateLimit(value),
        Event = static (_, value) => new NetworkRateLimitSet(value),
    };

    /// <summary>Stored; read by the uncalled subnet pruning. Unit: blocks.</summary>
    public static Setting ImmunityPeriod { get; } = new()
    {
        Call = 35,
        Wire = "sudo_set_network_immunity_period",
        Width = SettingWidth.Long,
        Cost = SettingCost.Free(114_000_000),
        Apply = static (chain, _, value) => chain.Subnets.SetImmunityPeriod(value),
        Event = static (_, value) => new NetworkImmunityPeriodSet(value),
    };

    /// <summary>Lower bound of the lock cost and first size of both reserves. Unit: rao.</summary>
    public static Setting MinimumLockCost { get; } = new()
    {
        Call = 36,
        Wire = "sudo_set_network_min_lock_cost",
        Width = SettingWidth.Long,
        Cost = SettingCost.Free(114_000_000),
        Apply = static (chain, _, value) => chain.Subnets.SetMinimumLockCost(Tao.FromRao(value)),
        Event = static (_, value) => new NetworkMinLockCostSet(value),
    };

    /// <summary>Blocks in which the lock cost falls by one last cost. Unit: blocks.</summary>
    public static Setting LockReductionInterval { get; } = new()
    {
        Call = 38,
        Wire = "sudo_set_lock_reduction_interval",
        Width = SettingWidth.Long,
        Cost = SettingCost.Free(114_000_000),
        Apply = static (chain, _, value) => chain.Subnets.SetLockReductionInterval(value),
        Event = static (_, value) => new NetworkLockCostReductionIntervalSet(value),
    };

    /// <summary>Stored, not enforced. Unit: subnets.</summary>
    public static Setting Limit { get; } = new()
    {
        Call = 37,
        Wire = "sudo_set_subnet_limit",
        Width = SettingWidth.Short,
        Cost = SettingCost.Free(114_000_000),
        Apply = static (chain, _, value) => chain.Subnets.SetLimit((ushort)value),
        Event = static (_, value) => new SubnetLimitSet((ushort)value),
    };

    /// <summary>TAO there is, as the economy counts it. Unit: rao.</summary>
    public static Setting TotalIssuance { get; } = new()
    {
        Call = 33,
        Wire = "sudo_set_total_issuance",
        Width = SettingWidth.Long,
        Cost = SettingCost.Free(0),
        Apply = static (chain, _, value) => chain.Issuance.Recount(Tao.FromRao(value)),
    };

    /// <summary>Delay of a scheduled dissolution. Unit: blocks.</summary>
    public static Setting DissolveDelay { get; } = new()
    {
        Call = 55,
        Wire = "sudo_set_dissolve_network_schedule_duration",
        Width = SettingWidth.Word,
        Cost = SettingCost.Free(0),
        Apply = static (chain, _, value) => chain.Subnets.SetDissolveDelay((uint)value),
        Event = static (_, value) => new DissolveNetworkScheduleDurationSet((uint)value),
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Setting> All =>
    [
        OwnerCut,
        RateLimit,
        ImmunityPeriod,
        MinimumLockCost,
        LockReductionInterval,
        Limit,
        TotalIssuance,
        DissolveDelay,
    ];
}
