using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Emission.Rules;
using Dtao.Runtime.Flows;

namespace Dtao.Runtime.Registration;

/// <summary>Registers a hotkey on a subnet by paying the burn.</summary>
/// <remarks>
/// Wire: SubtensorModule.burned_register. The TAO enters the pool, the alpha it buys is
/// destroyed. Source: docs/spec/registration.md#burned-register.
/// </remarks>
/// <param name="NetUid">Subnet to register on.</param>
/// <param name="Hotkey">Hotkey to register.</param>
public sealed record BurnedRegister(NetUid NetUid, Hotkey Hotkey) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 7);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(NetUid);
        to.Write(Hotkey);
    }

    internal static BurnedRegister Decode(ref ScaleReader from) => new(
        from.ReadNetUid(),
        from.ReadHotkey());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        Coldkey coldkey = new(signer);
        DispatchResult check = Check(chain, coldkey);
        if (!check.IsOk) return check;

        chain.Stakes.CreateAccount(coldkey, Hotkey);
        if (!chain.Stakes.Owns(coldkey, Hotkey)) return SubtensorError.NonAssociatedColdKey;
        if (chain.Neurons.Capacity(NetUid) == 0) return SubtensorError.NoNeuronIdAvailable;

        DispatchResult withdrawal = chain.Balances.Take(
            coldkey, chain.Registration.Burn(NetUid), out Tao taken);
        if (!withdrawal.IsOk) return withdrawal;
        chain.Flows.Note(FlowCause.RegistrationPaid, NetUid, taken);
        Alpha bought = chain.Pools.Buy(NetUid, taken, FlowCause.BurnRefused);
        chain.Pools.DestroyOutstanding(NetUid, bought);
        RuleFlows.CountRegistration(chain, NetUid, taken);
        Uid uid = Seating.Register(chain, NetUid, Hotkey);
        chain.Registration.CountBurned(NetUid);
        if (chain.Events.IsKept) chain.Events.Deposit(new NeuronRegistered(NetUid, uid, Hotkey));
        return DispatchResult.Ok;
    }

    private DispatchResult Check(Chain chain, Coldkey coldkey)
    {
        if (NetUid == NetUid.Root) return SubtensorError.RegistrationNotPermittedOnRootSubnet;
        if (!chain.Subnets.Exists(NetUid)) return SubtensorError.SubNetworkDoesNotExist;
        if (!chain.Registration.BurnIsOpen(NetUid))
        {
            return SubtensorError.SubNetRegistrationDisabled;
        }

        if (chain.Registration.BlockIsFull(NetUid))
        {
            return SubtensorError.TooManyRegistrationsThisBlock;
        }

        if (chain.Registration.IntervalIsFull(NetUid))
        {
            return SubtensorError.TooManyRegistrationsThisInterval;
        }

        if (chain.Neurons.UidOf(NetUid, Hotkey) is not null)
        {
            return SubtensorError.HotKeyAlreadyRegisteredInSubNet;
        }

        return chain.Balances.CanPay(coldkey, chain.Registration.Burn(NetUid))
            ? DispatchResult.Ok
            : SubtensorError.NotEnoughBalanceToStake;
    }
}
