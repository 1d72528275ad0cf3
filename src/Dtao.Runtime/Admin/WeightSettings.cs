using Dtao.Runtime.Events;

namespace Dtao.Runtime.Admin;

/// <summary>Settings of weights.</summary>
/// <remarks>Source: docs/spec/admin.md#weight-settings.</remarks>
public static class WeightSettings
{
    /// <summary>Weights in a row at least. Unit: weights.</summary>
    public static Setting MinimumLength { get; } = new()
    {
        Call = 14,
        Wire = "sudo_set_min_allowed_weights",
        Width = SettingWidth.Short,
        Cost = SettingCost.Paying(172_390_000, 4_697),
        IsOfSubnet = true,
        Origin = SettingOrigin.OwnerOrRoot,
        NeedsSubnet = true,
        Apply = static (chain, subnet, value) =>
            chain.Weights.SetMinimumLength(subnet, (ushort)value),
        Event = static (subnet, value) => new MinAllowedWeightSet(subnet, (ushort)value),
    };

    /// <summary>Largest share of one weight in its row. Unit: 1/65535.</summary>
    public static Setting MaximumWeight { get; } = new()
    {
        Call = 12,
        Wire = "sudo_set_max_weight_limit",
        Width = SettingWidth.Short,
        Cost = SettingCost.Paying(171_589_000, 4_697),
        IsOfSubnet = true,
        Origin = SettingOrigin.OwnerOrRoot,
        NeedsSubnet = true,
        Apply = static (chain, subnet, value) =>
            chain.Weights.SetMaximumWeight(subnet, (ushort)value),
        Event = static (subnet, value) => new MaxWeightLimitSet(subnet, (ushort)value),
    };

    /// <summary>Lowest accepted version key; 0 accepts all. Unit: none.</summary>
    public static Setting VersionKey { get; } = new()
    {
        Call = 6,
        Wire = "sudo_set_weights_version_key",
        Width = SettingWidth.Long,
        Cost = SettingCost.Paying(172_460_000, 4_697),
        IsOfSubnet = true,
        Origin = SettingOrigin.OwnerOrRoot,
        NeedsSubnet = true,
        Apply = static (chain, subnet, value) => chain.Weights.SetVersionKey(subnet, value),
        Event = static (subnet, value) => new WeightsVersionKeySet(subnet, value),
    };

    /// <summary>Blocks between two updates of a neuron. Unit: blocks.</summary>
    public static Setting RateLimit { get; } = new()
    {
        Call = 7,
        Wire = "sudo_set_weights_set_rate_limit",
        Width = SettingWidth.Long,
        Cost = SettingCost.Paying(171_970_000, 4_697),
        IsOfSubnet = true,
        Origin = SettingOrigin.OwnerOrRoot,
        NeedsSubnet = true,
        Apply = static (chain, subnet, value) => chain.Weights.SetRateLimit(subnet, value),
        Event = static (subnet, value) => new WeightsSetRateLimitSet(subnet, value),
    };

    /// <summary>Weights are committed and revealed. Unit: none.</summary>
    public static Setting CommitReveal { get; } = new()
    {
        Call = 49,
        Wire = "sudo_set_commit_reveal_weights_enabled",
        Width = SettingWidth.Switch,
        Cost = SettingCost.Paying(172_279_000, 4_697),
        IsOfSubnet = true,
        Origin = SettingOrigin.OwnerOrRoot,
        NeedsSubnet = true,
        Apply = static (chain, subnet, value) =>
            chain.Weights.SwitchCommitReveal(subnet, value != 0),
    };

    /// <summary>Epochs between commit and reveal. Unit: epochs.</summary>
    public static Setting RevealPeriod { get; } = new()
    {
        Call = 57,
        Wire = "sudo_set_commit_reveal_weights_interval",
        Width = SettingWidth.Long,
        Cost = SettingCost.Paying(144_380_000, 456),
        IsOfSubnet = true,
        Origin = SettingOrigin.OwnerOrRoot,
        NeedsSubnet = true,
        Apply = static (chain, subnet, value) => chain.Weights.SetRevealPeriod(subnet, value),
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Setting> All =>
    [
        MinimumLength,
        MaximumWeight,
        VersionKey,
        RateLimit,
        CommitReveal,
        RevealPeriod,
    ];
}
