using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;

namespace Dtao.Runtime.Admin;

/// <summary>Settings of the epoch and of the consensus.</summary>
/// <remarks>Source: docs/spec/admin.md#epoch-settings.</remarks>
public static class EpochSettings
{
    /// <summary>Epochs are this many blocks plus one apart; 0 is never. Unit: blocks.</summary>
    public static Setting Tempo { get; } = new()
    {
        Call = 30,
        Wire = "sudo_set_tempo",
        Width = SettingWidth.Short,
        Cost = SettingCost.Paying(170_489_000, 4_697),
        IsOfSubnet = true,
        NeedsSubnet = true,
        Apply = static (chain, subnet, value) => chain.Subnets.SetTempo(subnet, (ushort)value),
        Event = static (subnet, value) => new TempoSet(subnet, (ushort)value),
    };

    /// <summary>Majority of stake that decides consensus. Unit: 1/65535.</summary>
    public static Setting Kappa { get; } = new()
    {
        Call = 16,
        Wire = "sudo_set_kappa",
        Width = SettingWidth.Short,
        Cost = SettingCost.Paying(171_440_000, 4_697),
        IsOfSubnet = true,
        Origin = SettingOrigin.OwnerOrRoot,
        NeedsSubnet = true,
        Apply = static (chain, subnet, value) => chain.Epochs.SetKappa(subnet, (ushort)value),
        Event = static (subnet, value) => new KappaSet(subnet, (ushort)value),
    };

    /// <summary>Not used by the epoch of these versions. Unit: none.</summary>
    public static Setting Rho { get; } = new()
    {
        Call = 17,
        Wire = "sudo_set_rho",
        Width = SettingWidth.Short,
        Cost = SettingCost.Paying(156_820_000, 4_281),
        IsOfSubnet = true,
        Origin = SettingOrigin.OwnerOrRoot,
        NeedsSubnet = true,
        Apply = static (chain, subnet, value) => chain.Epochs.SetRho(subnet, (ushort)value),
    };

    /// <summary>Blocks after which a silent validator is inactive. Unit: blocks.</summary>
    public static Setting ActivityCutoff { get; } = new()
    {
        Call = 18,
        Wire = "sudo_set_activity_cutoff",
        Width = SettingWidth.Short,
        Cost = SettingCost.Paying(171_759_000, 4_697),
        IsOfSubnet = true,
        Origin = SettingOrigin.OwnerOrRoot,
        NeedsSubnet = true,
        Apply = static (chain, subnet, value) =>
            chain.Epochs.SetActivityCutoff(subnet, (ushort)value),
        Event = static (subnet, value) => new ActivityCutoffSet(subnet, (ushort)value),
    };

    /// <summary>Part of the old bonds that is kept. Unit: 10^-6.</summary>
    public static Setting BondsMovingAverage { get; } = new()
    {
        Call = 26,
        Wire = "sudo_set_bonds_moving_average",
        Width = SettingWidth.Long,
        Cost = SettingCost.Paying(172_510_000, 4_697),
        IsOfSubnet = true,
        Origin = SettingOrigin.OwnerOrRoot,
        NeedsSubnet = true,
        Apply = static (chain, subnet, value) => chain.Epochs.SetBondsMovingAverage(subnet, value),
        Event = static (subnet, value) => new BondsMovingAverageSet(subnet, value),
    };

    /// <summary>Share of clipping that is applied to bonds. Unit: 1/65535.</summary>
    public static Setting BondsPenalty { get; } = new()
    {
        Call = 60,
        Wire = "sudo_set_bonds_penalty",
        Width = SettingWidth.Short,
        Cost = SettingCost.Paying(172_510_000, 4_697),
        IsOfSubnet = true,
        Origin = SettingOrigin.OwnerOrRoot,
        NeedsSubnet = true,
        Apply = static (chain, subnet, value) =>
            chain.Epochs.SetBondsPenalty(subnet, (ushort)value),
        Event = static (subnet, value) => new BondsPenaltySet(subnet, (ushort)value),
    };

    /// <summary>Bonds move at a rate of their own for each neuron. Unit: none.</summary>
    public static Setting LiquidAlpha { get; } = new()
    {
        Call = 50,
        Wire = "sudo_set_liquid_alpha_enabled",
        Width = SettingWidth.Switch,
        Cost = SettingCost.Free(0),
        IsOfSubnet = true,
        Origin = SettingOrigin.OwnerOrRoot,
        Apply = static (chain, subnet, value) => chain.Epochs.SwitchLiquidAlpha(subnet, value != 0),
    };

    /// <summary>Number of validator permits. Unit: neurons.</summary>
    public static Setting MaximumValidators { get; } = new()
    {
        Call = 25,
        Wire = "sudo_set_max_allowed_validators",
        Width = SettingWidth.Short,
        Cost = SettingCost.Paying(203_640_000, 8_412),
        IsOfSubnet = true,
        NeedsSubnet = true,
        Refusal = static (chain, subnet, value) => value > chain.Neurons.Capacity(subnet)
            ? AdminUtilsError.MaxValidatorsLargerThanMaxUIds
            : null,
        Apply = static (chain, subnet, value) =>
            chain.Epochs.SetMaximumValidators(subnet, (ushort)value),
        Event = static (subnet, value) => new MaxAllowedValidatorsSet(subnet, (ushort)value),
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Setting> All =>
    [
        Tempo,
        Kappa,
        Rho,
        ActivityCutoff,
        BondsMovingAverage,
        BondsPenalty,
        LiquidAlpha,
        MaximumValidators,
    ];
}
