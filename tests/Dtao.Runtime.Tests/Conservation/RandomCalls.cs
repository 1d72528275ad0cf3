using Dtao.Numerics;
using Dtao.Runtime.Delegation;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Registration;
using Dtao.Runtime.Root;
using Dtao.Runtime.Staking;
using Dtao.Runtime.Subnets;
using Dtao.Runtime.Weights;
using Dtao.Testing;

namespace Dtao.Runtime.Tests.Conservation;

/// <summary>Calls of every kind with arguments near every limit.</summary>
internal static class RandomCalls
{
    /// <summary>A call and who signs it.</summary>
    public static (ISignedCall Call, AccountId Signer) Next(Chain chain, Draws draws)
    {
        (AccountId signer, Hotkey hotkey, NetUid subnet) = Place(chain, draws);
        return draws.Below(20) switch
        {
            0 or 1 => (new AddStake(hotkey, subnet, TaoAmount(draws)), signer),
            2 or 3 => (
                new AddStakeLimit(
                    hotkey, subnet, TaoAmount(draws), Limit(draws), draws.OneIn(2)),
                signer),
            4 or 5 => (
                new RemoveStake(hotkey, subnet, Owned(chain, signer, hotkey, subnet, draws)),
                signer),
            6 or 7 => (
                new RemoveStakeLimit(
                    hotkey, subnet, Owned(chain, signer, hotkey, subnet, draws), Limit(draws),
                    draws.OneIn(2)),
                signer),
            8 or 9 => (
                new MoveStake(
                    hotkey, HotkeyOf(draws), subnet, SubnetOf(chain, draws),
                    Owned(chain, signer, hotkey, subnet, draws)),
                signer),
            10 => (
                new TransferStake(
                    Account.Coldkey(draws.Of(RandomNetwork.Poor)), hotkey, subnet,
                    SubnetOf(chain, draws), Owned(chain, signer, hotkey, subnet, draws)),
                signer),
            11 or 12 => (
                new SwapStake(
                    hotkey, subnet, SubnetOf(chain, draws),
                    Owned(chain, signer, hotkey, subnet, draws)),
                signer),
            13 => (
                new SwapStakeLimit(
                    hotkey, subnet, SubnetOf(chain, draws),
                    Owned(chain, signer, hotkey, subnet, draws), Limit(draws), draws.OneIn(2)),
                signer),
            14 => (new UnstakeAll(hotkey), signer),
            15 => (new UnstakeAllAlpha(hotkey), signer),
            16 => (new BurnedRegister(subnet, HotkeyOf(draws)), signer),
            17 => draws.OneIn(2)
                ? (new RootRegister(hotkey), signer)
                : (new RegisterNetwork(hotkey), signer),
            18 => (Delegated(hotkey, subnet, draws), signer),
            _ => (
                new SetWeights(subnet, [0, 3, 4], [1, 2, (ushort)draws.Below(65_536)], 0),
                hotkey.Account),
        };
    }

    /// <summary>Somewhere, but three times in four where the signer has stake.</summary>
    private static (AccountId Signer, Hotkey Hotkey, NetUid Subnet) Place(
        Chain chain, Draws draws)
    {
        IReadOnlyList<NetUid> subnets = chain.Subnets.InHashedKeyOrder();
        bool mustHaveStake = !draws.OneIn(4);
        for (int attempt = 0; ; attempt++)
        {
            AccountId signer = Account.Of(draws.OneIn(4)
                ? draws.Of(RandomNetwork.Poor)
                : draws.Of(RandomNetwork.Rich));
            Hotkey hotkey = HotkeyOf(draws);
            NetUid subnet = draws.OneIn(40) ? new NetUid(77) : draws.Of(subnets);
            if (!mustHaveStake || attempt == 50
                || chain.Stakes.StakeOf(hotkey, new(signer), subnet) > Alpha.Zero)
            {
                return (signer, hotkey, subnet);
            }
        }
    }

    private static ISignedCall Delegated(Hotkey hotkey, NetUid subnet, Draws draws) =>
        draws.Below(4) switch
        {
            0 => new SetChildren(hotkey, subnet, [new(draws.UInt64() >> 1, HotkeyOf(draws))]),
            1 => new SetChildkeyTake(hotkey, subnet, (ushort)draws.Below(12_000)),
            2 => new IncreaseTake(hotkey, (ushort)draws.Below(12_000)),
            _ => new DecreaseTake(hotkey, (ushort)draws.Below(12_000)),
        };

    private static Hotkey HotkeyOf(Draws draws) => Account.Hotkey(draws.Of(RandomNetwork.Hotkeys));

    private static NetUid SubnetOf(Chain chain, Draws draws) =>
        draws.Of(chain.Subnets.InHashedKeyOrder());

    private static Tao TaoAmount(Draws draws) => Tao.FromRao(draws.Below(3) switch
    {
        0 => 549_998 + (ulong)draws.Below(5),
        1 => draws.Scaled(500_000, 10_000_000),
        _ => draws.Scaled(1_000_000, 4_000_000_000_000),
    });

    private static ulong Limit(Draws draws) => draws.OneIn(4)
        ? draws.Scaled(0, ulong.MaxValue)
        : draws.Scaled(100_000_000, 4_000_000_000);

    /// <summary>
    /// What the signer has, mostly; a part, all of it, one more, or a dangerous rest.
    /// </summary>
    private static Alpha Owned(
        Chain chain, AccountId signer, Hotkey hotkey, NetUid subnet, Draws draws)
    {
        ulong stake = chain.Stakes.StakeOf(hotkey, new(signer), subnet).Rao;
        return Alpha.FromRao(draws.Below(8) switch
        {
            0 => stake,
            1 => stake + 1,
            2 => stake - (stake / 1_000_000),
            3 => stake > 400_000 ? stake - 400_000 : stake,
            4 or 5 => WorthOf(chain, subnet, draws.Scaled(490_000, 560_000)),
            _ => draws.Scaled(1, Math.Max(1, stake)),
        });
    }

    /// <summary>Alpha that is worth so many rao at the present price, about.</summary>
    private static ulong WorthOf(Chain chain, NetUid subnet, ulong rao)
    {
        Price price = chain.Pools.SpotPrice(subnet);
        return price.TryWorthOf(
            Fractional<Tao>.From(Tao.FromRao(rao)), out Fractional<Alpha> worth)
            ? worth.Floor().Rao + 1
            : rao;
    }
}
