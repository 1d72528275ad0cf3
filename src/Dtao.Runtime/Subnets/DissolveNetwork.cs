using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Identities;

namespace Dtao.Runtime.Subnets;

/// <summary>Ends a subnet; its pool and the stakes on it stay where they are.</summary>
/// <remarks>
/// Wire: SubtensorModule.dissolve_network. Upstream: stakers are not paid out.
/// Source: docs/spec/subnets.md#dissolving.
/// </remarks>
/// <param name="Coldkey">Who must own the subnet.</param>
/// <param name="NetUid">The subnet.</param>
public sealed record DissolveNetwork(Coldkey Coldkey, NetUid NetUid) : IRootCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 61);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(Coldkey);
        to.Write(NetUid);
    }

    internal static DissolveNetwork Decode(ref ScaleReader from) =>
        new(from.ReadColdkey(), from.ReadNetUid());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain)
    {
        if (!chain.Subnets.Exists(NetUid)) return SubtensorError.SubNetworkDoesNotExist;
        if (chain.Subnets.Owner(NetUid) != Coldkey) return SubtensorError.NotSubnetOwner;
        if (chain.Identities.Remove(NetUid) && chain.Events.IsKept)
        {
            chain.Events.Deposit(new SubnetIdentityRemoved(NetUid));
        }

        Coldkey owner = chain.Subnets.Owner(NetUid);
        Tao locked = chain.Subnets.Locked(NetUid);
        chain.Neurons.Close(NetUid);
        chain.Weights.Close(NetUid);
        chain.Epochs.Close(NetUid);
        chain.Registration.Close(NetUid);
        chain.Emission.Close(NetUid);
        chain.Rules.Close(NetUid);
        chain.Subnets.Close(NetUid);
        chain.Balances.Give(owner, locked);
        if (chain.Events.IsKept) chain.Events.Deposit(new NetworkRemoved(NetUid));
        return DispatchResult.Ok;
    }
}
