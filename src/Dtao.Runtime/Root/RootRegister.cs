using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Registration;

namespace Dtao.Runtime.Root;

/// <summary>Registers a hotkey on root, if need be in the place of the smallest.</summary>
/// <remarks>
/// Wire: SubtensorModule.root_register. It costs nothing, and seats in the senate.
/// Source: docs/spec/registration.md#root-register.
/// </remarks>
/// <param name="Hotkey">Hotkey to register.</param>
public sealed record RootRegister(Hotkey Hotkey) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 62);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(Hotkey);
    }

    internal static RootRegister Decode(ref ScaleReader from) => new(from.ReadHotkey());

    /// <inheritdoc/>
    /// <remarks>Upstream: root is looked for before anybody asks who signed.</remarks>
    DispatchResult ICall.Dispatch(Chain chain, Origin origin)
    {
        if (!chain.Subnets.Exists(NetUid.Root)) return SubtensorError.RootNetworkDoesNotExist;
        return origin.Signer is { } signer ? Dispatch(chain, signer) : DispatchError.BadOrigin;
    }

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        NetUid root = NetUid.Root;
        if (!chain.Subnets.Exists(root)) return SubtensorError.RootNetworkDoesNotExist;
        if (chain.Registration.BlockIsFull(root))
        {
            return SubtensorError.TooManyRegistrationsThisBlock;
        }

        if (chain.Registration.IntervalIsFull(root))
        {
            return SubtensorError.TooManyRegistrationsThisInterval;
        }

        if (chain.Neurons.UidOf(root, Hotkey) is not null)
        {
            return SubtensorError.HotKeyAlreadyRegisteredInSubNet;
        }

        chain.Stakes.CreateAccount(new(signer), Hotkey);
        Uid uid;
        if (chain.Neurons.Count(root) < chain.Neurons.Capacity(root))
        {
            uid = chain.Neurons.Append(root, Hotkey, chain.Block);
        }
        else
        {
            uid = FindSmallest(chain, out Alpha stake);
            if (!chain.Neurons.IsTaken(root, uid))
            {
                return SubtensorError.HotKeyNotRegisteredInSubNet;
            }

            if (chain.Stakes.StakeOf(Hotkey, root) <= stake)
            {
                return SubtensorError.StakeTooLowForRoot;
            }

            Seating.Replace(chain, root, uid, Hotkey);
        }

        DispatchResult joined = chain.Senate.Join(chain, Hotkey);
        if (!joined.IsOk) return joined;
        chain.Delegation.EnsureDelegate(Hotkey);
        chain.Registration.CountAny(root);
        if (chain.Events.IsKept) chain.Events.Deposit(new NeuronRegistered(root, uid, Hotkey));
        return DispatchResult.Ok;
    }

    /// <summary>The hotkey with the least stake; of equals the first one stored.</summary>
    private static Uid FindSmallest(Chain chain, out Alpha smallest)
    {
        Uid found = default;
        smallest = Alpha.MaxValue;
        ReadOnlySpan<Hotkey> keys = chain.Neurons.Keys(NetUid.Root);

        // Uids are stored by their low byte first: 0, 256, 512, then 1, 257.
        for (int low = 0; low < Math.Min(keys.Length, 256); low++)
        {
            for (int uid = low; uid < keys.Length; uid += 256)
            {
                Alpha stake = chain.Stakes.StakeOf(keys[uid], NetUid.Root);
                if (stake >= smallest) continue;
                smallest = stake;
                found = new((ushort)uid);
            }
        }

        return found;
    }
}
