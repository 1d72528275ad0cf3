using Dtao.Numerics;
using Dtao.Runtime.Registration;

namespace Dtao.Runtime.Migrations;

/// <summary>The switch to dynamic TAO: all stake to root, a pool of 1 TAO : 1 alpha each.</summary>
/// <remarks>Source: docs/spec/versions.md#dynamic-tao.</remarks>
internal static class DynamicTao
{
    private const ulong TaoWeightOf18Percent = 3_320_413_933_267_719_290;
    private static readonly Tao PoolSize = Tao.Whole(1);

    public static void Introduce(Chain chain)
    {
        MoveStakesToRoot(chain);
        chain.Subnets.BeginDynamic(chain.Block, PoolSize);
        chain.Stakes.SetTaoWeight(TaoWeightOf18Percent);
        foreach (NetUid subnet in chain.Subnets.InHashedKeyOrder())
        {
            if (subnet == NetUid.Root) chain.Pools.OpenRoot(Alpha.FromRao(PoolSize.Rao));
            else Convert(chain, subnet);
        }
    }

    private static void MoveStakesToRoot(Chain chain)
    {
        foreach (((Hotkey hotkey, Coldkey coldkey), Tao amount) in chain.Stakes.LegacyStakes())
        {
            chain.Stakes.MoveToRoot(hotkey, coldkey, amount);
            chain.Pools.MoveToRoot(amount);
        }
    }

    private static void Convert(Chain chain, NetUid subnet)
    {
        // A lock above the pool's size is paid back, what is missing is minted.
        Tao locked = chain.Subnets.Locked(subnet);
        chain.Pools.Convert(subnet, PoolSize, chain.Emission.LegacyEmission(subnet));
        Coldkey owner = chain.Subnets.Owner(subnet);
        chain.Balances.Give(owner, locked.SaturatingSubtract(PoolSize));
        chain.Subnets.Convert(subnet);
        if (chain.Subnets.HasOwner(subnet)) SeatOwner(chain, subnet, owner);
    }

    private static void SeatOwner(Chain chain, NetUid subnet, Coldkey owner)
    {
        Hotkey hotkey = new(owner.Account);
        chain.Subnets.SetOwnerHotkey(subnet, hotkey);
        chain.Stakes.CreateAccount(owner, hotkey);
        if (chain.Neurons.UidOf(subnet, hotkey) is null)
        {
            Seating.Register(chain, subnet, hotkey);
        }
    }
}
