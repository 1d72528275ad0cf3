using Dtao.Codec;
using Dtao.Runtime.Admin;

namespace Dtao.Runtime.Dispatch;

/// <summary>The calls of the administrative pallet.</summary>
/// <remarks>Source: docs/spec/admin.md.</remarks>
internal static class AdminCalls
{
    public static IReadOnlyList<Setting> Settings { get; } =
    [
        .. EpochSettings.All,
        .. WeightSettings.All,
        .. RegistrationSettings.All,
        .. SubnetSettings.All,
        .. DelegationSettings.All,
        .. NetworkSettings.All,
    ];

    public static IReadOnlyList<CallDescription> Table { get; } =
    [
        .. Settings.Select(Describe),
        Describe(
            51, "sudo_set_alpha_values", SettingCost.Free(0), SetAlphaValues.Decode),
        Describe(
            63, "sudo_set_subnet_moving_alpha", SettingCost.Free(0), SetMovingAlpha.Decode)
            with { Since = 244 },
        Describe(
            0, "swap_authorities", SettingCost.Paying(245_410_228, 1_127),
            UnavailableAdminCall.DecodeAuthorities, WithAuthorities),
        Describe(
            58, "sudo_set_evm_chain_id", SettingCost.Paying(120_200_000, 0),
            UnavailableAdminCall.DecodeChainId),
        Describe(
            59, "schedule_grandpa_change", SettingCost.Paying(245_410_228, 1_127),
            UnavailableAdminCall.DecodeFinality, WithAuthorities),
        Describe(
            62, "sudo_toggle_evm_precompile", SettingCost.Free(0),
            UnavailableAdminCall.DecodePrecompile)
            with { Since = 238 },
    ];

    private static CallDescription Describe(Setting setting) => Describe(
        setting.Call, setting.Wire, setting.Cost,
        (ref ScaleReader from) => SetSetting.Decode(setting, ref from));

    private static CallDescription Describe(
        byte call, string name, SettingCost cost, CallDescription.Reader decode,
        Func<ICall, Weight>? weight = null) =>
        new(
            new(DispatchError.AdminPallet, call), "AdminUtils", name, cost.Class, cost.Pays,
            weight ?? (_ => cost.Weight), decode);

    private static Weight WithAuthorities(ICall call) =>
        new(245_410_228 + (199_399 * ((UnavailableAdminCall)call).Authorities), 1_127);
}
