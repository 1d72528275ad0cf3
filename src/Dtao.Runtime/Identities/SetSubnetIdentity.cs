using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Identities;

/// <summary>Says what a subnet is; only its owner may.</summary>
/// <remarks>
/// Wire: SubtensorModule.set_subnet_identity. Source: docs/spec/identities.md#set-subnet-identity.
/// </remarks>
/// <param name="NetUid">The subnet.</param>
/// <param name="Identity">The identity.</param>
public sealed record SetSubnetIdentity(NetUid NetUid, SubnetIdentity Identity) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 78);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(NetUid);
        Identity.Encode(to);
    }

    internal static SetSubnetIdentity Decode(ref ScaleReader from) =>
        new(from.ReadNetUid(), SubnetIdentity.Decode(ref from));

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        if (chain.Subnets.Owner(NetUid).Account != signer) return SubtensorError.NotSubnetOwner;
        if (!Identity.IsValid) return SubtensorError.InvalidIdentity;

        chain.Identities.Set(NetUid, Identity);
        if (chain.Events.IsKept) chain.Events.Deposit(new SubnetIdentitySet(NetUid));
        return DispatchResult.Ok;
    }
}
