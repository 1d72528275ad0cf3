using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;
using Dtao.Runtime.Spec;

namespace Dtao.Runtime.Admin;

/// <summary>Something that governance, or the owner of a subnet, can set.</summary>
/// <remarks>
/// A row of the table of settings: wire number and name, origin, bounds, effect, event. There is
/// no rate limit. Source: docs/spec/admin.md.
/// </remarks>
public sealed class Setting
{
    /// <summary>Number of the call within the pallet.</summary>
    public required byte Call { get; init; }

    /// <summary>Name of the call.</summary>
    public required string Wire { get; init; }

    /// <summary>How the value is written.</summary>
    public required SettingWidth Width { get; init; }

    /// <summary>Declared cost.</summary>
    public required SettingCost Cost { get; init; }

    /// <summary>Each subnet has a value of its own; otherwise the network has one.</summary>
    public bool IsOfSubnet { get; init; }

    /// <summary>Who may set it.</summary>
    public SettingOrigin Origin { get; init; }

    /// <summary>Versions in which the owner may, too; null when none differs.</summary>
    public Func<RuntimeSpec, bool>? OwnerMayIn { get; init; }

    /// <summary>Only an existing subnet accepts a value.</summary>
    public bool NeedsSubnet { get; init; }

    /// <summary>What is wrong with a value; null when nothing is.</summary>
    public Func<Chain, NetUid, ulong, DispatchError?>? Refusal { get; init; }

    /// <summary>Sets a value.</summary>
    public required Action<Chain, NetUid, ulong> Apply { get; init; }

    /// <summary>The event that tells of it; null when it is silent.</summary>
    public Func<NetUid, ulong, IChainEvent>? Event { get; init; }

    /// <summary>Who may set it in a version.</summary>
    public SettingOrigin OriginIn(RuntimeSpec spec) =>
        OwnerMayIn is { } rule && rule(spec) ? SettingOrigin.OwnerOrRoot : Origin;

    /// <summary>The call that sets a value of the network.</summary>
    public SetSetting To(ulong value) => new(this, NetUid.Root, value);

    /// <summary>The call that sets the value of a subnet.</summary>
    public SetSetting To(NetUid subnet, ulong value) => new(this, subnet, value);
}
