using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Staking;

/// <summary>What must hold before stake moves; the first failure is the answer.</summary>
/// <remarks>Source: docs/spec/staking.md#checks; vectors: vectors/versions (ops.json.gz).</remarks>
internal static class StakeChecks
{
    /// <summary>Checks of staking.</summary>
    /// <param name="chain">The chain.</param>
    /// <param name="order">Who stakes how much where.</param>
    /// <param name="maximum">Most TAO the price limit lets pass; null without a limit.</param>
    public static DispatchResult Add(Chain chain, StakeOrder<Tao> order, Tao? maximum)
    {
        if (!chain.Subnets.Exists(order.NetUid)) return SubtensorError.SubnetNotExists;
        if (order.Amount < StakeLedger.Minimum + StakeLedger.Fee)
        {
            return SubtensorError.AmountTooLow;
        }

        if (maximum is { } most && order.Amount > most) return SubtensorError.SlippageTooHigh;
        if (!chain.Balances.CanPay(order.Coldkey, order.Amount))
        {
            return SubtensorError.NotEnoughBalanceToStake;
        }

        if (!chain.Stakes.Exists(order.Hotkey)) return SubtensorError.HotKeyAccountNotExists;
        if (!chain.Pools.Of(order.NetUid).TryQuoteBuy(order.Amount, out Alpha expected))
        {
            return SubtensorError.InsufficientLiquidity;
        }

        return IsPrecise(chain, order.Hotkey, order.NetUid, expected);
    }

    /// <summary>Checks of unstaking.</summary>
    /// <param name="chain">The chain.</param>
    /// <param name="order">Who unstakes how much where.</param>
    /// <param name="maximum">Most alpha the price limit lets pass; null without a limit.</param>
    public static DispatchResult Remove(Chain chain, StakeOrder<Alpha> order, Alpha? maximum)
    {
        if (!chain.Subnets.Exists(order.NetUid)) return SubtensorError.SubnetNotExists;
        if (!chain.Pools.Of(order.NetUid).TryQuoteSell(order.Amount, out Tao expected))
        {
            return SubtensorError.InsufficientLiquidity;
        }

        if (expected <= StakeLedger.Minimum) return SubtensorError.AmountTooLow;
        if (maximum is { } most && order.Amount > most) return SubtensorError.SlippageTooHigh;
        if (!chain.Stakes.Exists(order.Hotkey)) return SubtensorError.HotKeyAccountNotExists;
        return chain.Stakes.StakeOf(order.Hotkey, order.Coldkey, order.NetUid) < order.Amount
            ? SubtensorError.NotEnoughStakeToWithdraw
            : DispatchResult.Ok;
    }

    /// <summary>Checks of moving stake.</summary>
    public static DispatchResult Move(Chain chain, StakeTransition move)
    {
        if (!chain.Subnets.Exists(move.Origin.NetUid)) return SubtensorError.SubnetNotExists;
        if (!chain.Subnets.Exists(move.NetUid)) return SubtensorError.SubnetNotExists;
        Hotkey origin = move.Origin.Hotkey;
        if (!chain.Stakes.Exists(origin)) return SubtensorError.HotKeyAccountNotExists;
        if (chain.Spec.MovesRequireDestination && !chain.Stakes.Exists(move.Hotkey))
        {
            return SubtensorError.HotKeyAccountNotExists;
        }

        if (chain.Spec.MovesRequireOwnership
            && !chain.Stakes.Owns(move.Origin.Coldkey, origin))
        {
            return SubtensorError.NonAssociatedColdKey;
        }

        Alpha stake = chain.Stakes.StakeOf(
            origin, move.Origin.Coldkey, move.Origin.NetUid);
        if (move.Origin.Amount > stake) return SubtensorError.NotEnoughStakeToWithdraw;
        return MovePrices(chain, move);
    }

    private static DispatchResult MovePrices(Chain chain, StakeTransition move)
    {
        NetUid origin = move.Origin.NetUid;
        if (!chain.Pools.Of(origin).TryQuoteSell(move.Origin.Amount, out Tao proceeds))
        {
            return SubtensorError.InsufficientLiquidity;
        }

        if (proceeds <= StakeLedger.Minimum) return SubtensorError.AmountTooLow;
        if (move.Maximum is { } most && move.Origin.Amount > most)
        {
            return SubtensorError.SlippageTooHigh;
        }

        // A refusing destination counts as zero alpha; both quotes are from before the move.
        if (!chain.Pools.Of(move.NetUid).TryQuoteBuy(proceeds, out Alpha expected))
        {
            expected = Alpha.Zero;
        }

        DispatchResult precision = IsPrecise(chain, move.Hotkey, move.NetUid, expected);
        if (!precision.IsOk) return precision;
        if (!move.ChangesColdkey) return DispatchResult.Ok;
        return chain.Stakes.TransfersAreOpen(origin)
            && chain.Stakes.TransfersAreOpen(move.NetUid)
                ? DispatchResult.Ok
                : SubtensorError.TransferDisallowed;
    }

    private static DispatchResult IsPrecise(
        Chain chain, Hotkey hotkey, NetUid subnet, Alpha expected)
    {
        if (!chain.Spec.ChecksPrecision) return DispatchResult.Ok;
        return chain.Stakes.IsPreciseEnough(hotkey, subnet, expected)
            ? DispatchResult.Ok
            : SubtensorError.InsufficientLiquidity;
    }
}
