using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Scheduling;

namespace Dtao.Runtime.Keys;

/// <summary>Schedules that another coldkey takes the signer's place; it is free now.</summary>
/// <remarks>
/// Wire: SubtensorModule.schedule_swap_coldkey. Nothing can call it off.
/// Source: docs/spec/keys.md#schedule-swap-coldkey.
/// </remarks>
/// <param name="NewColdkey">The other coldkey, which is not looked at now.</param>
public sealed record ScheduleSwapColdkey(Coldkey NewColdkey) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 73);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to) => to.Write(NewColdkey);

    internal static ScheduleSwapColdkey Decode(ref ScaleReader from) => new(from.ReadColdkey());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        Coldkey coldkey = new(signer);
        if (chain.Keys.SwapIsScheduled(coldkey)) return SubtensorError.SwapAlreadyScheduled;
        if (!chain.Balances.CanPay(coldkey, KeyLedger.SwapCost))
        {
            return SubtensorError.NotEnoughBalanceToPaySwapColdKey;
        }

        uint when = ScheduleLedger.After(chain.Block, chain.Delegation.ColdkeySwapDelay);
        ScheduledTask task = ScheduledTask.OfRoot(
            new SwapColdkey(coldkey, NewColdkey, KeyLedger.SwapCost),
            ScheduleLedger.OrdinaryPriority);
        if (!chain.Schedule.TryPlace(chain.Block, when, task, out _))
        {
            return SubtensorError.FailedToSchedule;
        }

        chain.Keys.MarkScheduled(coldkey);
        if (chain.Events.IsKept)
        {
            chain.Events.Deposit(
                new ColdkeySwapScheduled(coldkey, NewColdkey, when, KeyLedger.SwapCost));
        }

        return DispatchResult.Ok;
    }
}
