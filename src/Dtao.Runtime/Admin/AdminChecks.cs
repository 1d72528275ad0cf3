using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Admin;

/// <summary>Checks that several administrative calls share.</summary>
/// <remarks>Source: docs/spec/admin.md#origins.</remarks>
internal static class AdminChecks
{
    /// <summary>Root, or the account that owns the subnet, stands behind the call.</summary>
    public static bool IsOwnerOrRoot(Chain chain, Origin origin, NetUid subnet) =>
        origin.IsRoot
        || (origin.Signer is { } signer && new Coldkey(signer) == chain.Subnets.Owner(subnet));
}
