using Dtao.Runtime.Events;
using Dtao.Runtime.Staking;

namespace Dtao.Runtime.Admin;

/// <summary>Settings of keys, takes and nominations.</summary>
/// <remarks>Source: docs/spec/admin.md#delegation-settings.</remarks>
public static class DelegationSettings
{
    /// <summary>Least stake weight for setting weights and having children. Unit: rao.</summary>
    public static Setting StakeThreshold { get; } = new()
    {
        Call = 42,
        Wire = "sudo_set_stake_threshold",
        Width = SettingWidth.Long,
        Cost = SettingCost.Free(0),
        Apply = static (chain, _, value) => chain.Stakes.SetThreshold(value),
        Event = static (_, value) => new StakeThresholdSet(value),
    };

    /// <summary>Spacing of hotkey swaps. Unit: blocks.</summary>
    public static Setting HotkeySwapRateLimit { get; } = new()
    {
        Call = 2,
        Wire = "sudo_set_tx_rate_limit",
        Width = SettingWidth.Long,
        Cost = SettingCost.Free(0),
        Apply = static (chain, _, value) => chain.Delegation.SetSwapRateLimit(value),
        Event = static (_, value) => new TxRateLimitSet(value),
    };

    /// <summary>Spacing of take increases. Unit: blocks.</summary>
    public static Setting TakeRateLimit { get; } = new()
    {
        Call = 45,
        Wire = "sudo_set_tx_delegate_take_rate_limit",
        Width = SettingWidth.Long,
        Cost = SettingCost.Free(0),
        Apply = static (chain, _, value) => chain.Delegation.SetTakeRateLimit(value),
        Event = static (_, value) => new TxDelegateTakeRateLimitSet(value),
    };

    /// <summary>Upper bound for raising a take. Unit: 1/65535.</summary>
    public static Setting MaximumTake { get; } = new()
    {
        Call = 1,
        Wire = "sudo_set_default_take",
        Width = SettingWidth.Short,
        Cost = SettingCost.Paying(127_199_000, 655),
        Apply = static (chain, _, value) => chain.Delegation.SetMaximumTake((ushort)value),
        Event = static (_, value) => new MaxDelegateTakeSet((ushort)value),
    };

    /// <summary>Lower bound for lowering a take. Unit: 1/65535.</summary>
    public static Setting MinimumTake { get; } = new()
    {
        Call = 46,
        Wire = "sudo_set_min_delegate_take",
        Width = SettingWidth.Short,
        Cost = SettingCost.Free(0),
        Apply = static (chain, _, value) => chain.Delegation.SetMinimumTake((ushort)value),
        Event = static (_, value) => new MinDelegateTakeSet((ushort)value),
    };

    /// <summary>Nominations below this are swept back. Unit: 10^-9 alpha.</summary>
    public static Setting NominatorMinimum { get; } = new()
    {
        Call = 43,
        Wire = "sudo_set_nominator_min_required_stake",
        Width = SettingWidth.Long,
        Cost = SettingCost.Free(0),
        Apply = static (chain, _, value) => SmallNominations.Require(chain, value),
    };

    /// <summary>Delay of a scheduled coldkey swap. Unit: blocks.</summary>
    public static Setting ColdkeySwapDelay { get; } = new()
    {
        Call = 54,
        Wire = "sudo_set_coldkey_swap_schedule_duration",
        Width = SettingWidth.Word,
        Cost = SettingCost.Free(0),
        Apply = static (chain, _, value) => chain.Delegation.SetColdkeySwapDelay((uint)value),
        Event = static (_, value) => new ColdkeySwapScheduleDurationSet((uint)value),
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Setting> All =>
    [
        StakeThreshold,
        HotkeySwapRateLimit,
        TakeRateLimit,
        MaximumTake,
        MinimumTake,
        NominatorMinimum,
        ColdkeySwapDelay,
    ];
}
