using Dtao.Runtime.Balances;

namespace Dtao.Runtime.Dispatch;

/// <summary>The calls of the balances pallet.</summary>
/// <remarks>Source: docs/spec/balances.md#calls.</remarks>
internal static class BalancesCalls
{
    public static IReadOnlyList<CallDescription> Table { get; } =
    [
        Of(0, "transfer_allow_death", new(173_363_000, 3_593), TransferAllowDeath.Decode),
        Of(2, "force_transfer", new(299_944_000, 6_196), ForceTransfer.Decode),
        Of(3, "transfer_keep_alive", new(163_159_000, 3_593), TransferKeepAlive.Decode),
        Of(4, "transfer_all", new(172_385_000, 3_593), TransferAll.Decode),
        Of(5, "force_unreserve", new(142_233_000, 3_593), ForceUnreserve.Decode),
        new(
            new(BalancesErrors.Pallet, 6), "Balances", "upgrade_accounts", DispatchClass.Normal,
            Pays.Yes, UpgradeAccounts.WeightOf, UpgradeAccounts.Decode),
        Of(8, "force_set_balance", new(144_929_000, 3_593), ForceSetBalance.Decode),
        Of(9, "force_adjust_total_issuance", new(6_594_000), ForceAdjustTotalIssuance.Decode),
        Of(10, "burn", new(20_711_000), Burn.Decode),
    ];

    private static CallDescription Of(
        byte call, string name, Weight weight, CallDescription.Reader decode) =>
        new(
            new(BalancesErrors.Pallet, call), "Balances", name, DispatchClass.Normal, Pays.Yes,
            _ => weight, decode);
}
