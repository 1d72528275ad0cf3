using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Staking;

/// <summary>Unstakes everything that the signer has behind a hotkey, on every subnet.</summary>
/// <remarks>Wire: SubtensorModule.unstake_all. Source: docs/spec/staking.md#unstake-all.</remarks>
/// <param name="Hotkey">Hotkey behind which the stake stands.</param>
public sealed record UnstakeAll(Hotkey Hotkey) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 83);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(Hotkey);
    }

    internal static UnstakeAll Decode(ref ScaleReader from) => new(from.ReadHotkey());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        Coldkey coldkey = new(signer);
        if (!chain.Stakes.Exists(Hotkey)) return SubtensorError.HotKeyAccountNotExists;

        foreach (NetUid subnet in chain.Subnets.InHashedKeyOrder())
        {
            Alpha stake = chain.Stakes.StakeOf(Hotkey, coldkey, subnet);
            if (stake == Alpha.Zero) continue;
            Tao paid = StakeLegs.Unstake(
                chain, Hotkey, coldkey, subnet, stake, StakeLedger.Fee);
            chain.Balances.Give(coldkey, paid);
            StakeLegs.SweepSmallNomination(chain, Hotkey, coldkey, subnet);
        }

        return DispatchResult.Ok;
    }
}
