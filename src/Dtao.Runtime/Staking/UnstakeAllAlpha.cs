using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Staking;

/// <summary>Moves everything the signer has behind a hotkey from all subnets to root.</summary>
/// <remarks>
/// Wire: SubtensorModule.unstake_all_alpha. Source: docs/spec/staking.md#unstake-all-alpha.
/// </remarks>
/// <param name="Hotkey">Hotkey behind which the stake stands.</param>
public sealed record UnstakeAllAlpha(Hotkey Hotkey) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 84);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(Hotkey);
    }

    internal static UnstakeAllAlpha Decode(ref ScaleReader from) => new(from.ReadHotkey());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        Coldkey coldkey = new(signer);
        if (!chain.Stakes.Exists(Hotkey)) return SubtensorError.HotKeyAccountNotExists;

        Tao total = Tao.Zero;
        foreach (NetUid subnet in chain.Subnets.InHashedKeyOrder())
        {
            if (subnet == NetUid.Root) continue;
            Alpha stake = chain.Stakes.StakeOf(Hotkey, coldkey, subnet);
            if (stake == Alpha.Zero) continue;
            Tao paid = StakeLegs.Unstake(
                chain, Hotkey, coldkey, subnet, stake, StakeLedger.Fee);
            total = total.SaturatingAdd(paid);
            StakeLegs.SweepSmallNomination(chain, Hotkey, coldkey, subnet);
        }

        StakeLegs.Stake(chain, Hotkey, coldkey, NetUid.Root, total, Tao.Zero);
        return DispatchResult.Ok;
    }
}
