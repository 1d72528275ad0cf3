using System.Collections.Immutable;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Pools;
using Dtao.Runtime.Staking;

namespace Dtao.Lab.Claims;

/// <summary>Claims 4 to 7: pools and trades.</summary>
internal static class PoolClaims
{
    private static readonly NetUid First = new(1);
    private static readonly NetUid Second = new(2);

    /// <summary>The claims.</summary>
    public static ImmutableArray<ArticleClaim> All { get; } =
    [
        new(4, "Every subnet has a token in a constant-product pool of TAO and that token.",
            "What a stake of 10 TAO, fee apart, gets against alpha * dx / (tao + dx), and the "
                + "product before and after. Refuted by a difference beyond rounding.",
            ConstantProduct),
        new(5, "Staking TAO into a subnet is a swap.",
            "TAO lost by staking 10 TAO and unstaking at once, on a branch without emission "
                + "between, and the pool after staking against the pool after a plain swap. "
                + "Refuted if more than the two fees is lost.",
            StakeIsSwap),
        new(6, "Users cannot add liquidity.",
            "Product of the reserves around every staking call, fees aside, and calls of the "
                + "chain that speak of liquidity. Refuted if a call raises both reserves.",
            NoLiquidity),
        new(7, "SN1 cannot be traded for SN2 directly, only through TAO.",
            "Alpha of subnet 2 that one swap_stake gives against a sale on pool 1 and a purchase "
                + "on pool 2. Refuted by a difference of one unit, or if a pool does not move.",
            ThroughTao),
    ];

    private static ClaimOutcome ConstantProduct(ClaimLaboratory laboratory)
    {
        Chain chain = laboratory.Branch();
        Coldkey user = laboratory.Young.Treasury;
        Hotkey hotkey = laboratory.Young.Validators[0].Hotkey;
        Pool before = chain.Pools.Of(First);
        Alpha held = chain.Stakes.StakeOf(hotkey, user, First);
        Tao paid = Tao.Whole(10);
        ClaimLaboratory.Apply(
            chain, new AddStake(hotkey, First, paid.SaturatingAdd(StakeLedger.Fee)), user);
        Pool after = chain.Pools.Of(First);
        decimal formula = (decimal)((UInt128)before.AlphaReserve.Rao * paid.Rao
            / (before.TaoReserve.Rao + paid.Rao));
        decimal received = chain.Stakes.StakeOf(hotkey, user, First).Rao - (decimal)held.Rao;
        decimal off = received - formula;

        // The fee of the call stays in the pool; the curve is what is left of it.
        decimal fee = after.TaoReserve.Rao - (decimal)before.TaoReserve.Rao - paid.Rao;
        decimal change = (((after.TaoReserve.Rao - fee) / before.TaoReserve.Rao)
            * ((decimal)after.AlphaReserve.Rao / before.AlphaReserve.Rao)) - 1;
        return ClaimOutcome.Judge(
            Math.Abs(off) <= 2 && Math.Abs(change) < 1e-9m && fee >= 0
                && fee <= StakeLedger.Fee.Rao,
            "the pool gives the formula's amount but for rounding; the curve itself has no fee",
            new("received for 10 TAO", received / 1e9m, "alpha"),
            new("difference to the formula", off, "rao"),
            new("change of the product", change * 1e9m, "parts in 10^9"),
            new("fee of the call that stays in the pool", fee, "rao"));
    }

    private static ClaimOutcome StakeIsSwap(ClaimLaboratory laboratory)
    {
        Chain chain = laboratory.Branch();
        Coldkey user = laboratory.Young.Treasury;
        Hotkey hotkey = laboratory.Young.Validators[0].Hotkey;
        Tao before = chain.Balances.Spendable(user);
        Tao net = Tao.Whole(10).SaturatingSubtract(StakeLedger.Fee);
        chain.Pools.Of(First).TryQuoteBuy(net, out Alpha quoted);
        Alpha held = chain.Stakes.StakeOf(hotkey, user, First);
        ClaimLaboratory.Apply(chain, new AddStake(hotkey, First, Tao.Whole(10)), user);
        Alpha bought = chain.Stakes.StakeOf(hotkey, user, First) - held;
        ClaimLaboratory.Apply(chain, new RemoveStake(hotkey, First, bought), user);
        decimal lost = (decimal)before.Rao - chain.Balances.Spendable(user).Rao;
        decimal fees = 2 * StakeLedger.Fee.Rao;
        decimal off = (decimal)bought.Rao - quoted.Rao;
        return ClaimOutcome.Judge(
            lost <= fees + 10 && Math.Abs(off) <= 10,
            "what is staked is what the pool sells; going back costs the two fees",
            new("staked less the swap's quote", off, "rao"),
            new("lost by going there and back with 10 TAO", lost / 1e9m, "TAO"),
            new("two fees", fees / 1e9m, "TAO"));
    }

