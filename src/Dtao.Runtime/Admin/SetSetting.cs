using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Admin;

/// <summary>Sets one of the settings.</summary>
/// <remarks>Wire: AdminUtils.sudo_set_*. Source: docs/spec/admin.md#checks.</remarks>
/// <param name="Setting">What to set.</param>
/// <param name="NetUid">Subnet whose value is set; not used for settings of the network.</param>
/// <param name="Value">The new value; 0 or 1 for switches.</param>
public sealed record SetSetting(Setting Setting, NetUid NetUid, ulong Value) : ICall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.AdminPallet, Setting.Call);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        if (Setting.IsOfSubnet) to.Write(NetUid);
        switch (Setting.Width)
        {
            case SettingWidth.Switch:
                to.WriteBool(Value != 0);
                break;
            case SettingWidth.Short:
                to.WriteU16((ushort)Value);
                break;
            case SettingWidth.Word:
                to.WriteU32((uint)Value);
                break;
            default:
                to.WriteU64(Value);
                break;
        }
    }

    internal static SetSetting Decode(Setting setting, ref ScaleReader from)
    {
        NetUid subnet = setting.IsOfSubnet ? from.ReadNetUid() : NetUid.Root;
        ulong value = setting.Width switch
        {
            SettingWidth.Switch => from.ReadBool() ? 1UL : 0,
            SettingWidth.Short => from.ReadU16(),
            SettingWidth.Word => from.ReadU32(),
            _ => from.ReadU64(),
        };
        return new(setting, subnet, value);
    }

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, Origin origin)
    {
        bool isAdmitted = Setting.OriginIn(chain.Spec) == SettingOrigin.Root
            ? origin.IsRoot
            : AdminChecks.IsOwnerOrRoot(chain, origin, NetUid);
        if (!isAdmitted) return DispatchError.BadOrigin;
        if (Setting.NeedsSubnet && !chain.Subnets.Exists(NetUid))
        {
            return (DispatchError)AdminUtilsError.SubnetDoesNotExist;
        }

        if (Setting.Refusal?.Invoke(chain, NetUid, Value) is { } refusal) return refusal;

        Setting.Apply(chain, NetUid, Value);
        if (chain.Events.IsKept && Setting.Event is { } made)
        {
            chain.Events.Deposit(made(NetUid, Value));
        }

        return DispatchResult.Ok;
    }
}
