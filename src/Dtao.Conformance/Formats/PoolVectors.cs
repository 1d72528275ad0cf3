using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Pools;
using Dtao.Runtime.Staking;

namespace Dtao.Conformance.Formats;

/// <summary>Quotes, prices, limits, swaps and moving prices of pools.</summary>
internal static class PoolVectors
{
    private static readonly NetUid Subnet = new(1);

    /// <summary>The format.</summary>
    public static VectorFormat Format { get; } = new(
        "pool",
        new Dictionary<string, Action<VectorNode>>
        {
            ["single"] = RunSingle,
            ["root"] = RunRoot,
            ["max_amount_move"] = RunMove,
            ["swap"] = RunSwap,
            ["moving_price"] = RunMovingPrice,
            ["tao_weight"] = RunTaoWeight,
            ["owner_cut"] = RunOwnerCut,
        });

    /// <summary>The mechanism that a field names by its number.</summary>
    public static PoolMechanism Mechanism(VectorNode field)
    {
        PoolMechanism mechanism = (PoolMechanism)field.Number<ushort>();
        return Enum.IsDefined(mechanism)
            ? mechanism
            : throw new VectorFormatException($"{field.Path}: a mechanism is 0 or 1");
    }

    private static void RunSingle(VectorNode node)
    {
        Chain chain = ChainWith(node, Subnet);
        StoredItem.Of(chain, "SubnetAlphaOut").Put(
            Subnet, node["subnet_alpha_out"].Number<ulong>());
        Pool pool = chain.Pools.Of(Subnet);
        ulong amount = node["amount"].Number<ulong>();
        ulong limit = node["limit_price"].Number<ulong>();

        bool buys = pool.TryQuoteBuy(Tao.FromRao(amount), out Alpha bought);
        bool sells = pool.TryQuoteSell(Alpha.FromRao(amount), out Tao sold);
        node["sim_swap_tao_for_alpha"].Expect(buys ? bought.Rao : null);
        node["sim_swap_alpha_for_tao"].Expect(sells ? sold.Rao : null);
        node["price"].Expect(chain.Pools.SpotPrice(Subnet).Value.Bits);
        node["alpha_issuance"].Expect(chain.Pools.AlphaIssuance(Subnet).Rao);
        node["max_amount_add"].Expect(PriceLimit.MaximumBuy(pool, limit).Rao);
        node["max_amount_remove"].Expect(PriceLimit.MaximumSell(pool, limit).Rao);
    }

    private static void RunRoot(VectorNode node)
    {
        Chain chain = new(node.Log.Spec);
        Pool root = chain.Pools.Of(NetUid.Root);
        ulong limit = node["limit_price"].Number<ulong>();
        node["price"].Expect(chain.Pools.SpotPrice(NetUid.Root).Value.Bits);
        node["max_amount_add"].Expect(PriceLimit.MaximumBuy(root, limit).Rao);
        node["max_amount_remove"].Expect(PriceLimit.MaximumSell(root, limit).Rao);
    }

    private static void RunMove(VectorNode node)
    {
        Chain chain = new(node.Log.Spec);
        for (ushort number = 0; number <= 2; number++)
        {
            Write(chain, node[$"subnet_{number}"], new NetUid(number));
        }

        Alpha most = PriceLimit.MaximumMove(
            chain.Pools.Of(new NetUid(node["origin"].Number<ushort>())),
            chain.Pools.Of(new NetUid(node["destination"].Number<ushort>())),
            node["limit_price"].Number<ulong>());
        node["max_amount_move"].Expect(most.Rao);
    }

