using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Emission.Rules;
using Dtao.Runtime.Events;
using Dtao.Runtime.Flows;
using Dtao.Runtime.Identities;
using Dtao.Runtime.Registration;

namespace Dtao.Runtime.Subnets;

/// <summary>
/// Founds a subnet: pays the lock cost, opens the pool, seats the owner's hotkey.
/// </summary>
/// <remarks>
/// What the cost exceeds the pool's size is destroyed.
/// Source: docs/spec/subnets.md#register-network.
/// </remarks>
internal static class SubnetFounding
{
    private const ushort Capacity = 256;
    private const ushort Validators = 64;
    private const ushort Immunity = 5_000;

    /// <summary>Checks, then founds.</summary>
    public static DispatchResult Run(
        Chain chain, Coldkey coldkey, Hotkey hotkey, SubnetIdentity? identity)
    {
        DispatchResult check = Check(chain, coldkey, hotkey, out Tao cost);
        if (!check.IsOk) return check;

        NetUid subnet = chain.Subnets.NextFree();
        DispatchResult withdrawal = chain.Balances.Take(coldkey, cost, out Tao paid);
        if (!withdrawal.IsOk) return withdrawal;
        chain.Subnets.RecordLockCost(paid);
        Found(chain, subnet, coldkey, hotkey);

        // Upstream: the pool's TAO is not counted as stake; the rest of the lock is destroyed.
        Tao size = chain.Subnets.MinimumLockCost;
        chain.Pools.Open(subnet, size);
        chain.Flows.Note(FlowCause.RegistrationPool, subnet, Tao.Min(paid, size));
        chain.Issuance.Destroy(paid.SaturatingSubtract(size), FlowCause.LockDestroyed);
        if (identity is not null)
        {
            if (!identity.IsValid) return SubtensorError.InvalidIdentity;
            chain.Identities.Set(subnet, identity);
            if (chain.Events.IsKept) chain.Events.Deposit(new SubnetIdentitySet(subnet));
        }

        if (chain.Events.IsKept) chain.Events.Deposit(new NetworkAdded(subnet, 0));
        return DispatchResult.Ok;
    }

    private static DispatchResult Check(
        Chain chain, Coldkey coldkey, Hotkey hotkey, out Tao cost)
    {
        cost = Tao.Zero;
        if (chain.Stakes.Exists(hotkey) && !chain.Stakes.Owns(coldkey, hotkey))
        {
            return SubtensorError.NonAssociatedColdKey;
        }

        ulong last = chain.Subnets.LastRegistered.Value;
        ulong age = chain.Block.Value > last ? chain.Block.Value - last : 0;
        if (age < chain.Subnets.RateLimit) return SubtensorError.NetworkTxRateLimitExceeded;

        ulong curve = chain.Emission.EvaluateCurve(chain.Issuance.Total.Rao);
        cost = chain.Subnets.LockCostAt(curve, chain.Block);
        return chain.Balances.CanPay(coldkey, cost)
            ? DispatchResult.Ok
            : SubtensorError.NotEnoughBalanceToStake;
    }

    private static void Found(Chain chain, NetUid subnet, Coldkey coldkey, Hotkey hotkey)
    {
        chain.Subnets.Add(subnet);
        chain.Neurons.Open(subnet, Capacity, Immunity);
        chain.Weights.Open(subnet);
        chain.Registration.Open(subnet);
        chain.Epochs.Open(subnet, Validators);
        chain.Emission.MakeDefaultsExplicit(subnet);
        if (chain.Events.IsKept) TellParameters(chain.Events, subnet);
        chain.Stakes.CreateAccount(coldkey, hotkey);
        chain.Neurons.Append(subnet, hotkey, chain.Block);
        chain.Subnets.Found(subnet, coldkey, hotkey, chain.Pools.TotalStake, chain.Block);
        RuleStart.Welcome(chain, subnet);
    }

    private static void TellParameters(EventLog events, NetUid subnet)
    {
        events.Deposit(new RegistrationAllowed(subnet, true));
        events.Deposit(new MaxAllowedUidsSet(subnet, Capacity));
        events.Deposit(new MaxAllowedValidatorsSet(subnet, Validators));
        events.Deposit(new MinAllowedWeightSet(subnet, 1));
        events.Deposit(new MaxWeightLimitSet(subnet, ushort.MaxValue));
        events.Deposit(new AdjustmentIntervalSet(subnet, RegistrationLedger.FirstInterval));
        events.Deposit(new RegistrationPerIntervalSet(subnet, RegistrationLedger.FirstTarget));
        events.Deposit(new AdjustmentAlphaSet(subnet, RegistrationLedger.FirstAlpha));
        events.Deposit(new ImmunityPeriodSet(subnet, Immunity));
        events.Deposit(new MinBurnSet(subnet, 1));
        events.Deposit(new MinDifficultySet(subnet, ulong.MaxValue));
        events.Deposit(new MaxDifficultySet(subnet, ulong.MaxValue));
    }
}
