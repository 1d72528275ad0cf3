using Dtao.Numerics;

namespace Dtao.Runtime.Identities;

/// <summary>What coldkeys and subnets say of themselves.</summary>
/// <remarks>Source: docs/spec/identities.md.</remarks>
public sealed partial class IdentityLedger
{
    /// <summary>Identity of a coldkey; null when it told none.</summary>
    public ColdkeyIdentity? Of(Coldkey coldkey) => _coldkeys[coldkey];

    /// <summary>Identity of a subnet; null when it told none.</summary>
    public SubnetIdentity? Of(NetUid subnet) => _subnets[subnet];

    /// <summary>Stores the identity of a coldkey.</summary>
    internal void Set(Coldkey coldkey, ColdkeyIdentity identity) => _coldkeys[coldkey] = identity;

    /// <summary>Stores the identity of a subnet.</summary>
    internal void Set(NetUid subnet, SubnetIdentity identity) => _subnets[subnet] = identity;

    /// <summary>Removes the identity of a subnet; says whether there was one.</summary>
    internal bool Remove(NetUid subnet)
    {
        if (!_subnets.Contains(subnet)) return false;
        _subnets.Remove(subnet);
        return true;
    }

    /// <summary>Gives the identity of one coldkey to another.</summary>
    internal void Move(Coldkey from, Coldkey to)
    {
        if (_coldkeys[from] is not { } identity) return;
        _coldkeys.Remove(from);
        _coldkeys[to] = identity;
    }
}
