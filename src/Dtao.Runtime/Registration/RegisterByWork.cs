using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Registration;

/// <summary>Registers the signer, a hotkey, on a subnet by proof of work.</summary>
/// <remarks>
/// Wire: SubtensorModule.register. Work is never checked for having been used before.
/// Source: docs/spec/registration.md#register.
/// </remarks>
/// <param name="NetUid">Subnet to register on.</param>
/// <param name="WorkBlock">Block whose hash was worked on.</param>
/// <param name="Nonce">Nonce that was found.</param>
/// <param name="Seal">The seal; 32 bytes.</param>
/// <param name="Hotkey">Hotkey to register; the signer.</param>
/// <param name="Coldkey">Coldkey that shall own it.</param>
public sealed record RegisterByWork(
    NetUid NetUid, ulong WorkBlock, ulong Nonce, byte[] Seal, Hotkey Hotkey, Coldkey Coldkey)
    : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 6);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(NetUid);
        to.WriteU64(WorkBlock);
        to.WriteU64(Nonce);
        to.WriteBytes(Seal);
        to.Write(Hotkey);
        to.Write(Coldkey);
    }

    internal static RegisterByWork Decode(ref ScaleReader from)
    {
        NetUid subnet = from.ReadNetUid();
        ulong block = from.ReadU64();
        ulong nonce = from.ReadU64();
        byte[] seal = from.ReadBytes();

        // The chain's code stops at other lengths, so that such a call enters no block.
        if (seal.Length != Hash256.Size)
        {
            throw new FormatException($"work has {Hash256.Size} bytes, not {seal.Length}");
        }

        return new(subnet, block, nonce, seal, from.ReadHotkey(), from.ReadColdkey());
    }

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        if (new Hotkey(signer) != Hotkey) return SubtensorError.TransactorAccountShouldBeHotKey;
        DispatchResult check = CheckSubnet(chain);
        if (!check.IsOk) return check;
        check = CheckWork(chain);
        if (!check.IsOk) return check;

        chain.Registration.RecordWork(Seal, chain.Block);
        chain.Stakes.CreateAccount(Coldkey, Hotkey);
        if (!chain.Stakes.Owns(Coldkey, Hotkey)) return SubtensorError.NonAssociatedColdKey;
        if (chain.Neurons.Capacity(NetUid) == 0) return SubtensorError.NoNeuronIdAvailable;

        Uid uid = Seating.Register(chain, NetUid, Hotkey);
        chain.Registration.CountWorked(NetUid);
        if (chain.Events.IsKept) chain.Events.Deposit(new NeuronRegistered(NetUid, uid, Hotkey));
        return DispatchResult.Ok;
    }

    private DispatchResult CheckSubnet(Chain chain)
    {
        if (NetUid == NetUid.Root) return SubtensorError.RegistrationNotPermittedOnRootSubnet;
        if (!chain.Subnets.Exists(NetUid)) return SubtensorError.SubNetworkDoesNotExist;
        if (!chain.Registration.WorkIsOpen(NetUid))
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

        return chain.Neurons.UidOf(NetUid, Hotkey) is not null
            ? SubtensorError.HotKeyAlreadyRegisteredInSubNet
            : DispatchResult.Ok;
    }

    private DispatchResult CheckWork(Chain chain)
    {
        ulong now = chain.Block.Value;
        if (WorkBlock > now || now - WorkBlock >= Work.Lifetime)
        {
            return SubtensorError.InvalidWorkBlock;
        }

        Hash256 seal = Hash256.FromBytes(Seal);
        if (!Work.Meets(seal, chain.Registration.Difficulty(NetUid)))
        {
            return SubtensorError.InvalidDifficulty;
        }

        // The block under way, and blocks that nobody remembered, have the hash of zeros.
        Hash256 worked = chain.BlockHashes.Of(WorkBlock) ?? Hash256.Zero;
        return Work.Seal(worked, Nonce, Hotkey) == seal
            ? DispatchResult.Ok
            : SubtensorError.InvalidSeal;
    }
}