    private static ClaimOutcome NoLiquidity(ClaimLaboratory laboratory)
    {
        Chain chain = laboratory.Branch();
        Coldkey user = Rich(laboratory, chain);
        Hotkey one = laboratory.Young.Validators[0].Hotkey;
        Hotkey two = laboratory.Young.Validators[1].Hotkey;
        ClaimLaboratory.Apply(chain, new AddStake(one, First, Tao.Whole(20)), user);
        Alpha part = Alpha.FromRao(chain.Stakes.StakeOf(one, user, First).Rao / 10);
        ICall[] calls =
        [
            new AddStake(one, First, Tao.Whole(5)),
            new AddStakeLimit(one, First, Tao.Whole(5), ulong.MaxValue, AllowPartial: true),
            new RemoveStake(one, First, part),
            new RemoveStakeLimit(one, First, part, 0, AllowPartial: true),
            new MoveStake(one, two, First, Second, part),
            new SwapStake(one, First, Second, part),
            new SwapStakeLimit(one, First, Second, part, 0, AllowPartial: true),
            new TransferStake(new(laboratory.Young.Validators[1].Coldkey.Account), one, First,
                First, part),
            new UnstakeAllAlpha(one),
            new UnstakeAll(one),
        ];
        int applied = 0;
        int both = 0;
        double most = 0;
        foreach (ICall call in calls)
        {
            Pool before = chain.Pools.Of(First);
            double product = ClaimLaboratory.ProductOf(chain, First);
            if (!chain.Dispatch(call, user.Account).IsOk) continue;
            applied++;
            Pool after = chain.Pools.Of(First);
            double fee = 2.0 * StakeLedger.Fee.Rao / before.TaoReserve.Rao;
            double change = Math.Abs((ClaimLaboratory.ProductOf(chain, First) / product) - 1);
            most = Math.Max(most, change - fee);
            if (after.TaoReserve > before.TaoReserve && after.AlphaReserve > before.AlphaReserve)
            {
                both++;
            }
        }

        int named = CallTable.All.Count(static call =>
            call.Name.Contains("liquidity", StringComparison.Ordinal));
        return ClaimOutcome.Judge(
            both == 0 && named == 0 && most < 1e-9 && applied >= 8,
            "calls only move along the curve, plus the fee that stays in the pool",
            new("staking calls that were applied", applied, "calls"),
            new("calls that raised both reserves", both, "calls"),
            new("calls of the chain that speak of liquidity", named, "calls"),
            new("change of the product beyond the fee", (decimal)Math.Max(0, most), "of 1"));
    }

    private static ClaimOutcome ThroughTao(ClaimLaboratory laboratory)
    {
        Chain chain = laboratory.Branch();
        Coldkey user = Rich(laboratory, chain);
        Hotkey hotkey = laboratory.Young.Validators[0].Hotkey;
        ClaimLaboratory.Apply(chain, new AddStake(hotkey, First, Tao.Whole(20)), user);
        Alpha moved = chain.Stakes.StakeOf(hotkey, user, First);
        decimal firstPrice = ClaimLaboratory.PriceOf(chain, First);
        decimal secondPrice = ClaimLaboratory.PriceOf(chain, Second);

        chain.Pools.Of(First).TryQuoteSell(moved, out Tao proceeds);
        chain.Pools.Of(Second).TryQuoteBuy(
            proceeds.SaturatingSubtract(StakeLedger.Fee), out Alpha expected);
        Alpha before = chain.Stakes.StakeOf(hotkey, user, Second);
        ClaimLaboratory.Apply(chain, new SwapStake(hotkey, First, Second, moved), user);
        Alpha got = chain.Stakes.StakeOf(hotkey, user, Second) - before;
        decimal off = (decimal)got.Rao - expected.Rao;
        decimal fell = (ClaimLaboratory.PriceOf(chain, First) / firstPrice * 100) - 100;
        decimal rose = (ClaimLaboratory.PriceOf(chain, Second) / secondPrice * 100) - 100;
        return ClaimOutcome.Judge(
            Math.Abs(off) <= 10 && fell < 0 && rose > 0,
            "one call, but two trades: it sells for TAO on one pool and buys on the other",
            new("alpha got less that of the two trades", off, "rao"),
            new("price of subnet 1", fell, "%"),
            new("price of subnet 2", rose, "%"));
    }

    /// <summary>The largest validator's coldkey with some TAO: the first version moves stake only
    /// behind one's own hotkey.</summary>
    private static Coldkey Rich(ClaimLaboratory laboratory, Chain chain)
    {
        Coldkey user = laboratory.Young.Validators[0].Coldkey;
        chain.Deposit(user, Tao.Whole(100));
        return user;
    }
}