    private static void RunSwap(VectorNode node)
    {
        Chain chain = new(node.Log.Spec);
        VectorNode before = node["before"];
        StoredItem.Of(chain, "SubnetMechanism").Put(Subnet, (ushort)Mechanism(node["mechanism"]));
        WriteReserves(chain, before, Subnet);
        StoredItem.Of(chain, "SubnetAlphaOut").Put(
            Subnet, before["subnet_alpha_out"].Number<ulong>());
        StoredItem.Of(chain, "TotalStake").Put(before["total_stake"].Number<ulong>());
        StoredItem.Of(chain, "SubnetVolume").Put(
            Subnet, before["subnet_volume"].Number<UInt128>());

        ulong amount = node["amount"].Number<ulong>();
        string direction = node["direction"].Text();
        node["returned"].Expect(direction switch
        {
            "tao_for_alpha" => chain.Pools.Buy(Subnet, Tao.FromRao(amount)).Rao,
            "alpha_for_tao" => chain.Pools.Sell(Subnet, Alpha.FromRao(amount)).Rao,
            _ => throw new VectorFormatException(
                $"{node.Path}.direction: '{direction}' is unknown"),
        });

        VectorNode after = node["after"];
        after["subnet_tao"].Expect(chain.Pools.TaoReserve(Subnet).Rao);
        after["subnet_alpha_in"].Expect(chain.Pools.AlphaReserve(Subnet).Rao);
        after["subnet_alpha_out"].Expect(chain.Pools.AlphaOutstanding(Subnet).Rao);
        after["total_stake"].Expect(chain.Pools.TotalStake.Rao);
        after["subnet_volume"].Expect(chain.Pools.Volume(Subnet));
    }

    private static void RunMovingPrice(VectorNode node)
    {
        Chain chain = new(node.Log.Spec);
        StoredItem.Of(chain, "SubnetMechanism").Put(Subnet, (ushort)Mechanism(node["mechanism"]));
        StoredItem.Of(chain, "SubnetMovingAlpha").Put(
            I96F32.FromBits(node["moving_alpha"].Number<Int128>()));
        StoredItem.Of(chain, "SubnetMovingPrice").Put(
            Subnet, I96F32.FromBits(node["initial_moving_price"].Number<Int128>()));
        StoredItem.Of(chain, "NetworkRegisteredAt").Put(
            Subnet, node["registered_at"].Number<ulong>());
        foreach (VectorNode step in node["steps"].Items())
        {
            BlockNumber block = new(step["block"].Number<ulong>());
            WriteReserves(chain, step, Subnet);
            chain.Pools.UpdateMovingPrice(Subnet, node.Log.Spec.MovingPrice, block);
            step["price"].Expect(chain.Pools.SpotPrice(Subnet).Value.Bits);
            step["stored_moving_price"].Expect(
                chain.Pools.StoredMovingPrice(Subnet).Value.Bits);
            step["moving_price"].Expect(chain.Pools.MovingPriceOf(Subnet).Value.Bits);
        }
    }

    private static void RunTaoWeight(VectorNode node) =>
        node["tao_weight"].Expect(TaoWeight.Of(node["stored"].Number<ulong>()).Bits);

    private static void RunOwnerCut(VectorNode node)
    {
        Chain chain = new(node.Log.Spec);
        StoredItem.Of(chain, "SubnetOwnerCut").Put(node["stored"].Number<ushort>());
        node["float_subnet_owner_cut"].Expect(chain.Emission.OwnerCut.Bits);
    }

    private static Chain ChainWith(VectorNode pool, NetUid subnet)
    {
        Chain chain = new(pool.Log.Spec);
        Write(chain, pool, subnet);
        return chain;
    }

    private static void Write(Chain chain, VectorNode pool, NetUid subnet)
    {
        StoredItem.Of(chain, "SubnetMechanism").Put(subnet, (ushort)Mechanism(pool["mechanism"]));
        WriteReserves(chain, pool, subnet);
    }

    private static void WriteReserves(Chain chain, VectorNode pool, NetUid subnet)
    {
        StoredItem.Of(chain, "SubnetTAO").Put(subnet, pool["subnet_tao"].Number<ulong>());
        StoredItem.Of(chain, "SubnetAlphaIn").Put(
            subnet, pool["subnet_alpha_in"].Number<ulong>());
    }
}
