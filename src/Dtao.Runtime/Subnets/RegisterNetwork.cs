using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Flows;

namespace Dtao.Runtime.Subnets;

/// <summary>
/// Founds a subnet: pays the lock cost, opens the pool, seats the owner's hotkey.
/// </summary>
/// <remarks>
/// Wire: SubtensorModule.register_network. What the cost exceeds the pool's size is destroyed.
/// Source: docs/spec/subnets.md#register-network.
/// </remarks>
/// <param name="Hotkey">Hotkey of the owner.</param>
public sealed record RegisterNetwork(Hotkey Hotkey) : ISignedCall
{
    private const ushort Capacity = 256;
    private const ushort Validators = 64;
    private const ushort Immunity = 5_000;

    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 59);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(Hotkey);
    }

    internal static RegisterNetwork Decode(ref ScaleReader from) => new(from.ReadHotkey());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        Coldkey coldkey = new(signer);
        if (chain.Stakes.Exists(Hotkey) && !chain.Stakes.Owns(coldkey, Hotkey))
        {
            return SubtensorError.NonAssociatedColdKey;
        }

        ulong last = chain.Subnets.LastRegistered.Value;
        ulong age = chain.Block.Value > last ? chain.Block.Value - last : 0;
        if (age < chain.Subnets.RateLimit) return SubtensorError.NetworkTxRateLimitExceeded;

        ulong curve = chain.Emission.EvaluateCurve(chain.Issuance.Total.Rao);
        Tao cost = chain.Subnets.LockCostAt(curve, chain.Block);
        if (!chain.Balances.CanPay(coldkey, cost)) return SubtensorError.NotEnoughBalanceToStake;

        NetUid subnet = chain.Subnets.NextFree();
        DispatchResult withdrawal = chain.Balances.Take(coldkey, cost, out Tao paid);
        if (!withdrawal.IsOk) return withdrawal;
        chain.Subnets.RecordLockCost(paid);
        Found(chain, subnet, coldkey);

        // Upstream: the pool's TAO is not counted as stake; the rest of the lock is destroyed.
        Tao size = chain.Subnets.MinimumLockCost;
        chain.Pools.Open(subnet, size);
        chain.Flows.Note(FlowCause.RegistrationPool, subnet, Tao.Min(paid, size));
        chain.Issuance.Destroy(paid.SaturatingSubtract(size), FlowCause.LockDestroyed);
        return DispatchResult.Ok;
    }

    private void Found(Chain chain, NetUid subnet, Coldkey coldkey)
    {
        chain.Subnets.Add(subnet);
        chain.Neurons.Open(subnet, Capacity, Immunity);
        chain.Weights.Open(subnet);
        chain.Registration.Open(subnet);
        chain.Epochs.Open(subnet, Validators);
        chain.Emission.MakeDefaultsExplicit(subnet);
        chain.Stakes.CreateAccount(coldkey, Hotkey);
        chain.Neurons.Append(subnet, Hotkey, chain.Block);
        chain.Subnets.Found(subnet, coldkey, Hotkey, chain.Pools.TotalStake, chain.Block);
    }
}
