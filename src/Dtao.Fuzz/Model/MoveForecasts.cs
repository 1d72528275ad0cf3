using System.Numerics;
using Dtao.Numerics;
using Dtao.Runtime.Staking;

namespace Dtao.Fuzz.Model;

/// <summary>Moves, transfers and swaps of stake as the specification tells them.</summary>
/// <remarks>Source: docs/spec/staking.md#transition.</remarks>
internal sealed class MoveForecasts(Book book, Parameters parameters)
{
    private readonly int _version = parameters.Version;
    private readonly Legs _legs = new(
        book, parameters.Version, parameters.Of("NominatorMinRequiredStake"));

    /// <summary>The forecast for a call; null when it is none of these.</summary>
    public Forecast? Of(object call, AccountId signer)
    {
        Move? move = call switch
        {
            MoveStake one => new(
                signer, one.OriginHotkey.Account, one.Origin.Value, one.Amount.Rao,
                signer, one.DestinationHotkey.Account, one.Destination.Value),
            TransferStake one => new(
                signer, one.Hotkey.Account, one.Origin.Value, one.Amount.Rao,
                one.DestinationColdkey.Account, one.Hotkey.Account, one.Destination.Value)
            {
                IsTransfer = true,
            },
            SwapStake one => new(
                signer, one.Hotkey.Account, one.Origin.Value, one.Amount.Rao,
                signer, one.Hotkey.Account, one.Destination.Value),
            SwapStakeLimit one => new(
                signer, one.Hotkey.Account, one.Origin.Value, one.Amount.Rao,
                signer, one.Hotkey.Account, one.Destination.Value)
            {
                Limit = one.AllowPartial ? null : one.LimitPrice,
            },
            _ => null,
        };
        return move is null ? null : Of(move);
    }

    private Forecast Of(Move move)
    {
        if (Refusal(move) is { } error) return Forecast.Fails(error);
        return Forecast.Does(() =>
        {
            BigInteger proceeds = _legs.Unstake(
                move.FromHotkey, move.FromColdkey, move.From, move.Amount, BalanceRules.HalfFee);
            if (proceeds < BalanceRules.LeastStake + BalanceRules.HalfFee) return;
            _legs.Stake(move.ToHotkey, move.ToColdkey, move.To, proceeds, BalanceRules.HalfFee);
        });
    }

    private string? Refusal(Move move)
    {
        if (!parameters.Exists(move.From) || !parameters.Exists(move.To)) return "SubnetNotExists";
        if (!book.Owners.TryGetValue(move.FromHotkey, out AccountId owner))
        {
            return "HotKeyAccountNotExists";
        }

        if (_version >= 244 && !book.Owners.ContainsKey(move.ToHotkey))
        {
            return "HotKeyAccountNotExists";
        }

        if (_version <= 234 && owner != move.FromColdkey) return "NonAssociatedColdKey";
        if (move.Amount > book.StakeOf(move.FromHotkey, move.FromColdkey, move.From, _version))
        {
            return "NotEnoughStakeToWithdraw";
        }

        return RefusalOfPools(move);
    }

    private string? RefusalOfPools(Move move)
    {
        PoolModel origin = book.PoolOf(move.From);
        PoolModel destination = book.PoolOf(move.To);
        if (origin.Sell(move.Amount) is not { } proceeds) return "InsufficientLiquidity";
        if (proceeds <= BalanceRules.LeastStake) return "AmountTooLow";
        if (move.Limit is { } limit && move.Amount > origin.MaximumMoveTo(destination, limit))
        {
            return "SlippageTooHigh";
        }

        BigInteger expected = destination.Buy(proceeds) ?? 0;
        if (_version >= 239 && !book.ShareOf(move.ToHotkey, move.To)
            .IsPreciseFor(Amount.Signed(expected), _version))
        {
            return "InsufficientLiquidity";
        }

        bool isOpen = parameters.Of("TransferToggle", move.From) == 1
            && parameters.Of("TransferToggle", move.To) == 1;
        return move.IsTransfer && !isOpen ? "TransferDisallowed" : null;
    }

    private sealed record Move(
        AccountId FromColdkey, AccountId FromHotkey, ushort From, BigInteger Amount,
        AccountId ToColdkey, AccountId ToHotkey, ushort To)
    {
        public bool IsTransfer { get; init; }

        public BigInteger? Limit { get; init; }
    }
}
