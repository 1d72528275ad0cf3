using Dtao.Numerics;

namespace Dtao.Fuzz.Draws;

/// <summary>Amounts near every limit that a call could compare them with.</summary>
internal static class Amounts
{
    private static readonly ulong[] Limits =
    [
        0, 1, 2, 499, 500, 501, 25_000, 50_000, 499_999, 500_000, 500_001, 524_999, 525_000,
        525_001, 549_999, 550_000, 550_001, 9_999_999, 10_000_000, 10_000_001, 1_000_000_000,
        uint.MaxValue, 1UL << 32, long.MaxValue, 1UL << 63, (1UL << 63) + 1, ulong.MaxValue - 1,
        ulong.MaxValue,
    ];

    /// <summary>An amount of TAO, often near what the scene's coldkey has.</summary>
    public static Tao OfTao(Scene scene) => Tao.FromRao(scene.Chance.Below(4) switch
    {
        0 => Limit(scene),
        1 => Near(scene, scene.Chain.Balances.Free(scene.Coldkey).Rao),
        2 => Part(scene, scene.Chain.Balances.Free(scene.Coldkey).Rao),
        _ => 550_000 + scene.Chance.Magnitude(38),
    });

    /// <summary>An amount of alpha, often near the stake of the scene.</summary>
    public static Alpha OfAlpha(Scene scene)
    {
        ulong stake = scene.Chain.Stakes
            .StakeOf(scene.Hotkey, scene.Coldkey, scene.NetUid).Rao;
        return Alpha.FromRao(scene.Chance.Below(5) switch
        {
            0 => Limit(scene),
            1 => Near(scene, stake),
            2 or 3 => Part(scene, stake),
            _ => scene.Chance.Magnitude(),
        });
    }

    /// <summary>A number without a unit: a limit, a price, or anything.</summary>
    public static ulong OfNothing(Scene scene)
    {
        switch (scene.Chance.Below(4))
        {
            case 0:
                return Limit(scene);
            case 1:
                return scene.Chance.Magnitude();
            default:
                // Prices are given for 10^9 rao; this is near the present one.
                UInt128 bits = (UInt128)scene.Chain.Pools.SpotPrice(scene.NetUid).Value.Bits;
                ulong price = (ulong)UInt128.Min((bits * 1_000_000_000) >> 32, ulong.MaxValue / 4);
                ulong spread = 1 + (price / 10);
                return price - Math.Min(price, spread) + scene.Chance.Below(3 * spread);
        }
    }

    private static ulong Limit(Scene scene) => scene.Chance.Among(Limits);

    private static ulong Part(Scene scene, ulong amount)
    {
        ulong whole = Math.Min(amount, ulong.MaxValue - 1);
        return scene.Chance.OneIn(3) ? whole / 2 : scene.Chance.Below(whole + 1);
    }

    private static ulong Near(Scene scene, ulong amount)
    {
        ulong step = scene.Chance.Among<ulong>(0, 1, 2, 499, 500, 501, 50_000);
        return scene.Chance.OneIn(2)
            ? amount - Math.Min(amount, step)
            : amount + Math.Min(ulong.MaxValue - amount, step);
    }
}
