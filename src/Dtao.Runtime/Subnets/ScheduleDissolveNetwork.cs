using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Scheduling;

namespace Dtao.Runtime.Subnets;

/// <summary>Schedules the end of a subnet; who owns it is asked then, not now.</summary>
/// <remarks>
/// Wire: SubtensorModule.schedule_dissolve_network.
/// Source: docs/spec/subnets.md#dissolving.
/// </remarks>
/// <param name="NetUid">The subnet.</param>
public sealed record ScheduleDissolveNetwork(NetUid NetUid) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 74);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to) => to.Write(NetUid);

    internal static ScheduleDissolveNetwork Decode(ref ScaleReader from) => new(from.ReadNetUid());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        Coldkey coldkey = new(signer);
        uint when = ScheduleLedger.After(chain.Block, chain.Subnets.DissolveDelay);
        ScheduledTask task = ScheduledTask.OfRoot(
            new DissolveNetwork(coldkey, NetUid), ScheduleLedger.OrdinaryPriority);
        if (!chain.Schedule.TryPlace(chain.Block, when, task, out _))
        {
            return SubtensorError.FailedToSchedule;
        }

        if (chain.Events.IsKept)
        {
            chain.Events.Deposit(new DissolveNetworkScheduled(coldkey, NetUid, when));
        }

        return DispatchResult.Ok;
    }
}
