using Dtao.Numerics;
using Dtao.Runtime.Pools;

namespace Dtao.Conformance.Formats;

/// <summary>The arithmetic of the weighted pool.</summary>
internal static class WeightedPoolVectors
{
    /// <summary>The format.</summary>
    public static VectorFormat Format { get; } = new(
        "pool-balancer", new Dictionary<string, Action<VectorNode>>
        {
            ["curve"] = RunCurve,
            ["add_liquidity"] = RunGrowth,
        });

    private static void RunCurve(VectorNode node)
    {
        WeightedPool pool = ReadPool(node, node["quote_weight"].Number<ulong>());
        Alpha sold = Alpha.FromRao(node["sell_alpha"].Number<ulong>());
        Tao paid = Tao.FromRao(node["buy_tao"].Number<ulong>());
        node["price"].Expect(pool.SpotPrice.Bits);
        node["sell_exp"].Expect(pool.LeftAfterSale(sold).Bits);
        node["sell_tao_out"].Expect(pool.ValueOf(sold).Rao);
        node["buy_exp"].Expect(pool.LeftAfterPurchase(paid).Bits);
        node["buy_alpha_out"].Expect(pool.WorthOf(paid).Rao);
    }

    private static void RunGrowth(VectorNode sequence)
    {
        ulong weight = sequence["quote_weight"].Number<ulong>();
        foreach (VectorNode step in sequence["steps"].Items())
        {
            bool isAccepted = ReadPool(step, weight).TryGrow(
                Tao.FromRao(step["tao_delta"].Number<ulong>()),
                Alpha.FromRao(step["alpha_delta"].Number<ulong>()),
                out weight);
            step["accepted"].Expect(isAccepted);
            step["quote_weight"].Expect(weight);
        }
    }

    private static WeightedPool ReadPool(VectorNode node, ulong weight) => new(
        Tao.FromRao(node["tao_reserve"].Number<ulong>()),
        Alpha.FromRao(node["alpha_reserve"].Number<ulong>()),
        weight);
}
