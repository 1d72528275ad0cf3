namespace Dtao.Runtime.Admin;

/// <summary>Who may change a setting.</summary>
/// <remarks>Source: docs/spec/admin.md#origins.</remarks>
public enum SettingOrigin
{
    /// <summary>Only the chain's root.</summary>
    Root,

    /// <summary>The owner of the subnet, or root.</summary>
    OwnerOrRoot,
}
